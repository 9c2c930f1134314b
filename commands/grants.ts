import { topicCommand } from './answers/topic-command.ts';

/** The federal grants, their conditions, the executive orders, what courts said. */
export default topicCommand('grants', 'section');
