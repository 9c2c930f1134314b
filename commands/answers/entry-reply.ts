import type { Language } from '../../src/i18n/language.ts';
import { languageNames, languages } from '../../src/i18n/language.ts';
import { answerWords, writtenDate } from '../../src/i18n/words/answers.ts';
import { faqWords } from '../../src/i18n/words/faq.ts';
import type { Context } from '../../src/interactions/command.ts';
import type { Entry, Knowledge } from '../../src/knowledge/content/entry.ts';
import type { Button, Reply, Route, SourceLine } from '../../src/messaging/reply.ts';

/** Topics with a command of their own; the others' buttons go to `/ask`. */
const commandTopics: readonly string[] = ['rights', 'trustact', 'grants', 'lawsuit', 'safety'];

/** The route of an entry's answer: opened from anywhere, in a language, at a page. */
const openRoute = (entry: Entry, language: Language, page?: number): Route => [
  commandTopics.includes(entry.topic) ? entry.topic : 'ask',
  'open',
  entry.id,
  language,
  // Also the number of the first page stands there, where it is one of several: it keeps the ids of the buttons that turn apart.
  ...(page === undefined ? [] : [String(page)]),
];

/** Answers made before, by entry: the same one is given again all day. Few variants an entry: languages, pages, shared or not. */
const made = new WeakMap<Entry, { day: string; replies: Map<string, Reply> }>();

/** An entry as members see it: title, warning, text, sources, date, and the buttons that lead on. */
export function entryAnswer(entry: Entry, context: Context, language: Language, page = 0): Reply {
  const day = context.now.toISOString().slice(0, 10);
  let today = made.get(entry);
  if (today?.day !== day) {
    today = { day, replies: new Map() };
    made.set(entry, today);
  }
  const key = `${language} ${page} ${context.shared} ${context.guild !== undefined}`;
  const known = today.replies.get(key);
  if (known) return known;
  const reply = makeAnswer(entry, context, language, page, day);
  // Page numbers come from outside; made-up ones must not fill the memory.
  if (today.replies.size < 40) today.replies.set(key, reply);
  return reply;
}

function makeAnswer(entry: Entry, context: Context, language: Language, page: number, day: string): Reply {
  const { knowledge } = context.services;
  const text = entry.text[language];
  const banner = bannerOf(entry, language, day);
  return {
    title: text.title,
    ...(banner && { banner }),
    text: text.body,
    sources: sourceLines(entry.sources, knowledge, language),
    asOf: entry.asOf,
    notes: text.translation === 'unreviewed' ? [answerWords[language].unreviewed] : [],
    legal: true,
    language,
    pages: { at: page, turn: at => openRoute(entry, language, at) },
    rows: [answerButtons(entry, context, language), relatedButtons(entry, knowledge, language)],
  };
}

function bannerOf(entry: Entry, language: Language, day: string): string | undefined {
  const words = answerWords[language];
  const { since } = entry.text[language];
  if (entry.status === 'historical') return words.historical(entry.describes ?? '', since ?? '');
  const open = entry.status === 'open' ? words.underReview(writtenDate(entry.asOf, language)) : undefined;
  const overdue =
    entry.reviewBy !== undefined && entry.reviewBy < day
      ? words.overdue(writtenDate(entry.asOf, language))
      : undefined;
  return [overdue, open].filter(line => line !== undefined).join(' ') || undefined;
}

/** Keys of `sources.yaml` (with `#pN`) as lines to show. Two paragraphs of one source make one line. */
export function sourceLines(refs: readonly string[], knowledge: Knowledge, language: Language): SourceLine[] {
  const keys = [...new Set(refs.map(ref => ref.split('#')[0] ?? ref))];
  return keys.flatMap(key => {
    const source = knowledge.sources.get(key);
    if (!source) return [];
    const label = source.label[language];
    return [source.url ? { label, url: source.url } : { label }];
  });
}

function answerButtons(entry: Entry, context: Context, language: Language): Button[] {
  const [command] = openRoute(entry, language);
  const others = languages.filter(other => other !== language);
  return [
    ...(context.shared
      ? []
      : [{ label: answerWords[language].show, route: [command, 'show', entry.id] as Route }]),
    ...others.map(other => ({ label: languageNames[other], route: openRoute(entry, other) })),
    ...(context.guild ? [reportButton(entry.id, language)] : []),
  ];
}

function relatedButtons(entry: Entry, knowledge: Knowledge, language: Language): Button[] {
  return entry.related.flatMap(id => {
    const related = knowledge.entries.get(id);
    return related ? [entryButton(related, language)] : [];
  });
}

/** A button that opens an entry. */
export const entryButton = (entry: Entry, language: Language): Button => ({
  label: entry.text[language].title,
  route: openRoute(entry, language),
});

/** Under every answer in a server: opens the form that tells moderators. */
export const reportButton = (entryId: string, language: Language): Button => ({
  label: faqWords[language].report.button,
  route: ['faq', 'report', entryId],
});
