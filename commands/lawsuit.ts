import { topicCommand } from '../src/bot/topic-command.ts';

/** Who sued whom, over what, and what happened. */
export default topicCommand('lawsuit', 'section');
