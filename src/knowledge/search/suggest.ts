import type { Language } from '../../i18n/language.ts';
import type { Topic } from '../entry.ts';
import type { IndexedEntry } from './texts.ts';
import { nameKey } from './words.ts';

/** Discord shows at most so many choices. */
const maxChoices = 25;
const maxPrefixWords = 12;

/** What suggestions are made from. */
export interface SuggestFrom {
  readonly entries: readonly (IndexedEntry | undefined)[];
  startingWith(prefix: string, limit: number): readonly string[];
  search(words: string): readonly IndexedEntry[];
}

/** Entry ids for what is typed so far: exact title, exact alias, title that starts so, alias that starts so, then search. */
export function suggestions(
  typed: string,
  language: Language,
  topic: Topic | undefined,
  from: SuggestFrom,
): string[] {
  const key = nameKey(typed);
  const wanted = (entry: IndexedEntry | undefined): entry is IndexedEntry =>
    entry !== undefined && (!topic || entry.topic === topic);
  if (!key) {
    return from.entries
      .filter(wanted)
      .slice(0, maxChoices)
      .map(({ id }) => id);
  }
  // One pass over all names, best first by rank: ten times as many passes would be most of a keystroke's cost.
  const byRank: string[][] = Array.from({ length: ranks }, () => []);
  for (const entry of from.entries) {
    if (!wanted(entry)) continue;
    const rank = rankOf(entry, key, language);
    const same = byRank[rank];
    if (same && same.length < maxChoices) same.push(entry.id);
  }
  const found = new Set(byRank.flat().slice(0, maxChoices));
  if (found.size >= maxChoices) return [...found];
  const words = key.split(' ');
  const last = words.pop() ?? '';
  const candidates = [last, ...from.startingWith(last, maxPrefixWords)];
  for (const entry of from.search([...words, ...candidates].join(' '))) {
    if (found.size >= maxChoices) break;
    if (wanted(entry)) found.add(entry.id);
  }
  return [...found];
}

const ranks = 8;

/** 0 for an exact title in the language, then exact aliases, beginnings of titles and of aliases, then the same in other languages; 8 for none. */
function rankOf({ names }: IndexedEntry, key: string, language: Language): number {
  let best = ranks;
  for (const name of names) {
    if (!name.key.startsWith(key)) continue;
    const rank =
      (name.language === language ? 0 : 4) +
      (name.key.length === key.length ? 0 : 2) +
      (name.isTitle ? 0 : 1);
    if (rank < best) best = rank;
  }
  return best;
}
