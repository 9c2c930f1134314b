import { faqRoutes } from '../../src/community/routes.ts';
import { writtenDate } from '../../src/i18n/dates.ts';
import { inLanguage, type Language, languages, ownName, spokenIn } from '../../src/i18n/languages.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Entry, Knowledge } from '../../src/knowledge/content/entry.ts';
import type { Button, Reply, SourceLine } from '../../src/messaging/reply.ts';
import type { Context } from '../services.ts';
import { entryRoutes } from './routes.ts';

/** Topics with a command of their own; the others' buttons go to `/ask`. */
const commandTopics: readonly string[] = ['rights', 'trustact', 'grants', 'lawsuit', 'safety'];

/** The routes of an entry's answer. */
const routesOf = (entry: Entry) => entryRoutes(commandTopics.includes(entry.topic) ? entry.topic : 'ask');

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
  const text = inLanguage(entry.text, language);
  const banner = bannerOf(entry, language, day);
  return {
    title: text.title,
    ...(banner && { banner }),
    text: text.body,
    sources: sourceLines(entry.sources, knowledge, language),
    asOf: entry.asOf,
    notes: notesOf(entry, language),
    legal: true,
    language,
    pages: { at: page, turn: at => routesOf(entry).open({ entry: entry.id, language, page: at }) },
    rows: [answerButtons(entry, context, language), relatedButtons(entry, knowledge, language)],
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
  if (entry.reviewBy < day) return words.overdue({ date: writtenDate(entry.reviewBy, language) });
  return entry.status === 'under-review'
    ? words.underReview({ date: writtenDate(entry.asOf, language) })
    : undefined;
}

/** Keys of `sources.yaml` (with `#pN`) as lines to show. Two paragraphs of one source make one line. */
export function sourceLines(refs: readonly string[], knowledge: Knowledge, language: Language): SourceLine[] {
  const keys = [...new Set(refs.map(ref => ref.split('#')[0] ?? ref))];
  return keys.flatMap(key => {
    const source = knowledge.sources.get(key);
    if (!source) return [];
    const label = inLanguage(source.label, language);
    return [source.url ? { label, url: source.url } : { label }];
  });
}

function answerButtons(entry: Entry, context: Context, language: Language): Button[] {
  const { open, show } = routesOf(entry);
  const others = languages.filter(other => other !== language);
  return [
    ...(context.shared ? [] : [{ label: wordsOf(language).answers.show, route: show({ entry: entry.id }) }]),
    ...others.map(other => ({ label: ownName(other), route: open({ entry: entry.id, language: other }) })),
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
  label: inLanguage(entry.text, language).title,
  route: routesOf(entry).open({ entry: entry.id, language }),
});

/** Under every answer in a server: opens the form that tells moderators. */
export const reportButton = (entryId: string, language: Language): Button => ({
  label: wordsOf(language).faq.report.button,
  route: faqRoutes.report({ entry: entryId }),
});
