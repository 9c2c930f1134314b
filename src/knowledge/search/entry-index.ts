import type { Findable } from '../search.ts';
import type { Analyzer } from './analyze.ts';
import { createPostings, type Postings } from './postings.ts';
import type { Vocabulary } from './spelling.ts';
import { type IndexedEntry, indexedEntry } from './texts.ts';

/** Entries and where their terms stand; entries come and go. */
export interface EntryIndex {
  /** Entries by slot; a removed one leaves its slot to the next. */
  readonly slots: readonly (IndexedEntry | undefined)[];
  readonly postings: Postings;
  /** Adds an entry or replaces it: all its languages at once. */
  put(texts: readonly Findable[]): void;
  remove(id: string): void;
}

/** An empty index. The words of its entries go into the vocabulary, for spelling repair. */
export function createEntryIndex(analyzer: Analyzer, vocabulary: Vocabulary): EntryIndex {
  const slots: (IndexedEntry | undefined)[] = [];
  const postings = createPostings();
  const slotOf = new Map<string, number>();
  const free: number[] = [];

  const remove = (id: string) => {
    const slot = slotOf.get(id);
    const entry = slot === undefined ? undefined : slots[slot];
    if (slot === undefined || !entry) return;
    postings.remove(slot, entry.strengths.keys());
    for (const word of entry.words) vocabulary.remove(word);
    slots[slot] = undefined;
    slotOf.delete(id);
    free.push(slot);
  };

  return {
    slots,
    postings,
    remove,
    put(texts) {
      const [first] = texts;
      if (!first) return;
      remove(first.id);
      const entry = indexedEntry(texts, analyzer);
      const slot = free.pop() ?? slots.length;
      slots[slot] = entry;
      slotOf.set(first.id, slot);
      postings.add(slot, entry.strengths);
      for (const word of entry.words) vocabulary.add(word);
    },
  };
}
