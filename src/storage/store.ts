import type { z } from 'zod';

/** One kind of document. Its key is `name:id`; `id` may hold further colons (`faq:GUILD:ENTRY`). */
export interface Collection<T> {
  readonly name: string;
  /** Every document is parsed with it when read, so a document from an older version or a stranger's hand cannot slip in. */
  readonly schema: z.ZodType<T>;
  /** When the document next has work to do; undefined for never. Kept in an index that {@link Store.due} reads. */
  dueAt?(document: T): Date | undefined;
}

/**
 * Where the bot keeps what people entrust to it: small JSON documents, one verb to change one.
 * Every method rejects with {@link StoreUnavailable} when the storage cannot be reached.
 */
export interface Store {
  /** The document, or undefined where there is none. */
  read<T>(collection: Collection<T>, id: string): Promise<T | undefined>;
  /**
   * Changes one document atomically; durable when it resolves. `change` gets the present document (undefined where there is none) and
   * returns the next one and a result; returning the same object writes nothing, returning undefined removes it.
   * `change` must be pure: it may run again when two replicas meet.
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
  /** Calls `listener` with the key of every changed document, also when another replica changed it. Returns a function that stops it. */
  watch(listener: (key: string) => void): () => void;
  /** Resolves when the storage answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The storage does not answer now; what was asked for has not been done, and may be tried again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
