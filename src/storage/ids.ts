import type { Collection, Store } from './store.ts';

/** Ids of a collection's documents, in no promised order; with `under` only those that begin so (`GUILD:`). */
export async function* idsOf<T>(store: Store, { name }: Collection<T>, under = ''): AsyncIterable<string> {
  const prefix = `${name}:`;
  for await (const key of store.keys(`${prefix}${under}`)) yield key.slice(prefix.length);
}
