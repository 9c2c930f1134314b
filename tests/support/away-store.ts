import { StoreUnavailable } from '../../src/lib/unavailable.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';

export interface AwayStore extends Store {
  away: boolean;
  quiet: boolean;
  writes: number;
}

/** The store in memory, which a test can make unreachable, whose notices it can stop, and whose writes it can count. */
export function awayStore(): AwayStore {
  const memory = createMemoryStore();
  const reach = () => {
    if (store.away) throw new StoreUnavailable('away');
  };
  const store: AwayStore = {
    ...memory,
    away: false,
    quiet: false,
    writes: 0,
    async read(collection, id) {
      reach();
      return await memory.read(collection, id);
    },
    async update(collection, id, change) {
      reach();
      return await memory.update(collection, id, change);
    },
    async due(collection, now, limit) {
      reach();
      return await memory.due(collection, now, limit);
    },
    async *keys(prefix) {
      reach();
      yield* memory.keys(prefix);
    },
    async forget(key) {
      reach();
      await memory.forget(key);
    },
    watch: (listener, missed) => memory.watch(key => !store.quiet && listener(key), missed),
  };
  memory.watch(() => {
    store.writes++;
  });
  return store;
}
