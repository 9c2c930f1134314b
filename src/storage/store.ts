import type { z } from 'zod';

/** One kind of document. Its key is `name:id`; `id` may hold further colons (`faq:GUILD:ENTRY`). */
export interface Collection<T> {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Every document is parsed with it when read, so a document from an older version or a stranger's hand cannot slip in. */
  readonly schema: z.ZodType<T>;
  /**
   * When the document next has work to do; undefined for never. Kept in an index that {@link Store.due} reads, and
   * computed when the document is written: changing this function does not move documents that are not written again.
   */
  dueAt?(document: T): Date | undefined;
}

/**
 * Where the bot keeps what people entrust to it: small JSON documents, one verb to change one.
 * Every method rejects with {@link StoreUnavailable} when the storage cannot be reached.
 */
export interface Store {
  /**
   * The document, or undefined where there is none. Each call gives a fresh copy. Rejects with {@link DocumentUnreadable}
   * when the schema refuses what is kept.
   */
  read<T>(collection: Collection<T>, id: string): Promise<T | undefined>;
  /**
   * Changes one document atomically; durable when it resolves. `change` gets the present document (undefined where there is none) and
   * returns the next one and a result; returning the same object writes nothing, returning undefined removes it.
   * `change` must be pure: it may run again when two replicas meet. When it throws, nothing is written.
   * Ids make keys of up to 200 characters, of which others than `a-z0-9_:-` count three for each of their UTF-8 bytes; a longer one, or one
   * with NUL, rejects with a RangeError (and reads as undefined). What is kept is the document's JSON, with NUL and lone surrogates (which PostgreSQL cannot keep) as U+FFFD.
   */
  update<T, R>(
    collection: Collection<T>,
    id: string,
    change: (document: T | undefined) => readonly [next: T | undefined, result: R],
  ): Promise<R>;
  /** Ids of a collection's documents whose `dueAt` is at or before `now`, earliest first, at most `limit` (default 1,000). */
  due<T>(collection: Collection<T>, now: Date, limit?: number): Promise<readonly string[]>;
  /** Keys that start with `prefix`, in no promised order. */
  keys(prefix: string): AsyncIterable<string>;
  /** Removes a document by key, for good, with any older copy of it. */
  forget(key: string): Promise<void>;
  /**
   * Calls `listener` with the key of every changed document, also when another replica changed it. Calls `missed` when changes of other
   * replicas may have gone by unseen (the connection to them was lost): whatever is kept from documents must be read anew.
   * Returns a function that stops both.
   */
  watch(listener: (key: string) => void, missed?: () => void): () => void;
  /** Resolves when the storage answers. */
  ping(): Promise<void>;
  /** Waits for the changes under way, then lets go of the storage. */
  close(): Promise<void>;
}

/** Another process uses the storage. The message says which, and what to do. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

/** A document is kept but its schema refuses it, so another version of the bot or a stranger's hand wrote it. It is left as it is. */
export class DocumentUnreadable extends Error {
  override name = 'DocumentUnreadable';
}
