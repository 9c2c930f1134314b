import type { Language } from '../../i18n/languages.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import type { Names } from './names.ts';
import { nameKey } from './words.ts';

/** Discord shows at most so many choices. */
export const maxChoices = 25;
/** Words that the last, unfinished word may become. */
const maxCompletions = 8;

/** What suggestions are made from. */
export interface SuggestFrom {
  readonly index: EntryIndex;
  readonly names: Names;
  completions(prefix: string, limit: number): readonly string[];
  search(words: string): readonly IndexedEntry[];
}

/** Entry ids for what is typed so far: by titles and aliases that start so, then by search. Empty text gives the first ones. */
export function suggestions(
  typed: string,
  language: Language,
  topic: string | undefined,
  { index, names, completions, search }: SuggestFrom,
): string[] {
  const found = new Set<string>();
  const collect = (entries: Iterable<IndexedEntry | undefined>) => {
    for (const entry of entries) {
      if (found.size >= maxChoices) return;
      if (entry && (!topic || entry.topic === topic)) found.add(entry.id);
    }
  };
  const key = nameKey(typed);
  if (!key) {
    collect(index.slots);
    return [...found];
  }
  collect(names.startingWith(key, language));
  if (found.size >= maxChoices) return [...found];
  const last = key.slice(key.lastIndexOf(' ') + 1);
  collect(search([key, ...completions(last, maxCompletions)].join(' ')));
  return [...found];
}
