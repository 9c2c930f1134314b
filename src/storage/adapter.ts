import type { Stored } from './document.ts';
import type { Store } from './store.ts';

/** A store as backup and restore see it. */
export interface Adapter extends Store {
  /** Every document, whatever its collection, in no promised order. What damage was found is reported, not thrown. */
  all(): AsyncIterable<Stored>;
  /** True where no document is kept. */
  isEmpty(): Promise<boolean>;
  /** Makes these documents the only ones. Until it resolves the bot refuses the store, or sees the old documents. */
  replaceAll(documents: AsyncIterable<Stored>): Promise<void>;
}

/** Told of a document that could not be read as it was kept: its key, and what became of it, for the log and the moderators. */
export type OnDamage = (key: string, reason: string) => void;
