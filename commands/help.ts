import { wordsOf } from '../src/i18n/words.ts';

import type { Command } from './services.ts';

/** What one can ask. */
const help: Command = {
  kind: 'slash',
  name: 'help',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, { language }) => ({
    title: wordsOf(language).answers.helpTitle,
    text: wordsOf(language).answers.help,
    legal: true,
  }),
};

export default help;
