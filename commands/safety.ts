import { topicCommand } from './answers/topic-command.ts';

/** What studies and officials say about crime, trust and the economy. */
export default topicCommand('safety', 'section');
