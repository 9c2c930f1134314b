import { writtenDate } from '../src/i18n/dates.ts';
import { wordsOf } from '../src/i18n/words.ts';
import { plain } from '../src/messaging/markdown.ts';
import type { Command } from './services.ts';

const asides: ReadonlySet<string> = new Set(['background', 'outlook']);

/** Who runs this, where answers come from, what is kept (nothing of what people ask), how to correct it. */
const about: Command = {
  kind: 'slash',
  name: 'about',
  access: 'everyone',
  where: 'anywhere',

  run(_args, { services, language }) {
    const { knowledge, operator } = services;
    const words = wordsOf(language).answers;
    // What is said of the bot itself and of its article does not tell how new the rest is.
    const answers = [...knowledge.entries.values()].filter(({ topic }) => !asides.has(topic));
    const dates = answers.map(entry => entry.asOf).sort();
    const facts = {
      entries: knowledge.entries.size,
      developments: knowledge.developments.length,
      confirmed: writtenDate(dates.at(-1) ?? '1970-01-01', language),
    };
    const who = operator.name ? words.operatedBy({ name: plain(operator.name) }) : words.operatorUnknown;
    return {
      title: words.aboutTitle,
      text: `${words.about(facts)}\n\n${who}`,
      legal: true,
      rows: operator.url ? [[{ label: operator.name ?? operator.url, url: operator.url }]] : [],
    };
  },
};

export default about;
