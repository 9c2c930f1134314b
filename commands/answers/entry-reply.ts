import { faqRoutes } from '../../src/community/routes.ts';
import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage, type Language, languages, spokenIn } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Entry, Knowledge } from '../../src/knowledge/content/entry.ts';
import { firstScreen } from '../../src/knowledge/content/first-screen.ts';
import { sourceKeys } from '../../src/knowledge/content/source-ref.ts';
import { type LanguageChoice, languageChoice } from '../../src/messaging/language-choice.ts';
import type { Button, Reply, SourceLine } from '../../src/messaging/reply.ts';
import { replyOfDay } from '../../src/messaging/reply-cache.ts';
import type { Context } from '../services.ts';
import { entryRoutes, hotlineRoutes } from './routes.ts';

/** The routes of an entry's answer: its topic's command has them where there is one, else `/ask`. */
const routesOf = ({ topic }: Entry, { pack }: Knowledge) =>
  entryRoutes(pack.topics.find(({ id }) => id === topic)?.command ? topic : 'ask');

/** An entry as members see it: title, warning, text, sources, date, and the buttons that lead on. */
export function entryAnswer(entry: Entry, context: Context, language: Language, page = 0): Reply {
  const day = context.now.toISOString().slice(0, 10);
  const variant = `${language} ${page} ${context.shared} ${context.guild !== undefined}`;
  return replyOfDay(entry, day, variant, () => makeAnswer(entry, context, language, page, day));
}

function makeAnswer(entry: Entry, context: Context, language: Language, page: number, day: string): Reply {
  const { knowledge } = context.services;
  const text = inLanguage(entry.text, language);
  const banner = bannerOf(entry, language, day);
  const urgent = entry.urgent ? firstScreen(text.body) : undefined;
  const inOthers = otherLanguages(entry, knowledge, language);
  return {
    title: text.title,
    ...(urgent && {
      first: {
        text: [...urgent.lines, urgent.number].join('\n'),
        rows: [[...inOthers.buttons, hotlineButton(language)], ...inOthers.menu],
      },
    }),
    ...(banner && { banner }),
    text: urgent ? urgent.rest : text.body,
    sources: sourceLines(entry.sources, knowledge, language),
    asOf: entry.asOf,
    notes: notesOf(entry, language),
    legal: true,
    language,
    pages: { at: page, turn: at => routesOf(entry, knowledge).open({ entry: entry.id, language, page: at }) },
    rows: [
      answerButtons(entry, context, language, urgent ? [] : inOthers.buttons),
      ...(urgent ? [] : inOthers.menu),
      relatedButtons(entry, knowledge, language),
    ],
  };
}

function notesOf({ text }: Entry, language: Language): string[] {
  const words = wordsOf(language).answers;
  if (spokenIn(text, language) !== language) return [words.notTranslated];
  return inLanguage(text, language).translation === 'unreviewed' ? [words.unreviewed] : [];
}

function bannerOf(entry: Entry, language: Language, day: string): string | undefined {
  const words = wordsOf(language).answers;
  const { since } = inLanguage(entry.text, language);
  if (entry.status === 'historical')
    return words.historical({ years: entry.describes ?? '', since: since ?? '' });
  const date = writtenDate(entry.asOf, language);
  const open = entry.status === 'open';
  const overdue = entry.reviewBy !== undefined && entry.reviewBy < day;
  if (overdue) return [words.overdue({ date }), ...(open ? [words.stillOpen] : [])].join(' ');
  return open ? words.underReview({ date }) : undefined;
}

/** Keys of `sources.yaml` (with `#pN`) as lines to show. Two paragraphs of one source make one line. */
export function sourceLines(refs: readonly string[], knowledge: Knowledge, language: Language): SourceLine[] {
  return sourceKeys(refs).flatMap(key => {
    const source = knowledge.sources.get(key);
    if (!source) return [];
    const label = inLanguage(source.label, language);
    return [source.url ? { label, url: source.url } : { label }];
  });
}

function otherLanguages(entry: Entry, knowledge: Knowledge, language: Language): LanguageChoice {
  const { open } = routesOf(entry, knowledge);
  return languageChoice(
    languages.filter(other => other !== language),
    language,
    { to: other => open({ entry: entry.id, language: other }), menu: open({ entry: entry.id }) },
  );
}

function answerButtons(
  entry: Entry,
  context: Context,
  language: Language,
  inOthers: readonly Button[],
): Button[] {
  const { show } = routesOf(entry, context.services.knowledge);
  return [
    ...(context.shared ? [] : [{ label: wordsOf(language).answers.show, route: show({ entry: entry.id }) }]),
    ...inOthers,
    ...(context.guild ? [reportButton(entry.id, language)] : []),
  ];
}

/** Under an urgent answer: whom else to call. */
const hotlineButton = (language: Language): Button => ({
  label: wordsOf(language).answers.hotlineTitle,
  route: hotlineRoutes.open({ language }),
});

function relatedButtons(entry: Entry, knowledge: Knowledge, language: Language): Button[] {
  return entry.related.flatMap(id => {
    const related = knowledge.entries.get(id);
    return related ? [entryButton(related, knowledge, language)] : [];
  });
}

/** A button that opens an entry. */
export const entryButton = (entry: Entry, knowledge: Knowledge, language: Language): Button => ({
  label: inLanguage(entry.text, language).title,
  route: routesOf(entry, knowledge).open({ entry: entry.id, language }),
});

/** Under every answer in a server: opens the form that tells moderators. */
export const reportButton = (entryId: string, language: Language): Button => ({
  label: wordsOf(language).faq.report.button,
  route: faqRoutes.report({ entry: entryId }),
});
