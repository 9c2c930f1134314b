import { type Collection, type Store, StoreUnavailable } from '../../src/storage/store.ts';

/** A store in a Map for tests of this room: JSON in and out, so that nothing unserializable hides. `away` makes it unreachable. */
export function mapStore(): Store & {
  away: boolean;
  readonly documents: Map<string, string>;
  writes: number;
} {
  const documents = new Map<string, string>();
  const listeners = new Set<(key: string) => void>();
  const reach = () => {
    if (store.away) throw new StoreUnavailable('away');
  };
  const parsed = <T>(collection: Collection<T>, id: string): T | undefined => {
    const text = documents.get(`${collection.name}:${id}`);
    return text === undefined ? undefined : collection.schema.parse(JSON.parse(text));
  };
  const put = (key: string, text: string | undefined) => {
    if (text === undefined) documents.delete(key);
    else documents.set(key, text);
    store.writes++;
    for (const listener of listeners) listener(key);
  };
  const store = {
    away: false,
    writes: 0,
    documents,
    async read<T>(collection: Collection<T>, id: string) {
      reach();
      return parsed(collection, id);
    },
    async update<T, R>(
      collection: Collection<T>,
      id: string,
      change: (document: T | undefined) => readonly [T | undefined, R],
    ) {
      reach();
      const before = parsed(collection, id);
      const [next, result] = change(before);
      if (next !== before)
        put(`${collection.name}:${id}`, next === undefined ? undefined : JSON.stringify(next));
      return result;
    },
    async due<T>(collection: Collection<T>, now: Date, limit = 1_000) {
      reach();
      return [...documents.keys()]
        .filter(key => key.startsWith(`${collection.name}:`))
        .map(key => key.slice(collection.name.length + 1))
        .filter(id => {
          const document = parsed(collection, id);
          const at = document && collection.dueAt?.(document);
          return at !== undefined && at <= now;
        })
        .slice(0, limit);
    },
    async *keys(prefix: string) {
      reach();
      yield* [...documents.keys()].filter(key => key.startsWith(prefix));
    },
    async forget(key: string) {
      reach();
      put(key, undefined);
    },
    watch(listener: (key: string) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ping() {
      reach();
    },
    async close() {},
  };
  return store;
}
