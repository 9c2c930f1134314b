import { type Claim, claimMapFile, unmapped, usableFacts } from '../content/claim-map.ts';
import type { Knowledge } from '../content/entry.ts';
import { list } from './layout.ts';

/**
 * What `npm run knowledge -- --coverage` prints: how many claims and facts of the map have entries, the facts of the research files (`originals`,
 * where they are at hand) that have none, and the entries that no row leads to.
 */
export function coverage(
  claims: readonly Claim[],
  knowledge: Knowledge,
  originals: ReadonlyMap<string, string>,
): string[] {
  if (claims.length === 0) return [`There is no ${claimMapFile} beside this content.`];
  const ids = new Set(claims.map(({ id }) => id));
  const kinds = Map.groupBy(ids, id => id.charAt(0));
  const facts = [...new Set([...originals.values()].flatMap(usableFacts))];
  const unused = facts.filter(fact => !ids.has(fact));
  const without = unmapped(claims, knowledge);
  return [
    ...Array.from(kinds, ([kind, some]) => `${kind}: ${some.length} have entries`),
    ...(facts.length > 0
      ? [list(`${unused.length} of ${facts.length} usable facts have no entry`, unused)]
      : []),
    list(`${without.length} of ${knowledge.entries.size} entries stand on no row of the map`, without),
  ];
}
