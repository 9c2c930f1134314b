import { languages } from '../../i18n/languages.ts';
import type { Development, Knowledge } from '../../knowledge/content/entry.ts';
import { sourceKeys } from '../../knowledge/content/source-ref.ts';
import { approve, type NewItem, type News, wordLimits } from './news.ts';

/** The id in a community's news of a development that came with the bot. */
export const bundledId = (development: Development): string => `dev.${development.id}`;

/** A development of the knowledge base as a community's news. It holds its own words, so that replicas of another version can post it too. */
export function itemOf(development: Development, knowledge: Knowledge): NewItem {
  const words = languages.flatMap(language => {
    const text = development.text[language];
    if (!text) return [];
    return [
      [
        language,
        { title: text.title.slice(0, wordLimits.title), summary: text.body.slice(0, 1_000) },
      ] as const,
    ];
  });
  return {
    id: bundledId(development),
    kind: development.kind,
    date: development.date,
    words: Object.fromEntries(words),
    unreviewed: languages.filter(language => development.text[language]?.translation === 'unreviewed'),
    sources: sourceKeys(development.sources).flatMap(key => {
      const source = knowledge.sources.get(key);
      return source ? [{ label: source.label, ...(source.url && { url: source.url }) }] : [];
    }),
    entries: development.entries,
  };
}

/** Milliseconds after which what happened is history: a version that fills in past years must not post them as news. */
const newsAge = 180 * 86_400_000;

/**
 * The news of a community after it has learned of the developments that come with this version of the bot. What is there the first time is history;
 * what a later version brings is approved already, and new where it happened lately. History stands in `/updates` and `/timeline`.
 */
export function withBundled(news: News | undefined, knowledge: Knowledge, empty: News, now: Date): News {
  const unknown = knowledge.developments.filter(({ id }) => !news?.shipped.includes(id));
  if (news && unknown.length === 0) return news;
  const before = news ?? empty;
  const first = before.shipped.length === 0;
  const lately = first ? [] : unknown.filter(({ date }) => now.getTime() - Date.parse(date) < newsAge);
  // Oldest first, so that they are numbered in the order they happened.
  const added = lately.toReversed().reduce((all, one) => approve(all, itemOf(one, knowledge), now), before);
  return { ...added, shipped: [...before.shipped, ...unknown.map(({ id }) => id)] };
}
