import { answerWords } from '../src/i18n/words/answers.ts';
import type { Command } from './services.ts';

/** What one can ask. */
const help: Command = {
  kind: 'slash',
  name: 'help',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, { language }) => ({
    title: answerWords[language].helpTitle,
    text: answerWords[language].help,
    legal: true,
  }),
};

export default help;
