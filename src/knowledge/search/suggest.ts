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
  const found = new Set<string>();
  const wanted = (entry: IndexedEntry | undefined): entry is IndexedEntry =>
    entry !== undefined && (!topic || entry.topic === topic);
  const collect = (fits: (entry: IndexedEntry) => boolean) => {
    for (const entry of from.entries) {
      if (found.size >= maxChoices) return;
      if (wanted(entry) && !found.has(entry.id) && fits(entry)) found.add(entry.id);
    }
  };
  if (!key) {
    collect(() => true);
    return [...found];
  }
  for (const spoken of [true, false]) {
    for (const exact of [true, false]) {
      for (const isTitle of [true, false]) {
        collect(entry =>
          entry.names.some(
            name =>
              name.isTitle === isTitle &&
              (name.language === language) === spoken &&
              (exact ? name.key === key : name.key.startsWith(key)),
          ),
        );
      }
    }
  }
  const words = key.split(' ');
  const last = words.pop() ?? '';
  const candidates = [last, ...from.startingWith(last, maxPrefixWords)];
  for (const entry of from.search([...words, ...candidates].join(' '))) {
    if (found.size >= maxChoices) break;
    if (wanted(entry)) found.add(entry.id);
  }
  return [...found];
}
