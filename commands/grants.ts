import { topicCommand } from '../src/bot/topic-command.ts';

/** The federal grants, their conditions, the executive orders, what courts said. */
export default topicCommand('grants', 'section');
