import { z } from 'zod';
import { type Language, languages } from '../../i18n/languages.ts';
import { type DevelopmentKind, developmentKinds } from '../../knowledge/content/entry.ts';
import type { Collection } from '../../storage/store.ts';

/** Limits of what moderators write, in characters; each fits a field of a form. */
export const wordLimits = { title: 150, summary: 500, why: 200 } as const;

const text = z.strictObject({
  title: z.string().min(1).max(wordLimits.title),
  summary: z.string().min(1).max(1_000),
});

/** What members read, in the languages it was written in. */
export const wordsSchema = z
  .partialRecord(z.enum(languages), text)
  .refine(words => Object.keys(words).length > 0, 'needs at least one language');
export type NewsWords = Readonly<z.infer<typeof wordsSchema>>;

const perLanguage = z.partialRecord(z.enum(languages), z.string());

const sourceSchema = z.strictObject({
  label: perLanguage,
  url: z.url({ protocol: /^https?$/ }).optional(),
});

const itemSchema = z.strictObject({
  /** Counts up in the order of approval; never given twice in a community. */
  n: z.int().positive(),
  /** The card it was approved on, or `dev.` and the id of a development that came with the bot. */
  id: z.string(),
  kind: z.enum(developmentKinds),
  /** The day it happened, where it happened. */
  date: z.iso.date(),
  words: wordsSchema,
  /** Languages whose words no person has reviewed. */
  unreviewed: z.array(z.enum(languages)).optional(),
  why: perLanguage.optional(),
  sources: z.array(sourceSchema).max(10),
  /** Knowledge entries it bears on. */
  entries: z.array(z.string()).max(25),
  /** How a curator settled that those answers are right again. */
  settled: z.enum(['confirmed', 'dismissed']).optional(),
  approvedAt: z.iso.datetime(),
});
export type NewsItem = Readonly<z.infer<typeof itemSchema>>;
export type NewItem = Omit<NewsItem, 'n' | 'approvedAt'>;

const newsSchema = z.strictObject({
  /** The number of the newest item. */
  counter: z.int().nonnegative(),
  /** By rising number; only the newest {@link keptItems}. */
  items: z.array(itemSchema),
  /** Developments of the knowledge base that this community has known: a new one is news, once. */
  shipped: z.array(z.string()),
  /** `SOURCE/EVENT` of what moderators do not want to see any more. */
  ignored: z.array(z.string()),
});

/** What a community has approved. */
export type News = Readonly<z.infer<typeof newsSchema>>;

/** One document a community: `news:GUILD`. */
export const newsCollection: Collection<News> = { name: 'news', schema: newsSchema };

export const noNews: News = { counter: 0, items: [], shipped: [], ignored: [] };

/** Years of news at a few a week; the document stays well under a megabyte. */
const keptItems = 400;

/** The news with one more item; the same where an item of this id is there. */
export function approve(news: News, item: NewItem, now: Date): News {
  if (news.items.some(({ id }) => id === item.id)) return news;
  const n = news.counter + 1;
  const items = [...news.items, { ...item, n, approvedAt: now.toISOString() }].slice(-keptItems);
  return { ...news, counter: n, items };
}

/** The news with an item changed: a later wording is the same item and is not posted again. */
export function revise(news: News, id: string, change: (item: NewsItem) => NewsItem): News {
  if (!news.items.some(item => item.id === id)) return news;
  return { ...news, items: news.items.map(item => (item.id === id ? change(item) : item)) };
}

/** Items approved after number `after` and up to number `upTo`, of one kind or all, newest date first. */
export function newsBetween(
  news: News,
  kind: DevelopmentKind | 'all',
  after: number,
  upTo: number,
): readonly NewsItem[] {
  return newestFirst(
    news.items.filter(item => item.n > after && item.n <= upTo && (kind === 'all' || item.kind === kind)),
  );
}

/** By falling date; of one day, what was approved last comes first. */
export const newestFirst = (items: readonly NewsItem[]): readonly NewsItem[] =>
  items.toSorted((a, b) => (a.date === b.date ? b.n - a.n : a.date < b.date ? 1 : -1));

/** The words in a language, else in another, and which it is. */
export function wordsIn(
  words: NewsWords,
  wished: Language,
): { title: string; summary: string; language: Language } {
  const language = words[wished] ? wished : (languages.find(other => words[other]) ?? wished);
  const { title = '', summary = '' } = words[language] ?? {};
  return { title, summary, language };
}
