import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Low } from 'lowdb';
import pLimit from 'p-limit';
import { OutcomeUnknown } from '../../lib/unavailable.ts';
import type { Stored } from '../document.ts';
import { isKey } from '../document.ts';
import { codeOf, Damaged, unavailable } from './disk-error.ts';
import { durableFile, headAt, NotDurable, replaceFile, syncFolder, textOf } from './durable-file.ts';
import { fileNameOf, keyOfFileName } from './file-names.ts';

/**
 * A folder with a JSON file for each document: `NAME.json`, beside it `NAME.json.bak`, the same document once more in case the first is
 * damaged, and `NAME.json.damaged-DATE` where that has happened. Whoever uses it lets changes of one document happen one after the other.
 */
export interface DocumentFiles {
  readonly keys: ReadonlySet<string>;
  /** Undefined where there is no such document. Rejects with {@link Damaged}. */
  read(key: string): Promise<Stored | undefined>;
  /** All but the body, from the file's first bytes. Rejects with {@link Damaged}. */
  head(key: string): Promise<Omit<Stored, 'body'> | undefined>;
  /** The last good copy; undefined where there is none, or it is damaged too. */
  readCopy(key: string): Promise<Stored | undefined>;
  /** Durable when it resolves; when it rejects, the document `before` is still in place. */
  write(next: Stored, before: Stored | undefined): Promise<void>;
  /** Removes the document and its copy, and what was set aside of it unless that is to be kept. */
  remove(key: string, options?: { readonly keepDamaged: boolean }): Promise<void>;
  /** Renames the file, so that nothing reads it, and gives its new name; undefined where it was gone. Its copy stays. */
  setAside(key: string, now: Date): Promise<string | undefined>;
  ping(): Promise<void>;
}

/** Files open at once: far fewer than operating systems allow, and enough to keep Node's four disk threads busy. */
const openFiles = 32;

/** Opens a folder, making it where there is none. What a killed process left half written is removed. */
export async function openDocumentFiles(folder: string): Promise<DocumentFiles> {
  const limit = pLimit(openFiles);
  const onDisk = <T>(job: () => Promise<T>): Promise<T> =>
    limit(job).catch((error: unknown) => {
      throw unavailable(error, folder);
    });
  const fileOf = (key: string) => path.join(folder, `${fileNameOf(key)}.json`);
  const copyOf = (key: string) => `${fileOf(key)}.bak`;
  const database = (file: string, key: string) => new Low<Stored | null>(durableFile(file, key), null);

  const keys = new Set<string>();
  /** Damaged files by key: a document is gone for good only with them. */
  const damaged = new Map<string, string[]>();

  await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(path.dirname(folder));
    for (const name of await readdir(folder)) {
      const [, stem = '', ending = ''] = /^([^.]+)\.json(.*)$/.exec(name) ?? [];
      const key = keyOfFileName(stem);
      if (key === undefined || !isKey(key)) continue;
      if (ending.endsWith('.tmp')) await rm(path.join(folder, name));
      else if (ending.startsWith('.damaged-')) damaged.set(key, [...(damaged.get(key) ?? []), name]);
      // A copy alone also counts: reading the document will find its file gone and bring the copy back.
      else if (ending === '' || ending === '.bak') keys.add(key);
    }
  });

  /** What `job` reads of a document's file. Where a document's file is gone, that is damage, unless the whole folder is. */
  const reading = async <T>(key: string, job: () => Promise<T | null>): Promise<T | undefined> => {
    if (!keys.has(key)) return undefined;
    const found = await job();
    if (found !== null) return found;
    await access(folder);
    throw new Damaged('its file is gone');
  };

  return {
    keys,
    read: key =>
      onDisk(() =>
        reading(key, async () => {
          const low = database(fileOf(key), key);
          await low.read();
          return low.data;
        }),
      ),
    head: key => onDisk(() => reading(key, () => headAt(fileOf(key)))),
    readCopy: key =>
      onDisk(async () => {
        const low = database(copyOf(key), key);
        await low.read();
        return low.data ?? undefined;
      }).catch((error: unknown) => {
        if (error instanceof Damaged) return undefined;
        throw error;
      }),
    async write(next, before) {
      const file = fileOf(next.key);
      const low = database(file, next.key);
      low.data = next;
      await onDisk(async () => {
        try {
          await low.write();
        } catch (error) {
          if (error instanceof NotDurable) await putBack(file, before, error);
          throw error;
        }
      });
      keys.add(next.key);
      // The document is safe by now. A disk too full for the copy leaves an older copy.
      await onDisk(() => replaceFile(copyOf(next.key), textOf(next), { flush: false })).catch(
        () => undefined,
      );
    },
    async remove(key, { keepDamaged } = { keepDamaged: false }) {
      const asides = keepDamaged ? [] : (damaged.get(key) ?? []);
      if (!keys.has(key) && asides.length === 0) return;
      await onDisk(async () => {
        // The copy first: a copy alone would bring the document back.
        for (const aside of asides) await rm(path.join(folder, aside), { force: true });
        await rm(copyOf(key), { force: true });
        await rm(fileOf(key), { force: true });
      });
      keys.delete(key);
      if (!keepDamaged) damaged.delete(key);
      await onDisk(() => syncFolder(folder)).catch((cause: unknown) => {
        throw new OutcomeUnknown('the disk failed while a document was removed', { cause });
      });
    },
    setAside: (key, now) =>
      onDisk(async () => {
        const name = path.basename(fileOf(key));
        const aside = `${name}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
        try {
          await rename(fileOf(key), path.join(folder, aside));
        } catch (error) {
          if (codeOf(error) === 'ENOENT') return undefined;
          throw error;
        }
        damaged.set(key, [...(damaged.get(key) ?? []), aside]);
        await syncFolder(folder);
        return aside;
      }),
    ping: () => onDisk(() => access(folder)),
  };
}

/** Undoes a write that is not durable, so that what was refused has not been done either. */
async function putBack(file: string, before: Stored | undefined, cause: NotDurable): Promise<void> {
  try {
    if (before) await replaceFile(file, textOf(before), { flush: false });
    else await rm(file, { force: true });
  } catch {
    throw new OutcomeUnknown('the disk failed while a change was made', { cause });
  }
}
