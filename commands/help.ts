import { inLanguage } from '../src/i18n/languages.ts';
import { wordsOf } from '../src/i18n/words.ts';

import type { Command } from './services.ts';

/** What one can ask. */
const help: Command = {
  kind: 'slash',
  name: 'help',
  access: 'everyone',
  where: 'anywhere',
  run(_args, { language, services }) {
    const words = wordsOf(language).answers;
    const topics = services.knowledge.pack.topics.flatMap(({ id, command }) =>
      command ? [`- \`/${id}\` – ${inLanguage(command.texts, language).help}`] : [],
    );
    return { title: words.helpTitle, text: words.help({ topics: topics.join('\n') }), legal: true };
  },
};

export default help;
