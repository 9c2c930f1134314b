import { writtenMonth } from '../src/i18n/dates.ts';
import { inLanguage, type Language, languages } from '../src/i18n/languages.ts';
import { wordsOf } from '../src/i18n/words.ts';
import type { Knowledge } from '../src/knowledge/content/entry.ts';
import { plain } from '../src/messaging/markdown.ts';
import type { Command } from './services.ts';

/** Who runs this, where answers come from, what is kept (nothing of what people ask), how to correct it. */
const about: Command = {
  kind: 'slash',
  name: 'about',
  access: 'everyone',
  where: 'anywhere',

  run(_args, { services, language }) {
    const { knowledge, operator } = services;
    const words = wordsOf(language).answers;
    const facts = {
      subject: inLanguage(knowledge.pack.about, language),
      entries: knowledge.entries.size,
      developments: knowledge.developments.length,
      spans: spansOf(knowledge, language).join('\n'),
      ...reviewOf(knowledge),
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

/** By topic, the months of its oldest and newest facts. History is left out: its facts are old and do not change. */
function spansOf({ entries, pack }: Knowledge, language: Language): string[] {
  // What has no command is said of the bot itself and of its article: it does not tell how new the rest is.
  const withCommand = new Set(pack.topics.filter(({ command }) => command).map(({ id }) => id));
  const living = [...entries.values()].filter(
    ({ topic, status }) => withCommand.has(topic) && status !== 'historical',
  );
  return Array.from(
    Map.groupBy(living, ({ topic }) => topic),
    ([name, some]) => {
      const days = some.map(({ asOf }) => asOf).sort();
      const month = (day = '') => writtenMonth(day, language);
      const [from, to] = [month(days[0]), month(days.at(-1))];
      const span = from === to ? from : wordsOf(language).answers.span({ from, to });
      return `- \`/${name}\`: ${span}`;
    },
  );
}

/** How many texts are translations, and how many of those a person has reviewed. */
function reviewOf({ entries, developments }: Knowledge): { reviewed: number; translations: number } {
  const texts = [...entries.values(), ...developments].flatMap(({ text }) =>
    languages.flatMap(each => text[each] ?? []),
  );
  const translations = texts.filter(({ translation }) => translation !== 'original');
  const reviewed = translations.filter(({ translation }) => translation === 'reviewed');
  return { reviewed: reviewed.length, translations: translations.length };
}

export default about;
