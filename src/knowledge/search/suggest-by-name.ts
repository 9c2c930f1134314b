import type { Findable } from './search.ts';
import { maxChoices } from './suggest.ts';
import { nameKey } from './words.ts';

/** What {@link suggestions} are while no index is there: at most 25 ids of what has the typed text in a title or alias, those that start so first. */
export function suggestByName(
  typed: string,
  topic: string | undefined,
  findables: readonly Findable[],
): readonly string[] {
  const key = nameKey(typed);
  const placed = findables
    .filter(findable => topic === undefined || findable.topic === topic)
    .map(({ id, title, aliases }) => ({ id, at: placeIn([title, ...aliases], key) }))
    .filter(({ at }) => at < notThere);
  const first = placed.sort((a, b) => a.at - b.at).map(({ id }) => id);
  return [...new Set(first)].slice(0, maxChoices);
}

const notThere = 2;

const placeIn = (names: readonly string[], key: string): number =>
  Math.min(
    ...names.map(name => {
      const at = nameKey(name).indexOf(key);
      return at < 0 ? notThere : Math.min(at, 1);
    }),
  );
