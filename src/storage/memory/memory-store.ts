import { StoreUnavailable } from '../../lib/unavailable.ts';
import type { Adapter } from '../adapter.ts';
import type { Stored } from '../document.ts';
import { decide, decode, keyOf } from '../document.ts';
import { createDueIndex } from '../due-index.ts';
import { createWatchers } from '../watchers.ts';

/** What a listener throws is its bug: it surfaces as an uncaught exception. */
const surface = (error: unknown) =>
  queueMicrotask(() => {
    throw error;
  });

/** A store for tests and the sandbox: it behaves like the others and forgets everything when the process ends. */
export function createMemoryStore(onListenerError: (error: unknown) => void = surface): Adapter {
  /** As text: what callers do to the objects they get never reaches what is kept. */
  const texts = new Map<string, string>();
  const watchers = createWatchers(onListenerError);
  let index = createDueIndex();
  let closed = false;

  const keptAt = (key: string): Stored | undefined => {
    if (closed) throw new StoreUnavailable('the store is closed');
    const text = texts.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const put = (stored: Stored) => {
    texts.set(stored.key, JSON.stringify(stored));
    index.set(stored.key, stored.dueAt);
  };
  const remove = (key: string) => {
    index.set(key, undefined);
    if (texts.delete(key)) watchers.changed(key);
  };

  return {
    async read(collection, id) {
      const kept = keptAt(keyOf(collection, id));
      return kept && decode(collection, kept);
    },
    async update(collection, id, change) {
      const key = keyOf(collection, id);
      const verdict = decide(collection, id, keptAt(key), change);
      if (verdict.write === 'removal') remove(key);
      if (verdict.write === 'document') {
        put(verdict.stored);
        watchers.changed(key);
      }
      return verdict.result;
    },
    async due(collection, now, limit = 1000) {
      return index.due(collection.name, now, limit);
    },
    async *keys(prefix) {
      for (const key of texts.keys()) if (key.startsWith(prefix)) yield key;
    },
    async forget(key) {
      remove(key);
    },
    watch: watchers.watch,
    async ping() {
      if (closed) throw new StoreUnavailable('the store is closed');
    },
    async close() {
      closed = true;
    },
    async *all() {
      for (const text of texts.values()) yield JSON.parse(text);
    },
    async isEmpty() {
      return texts.size === 0;
    },
    async replaceAll(documents) {
      const fresh: Stored[] = [];
      for await (const stored of documents) fresh.push(stored);
      texts.clear();
      index = createDueIndex();
      for (const stored of fresh) put(stored);
      watchers.missed();
    },
  };
}
