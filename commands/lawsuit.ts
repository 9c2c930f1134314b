import { topicCommand } from './answers/topic-command.ts';

/** Who sued whom, over what, and what happened. */
export default topicCommand('lawsuit', 'section');
