import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import type { Stored } from '../document.ts';
import { storedSchema } from '../document.ts';
import { codeOf, Damaged } from './disk-error.ts';

/** The new document is in place, but it is not sure that it will be after a power cut. */
export class NotDurable extends Error {
  override name = 'NotDurable';
}

/**
 * One document's file for lowdb: null where there is no file. A write is on the disk when it resolves, and whatever happens on the way the file
 * holds the old document or the new one, never a part. Rejects with {@link Damaged} where the file does not hold the document of this key.
 */
export function durableFile(file: string, key: string): Adapter<Stored | null> {
  return {
    async read() {
      const text = await textAt(file);
      return text === undefined ? null : parse(text, key);
    },
    async write(stored) {
      if (stored === null) return;
      await replaceFile(file, textOf(stored), { flush: true });
      await syncFolder(path.dirname(file)).catch((cause: unknown) => {
        throw new NotDurable('the folder could not be synced', { cause });
      });
    },
  };
}

/**
 * Puts a file in the place of another. Not write-file-atomic, nor atomically: when the disk runs full within a write, both take the part that
 * was written for the whole (https://github.com/fabiospampinato/atomically/pull/18), while Node's own writeFile writes on until it fails.
 */
export async function replaceFile(file: string, text: string, options: { flush: boolean }): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    await writeFile(temporary, text, { ...options, mode: 0o600 });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes the names in a folder durable: without it a power cut may undo a rename. Windows has no such call, and needs none; some network file
 * systems refuse it, and there nothing more can be done (PostgreSQL does the same, in fsync_fname).
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!unsupported.has(codeOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

const unsupported = new Set(['EINVAL', 'EBADF', 'ENOTSUP', 'ENOSYS']);

/** The text of a file, undefined where there is none. */
async function textAt(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A document as JSON, with all but the body on the first line, so that an index can be made without reading bodies. */
export function textOf({ body, ...head }: Stored): string {
  return `${JSON.stringify(head).slice(0, -1)},\n"body":${JSON.stringify(body)}}\n`;
}

/** What a file says before the body, from its first 4,096 bytes; null where there is no file. Rejects with {@link Damaged}. */
export async function headAt(file: string): Promise<Omit<Stored, 'body'> | null> {
  const start = await startOf(file, 4096);
  if (start === undefined) return null;
  const end = start.indexOf(',\n');
  if (end < 0) throw new Damaged('its first line is cut short');
  return parse(`${start.slice(0, end)},"body":null}`);
}

async function startOf(file: string, bytes: number): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string, key?: string): Stored {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Damaged(text.trim() === '' ? 'it is empty' : 'it is not JSON');
  }
  const parsed = storedSchema.safeParse(value);
  if (!parsed.success) throw new Damaged(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  if (key !== undefined && parsed.data.key !== key) throw new Damaged('it holds another document');
  return parsed.data;
}
