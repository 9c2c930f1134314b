import { topicCommand } from './answers/topic-command.ts';

/** Know your rights: at home, stopped by police, in a car, in jail, in court. */
export default topicCommand('rights', 'situation');
