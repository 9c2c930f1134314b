import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter, OnDamage } from './adapter.ts';
import { unavailable } from './disk-error.ts';
import type { Stored } from './document.ts';
import { decide, decode, keyOf } from './document.ts';
import type { DocumentFiles } from './document-files.ts';
import { openDocumentFiles } from './document-files.ts';
import { createDueIndex } from './due-index.ts';
import { syncFolder } from './durable-file.ts';
import { documentsFolder, snapshot } from './file-snapshot.ts';
import { lockFolder } from './folder-lock.ts';
import { isDamage, readOrRecover } from './recover.ts';
import { StoreInUse, StoreUnavailable } from './store.ts';
import { createTurns } from './turns.ts';
import { createWatchers } from './watchers.ts';

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
  const folders = foldersOf(dataDir);
  const unlock = await lock(dataDir);
  const turns = createTurns();
  const watchers = createWatchers(onListenerError);
  let files = await tidy(folders)
    .then(() => openDocumentFiles(folders.documents))
    .catch(async (error: unknown) => {
      await unlock();
      throw unavailable(error, dataDir);
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
      await tidy(folders).catch((error: unknown) => {
        throw unavailable(error, dataDir);
      });
      await writeAll(await openDocumentFiles(folders.incoming), documents);
      await exchange(folders).catch((error: unknown) => {
        throw unavailable(error, dataDir);
      });
      files = await openDocumentFiles(folders.documents);
      index = createDueIndex();
      indexed = new Map();
      watchers.missed();
    },
  };
}

const foldersOf = (dataDir: string) => ({
  documents: documentsFolder(dataDir),
  /** While {@link Adapter.replaceAll} runs: the new documents, and for a moment the old ones. */
  incoming: path.join(dataDir, 'incoming'),
  outgoing: path.join(dataDir, 'outgoing'),
});

async function lock(dataDir: string): Promise<() => Promise<void>> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The folder above may be one that this user cannot open.
    if (made !== undefined) await syncFolder(path.dirname(made)).catch(() => undefined);
    return await lockFolder(dataDir);
  } catch (error) {
    throw error instanceof StoreInUse ? error : unavailable(error, dataDir);
  }
}

/** Ends what a process that was killed, or failed, while it replaced all documents has left. */
async function tidy({ documents, incoming, outgoing }: ReturnType<typeof foldersOf>): Promise<void> {
  if (!existsSync(documents) && existsSync(outgoing)) await rename(outgoing, documents);
  await rm(incoming, { recursive: true, force: true });
  await rm(outgoing, { recursive: true, force: true });
}

async function writeAll(files: DocumentFiles, documents: AsyncIterable<Stored>): Promise<void> {
  let batch: Stored[] = [];
  const write = async () => {
    await Promise.all(batch.map(stored => files.write(stored, undefined)));
    batch = [];
  };
  for await (const stored of documents) if (batch.push(stored) === 64) await write();
  await write();
}

/** The new documents in the place of the old: at every moment one of the two is whole, and {@link tidy} finds it. */
async function exchange({ documents, incoming, outgoing }: ReturnType<typeof foldersOf>): Promise<void> {
  await rename(documents, outgoing);
  await rename(incoming, documents);
  await syncFolder(path.dirname(documents));
  await rm(outgoing, { recursive: true, force: true });
}
