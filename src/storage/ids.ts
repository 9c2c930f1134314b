import type { Collection, Store } from './store.ts';

/** Ids of a collection's documents, in no promised order; with a community only its own, without its id before them. */
export async function* idsOf<T>(
  store: Store,
  { name }: Collection<T>,
  guildId?: string,
): AsyncIterable<string> {
  const prefix = guildId === undefined ? `${name}:` : `${name}:${guildId}:`;
  for await (const key of store.keys(prefix)) yield key.slice(prefix.length);
}
