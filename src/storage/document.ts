import { z } from 'zod';
import { fileNameOf } from './files/file-names.ts';
import type { Collection } from './store.ts';
import { DocumentUnreadable } from './store.ts';

/** A document as adapters keep and move it: all that backup, restore and {@link Store.due} need, without knowing its collection. */
export const storedSchema = z.strictObject({
  key: z.string().refine(isKey, 'not a key'),
  /** Grows by one with every write. */
  version: z.int().positive(),
  dueAt: z.iso.datetime().optional(),
  /** JSON by origin: adapters parse it from text or from jsonb. */
  body: z.unknown().refine(body => body !== undefined, 'missing'),
});
/** What {@link storedSchema} describes; `dueAt` is an ISO date and time. */
export interface Stored {
  readonly key: string;
  readonly version: number;
  readonly dueAt?: string | undefined;
  readonly body: unknown;
}

/** What a change asks an adapter to do. */
export type Verdict<R> =
  | { readonly write: 'nothing'; readonly result: R }
  | { readonly write: 'removal'; readonly result: R }
  | { readonly write: 'document'; readonly stored: Stored; readonly result: R };

/** Leaves room for endings below the 255 bytes that file systems allow. */
const nameLength = 200;
const keyPattern = /^[a-z][a-z0-9-]{0,39}:./s;

/**
 * True for keys every adapter can keep: `collection:id`, 200 characters, of which others than `a-z0-9_:-` count three for each of their UTF-8
 * bytes; without NUL and lone surrogates.
 */
export function isKey(key: string): boolean {
  return (
    keyPattern.test(key) &&
    key.length <= nameLength &&
    fileNameOf(key).length <= nameLength &&
    !key.includes('\0') &&
    key.isWellFormed()
  );
}

/** The key of a document. Whether documents can have it is {@link isKey}'s to say: ids may come from what people type. */
export function keyOf<T>(collection: Collection<T>, id: string): string {
  return `${collection.name}:${id}`;
}

/** The kept body, which the caller must own, as the collection's type. Throws {@link DocumentUnreadable} where the schema refuses it. */
export function decode<T>(collection: Collection<T>, { key, version, body }: Stored): T {
  const parsed = collection.schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new DocumentUnreadable(`${key} (version ${version}): ${z.prettifyError(parsed.error)}`);
}

/** Runs a change on what is kept. Throws where the change throws, and where its next document could not be read again. */
export function decide<T, R>(
  collection: Collection<T>,
  id: string,
  kept: Stored | undefined,
  change: (document: T | undefined) => readonly [next: T | undefined, result: R],
): Verdict<R> {
  const key = keyOf(collection, id);
  if (!isKey(key)) throw new RangeError(`not a key: ${JSON.stringify(key.slice(0, 100))}`);
  const document = kept && decode(collection, kept);
  const [next, result] = change(document);
  if (next === document) return { write: 'nothing', result };
  if (next === undefined) return { write: 'removal', result };
  const dueAt = collection.dueAt?.(next)?.toISOString();
  const stored: Stored = {
    key,
    version: (kept?.version ?? 0) + 1,
    ...(dueAt === undefined ? {} : { dueAt }),
    body: jsonOf(next),
  };
  decode(collection, stored);
  return { write: 'document', stored, result };
}

/** A value as JSON, with what PostgreSQL cannot keep in text replaced; a backslash that is itself escaped is passed over. */
function jsonOf(value: unknown): unknown {
  const text = JSON.stringify(value).replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, found =>
    found === '\\u0000' || found.startsWith('\\ud') ? '\ufffd' : found,
  );
  return JSON.parse(text);
}
