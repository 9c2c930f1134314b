import { createTurns } from '../../lib/keyed-queue.ts';
import { StoreUnavailable } from '../../lib/unavailable.ts';
import type { Adapter, OnDamage } from '../adapter.ts';
import type { Stored } from '../document.ts';
import { decide, decode, keyOf } from '../document.ts';
import { createDueIndex } from '../due-index.ts';
import { createWatchers } from '../watchers.ts';
import { holdDataFolder, replaceDocuments, tidyDataFolder } from './data-folder.ts';
import { openDocumentFiles } from './document-files.ts';
import { isDamage, readOrRecover } from './recover.ts';
import { documentsFolder, snapshot } from './snapshot.ts';

/** Where the embedded store is, and who is told of what goes wrong. */
export interface FileStoreOptions {
  /** Made where it is missing. Held by one process at a time. */
  readonly dataDir: string;
  readonly onDamage: OnDamage;
  readonly onListenerError: (error: unknown) => void;
  readonly now?: () => Date;
}

/**
 * The embedded store: a JSON file for each document, in `documents` under the data folder. Throws {@link StoreInUse} where another process holds the
 * folder, {@link StoreUnavailable} where it cannot be used.
 */
export async function openFileStore(options: FileStoreOptions): Promise<Adapter> {
  const { dataDir, onDamage, onListenerError, now = () => new Date() } = options;
  const unlock = await holdDataFolder(dataDir);
  const turns = createTurns();
  const watchers = createWatchers(onListenerError);
  let files = await tidyDataFolder(dataDir)
    .then(() => openDocumentFiles(documentsFolder(dataDir)))
    .catch(async (error: unknown) => {
      await unlock();
      throw error;
    });
  let index = createDueIndex();
  let indexed = new Map<string, Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const open = () => {
    if (closing) throw new StoreUnavailable('the store is closed');
  };
  const load = <T>(key: string, accept: (stored: Stored) => T) =>
    readOrRecover(files, key, accept, { now, onDamage });
  const changed = (key: string, dueAt: string | undefined) => {
    index.set(key, dueAt);
    watchers.changed(key);
  };
  const remove = async (key: string) => {
    const existed = files.keys.has(key);
    try {
      await files.remove(key);
    } finally {
      if (existed && !files.keys.has(key)) changed(key, undefined);
    }
  };

  /** In the document's turn: a change under way would otherwise be overtaken by what was read before it. */
  const indexOne = (key: string) =>
    turns.run(key, async () => {
      const head = await files.head(key).catch(async (error: unknown) => {
        if (!isDamage(error)) throw error;
        return (await load(key, stored => stored))?.stored;
      });
      index.set(key, head?.dueAt);
    });
  /** Made when a collection is first asked for: opening the store stays quick. */
  const indexCollection = (name: string): Promise<unknown> => {
    const begun = indexed.get(name);
    if (begun) return begun;
    const making = Promise.all([...files.keys].filter(key => key.startsWith(`${name}:`)).map(indexOne));
    indexed.set(name, making);
    making.catch(() => indexed.delete(name));
    return making;
  };

  return {
    async read(collection, id) {
      open();
      const key = keyOf(collection, id);
      const accept = (stored: Stored) => decode(collection, stored);
      try {
        const stored = await files.read(key);
        return stored && accept(stored);
      } catch (error) {
        if (!isDamage(error)) throw error;
        return turns.run(key, async () => (await load(key, accept))?.document);
      }
    },
    async update(collection, id, change) {
      open();
      const key = keyOf(collection, id);
      return turns.run(key, async () => {
        const kept = (await load(key, stored => decode(collection, stored)))?.stored;
        const verdict = decide(collection, id, kept, change);
        if (verdict.write === 'removal') await remove(key);
        if (verdict.write === 'document') {
          await files.write(verdict.stored, kept);
          changed(key, verdict.stored.dueAt);
        }
        return verdict.result;
      });
    },
    async due(collection, at, limit = 1000) {
      open();
      await indexCollection(collection.name);
      return index.due(collection.name, at, limit);
    },
    async *keys(prefix) {
      open();
      for (const key of files.keys) if (key.startsWith(prefix)) yield key;
    },
    async forget(key) {
      open();
      await turns.run(key, () => remove(key));
    },
    watch: watchers.watch,
    async ping() {
      open();
      await files.ping();
    },
    close() {
      closing ??= turns.settled().then(unlock);
      return closing;
    },
    async *all() {
      open();
      yield* snapshot(dataDir, onDamage);
    },
    async isEmpty() {
      open();
      return files.keys.size === 0;
    },
    async replaceAll(documents) {
      open();
      await turns.settled();
      await replaceDocuments(dataDir, documents);
      files = await openDocumentFiles(documentsFolder(dataDir));
      index = createDueIndex();
      indexed = new Map();
      watchers.missed();
    },
  };
}
