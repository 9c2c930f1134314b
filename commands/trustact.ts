import { topicCommand } from './answers/topic-command.ts';

/** The Illinois TRUST Act: what it does, what it does not do, then and now. */
export default topicCommand('trustact', 'section');
