import type { Analyzer } from './analyze.ts';
import { type AnalyzedEntry, analyzedEntry } from './analyzed-entry.ts';
import { createPostings, type Postings } from './postings.ts';
import type { Findable } from './search.ts';
import type { Vocabulary } from './spelling.ts';
import { createUnitTable, type UnitTable } from './unit-table.ts';

/** An entry of the index; `terms` are all it is found by. */
export interface IndexedEntry extends Pick<AnalyzedEntry, 'id' | 'topic' | 'names'> {
  readonly terms: readonly string[];
  readonly words: readonly string[];
}

/** Entries and where their terms stand; entries come and go. */
export interface EntryIndex {
  /** Entries by slot; a removed one leaves its slot to the next. */
  readonly slots: readonly (IndexedEntry | undefined)[];
  readonly postings: Postings;
  /** The units of the entries' names. */
  readonly units: UnitTable;
  /** Grows with every change. */
  version(): number;
  /** Adds an entry or replaces it: all its languages at once. */
  put(texts: readonly Findable[]): void;
  remove(id: string): void;
}

/** An empty index. The words of its entries go into the vocabulary, for spelling repair, where `spells` says so. */
export function createEntryIndex(
  analyzer: Analyzer,
  vocabulary: Vocabulary,
  spells: (word: string) => boolean = () => true,
): EntryIndex {
  const slots: (IndexedEntry | undefined)[] = [];
  const postings = createPostings();
  const units = createUnitTable();
  const slotOf = new Map<string, number>();
  const free: number[] = [];
  let version = 0;

  const remove = (id: string) => {
    const slot = slotOf.get(id);
    const entry = slot === undefined ? undefined : slots[slot];
    if (slot === undefined || !entry) return;
    version++;
    postings.remove(slot, entry.terms);
    for (const word of entry.words) vocabulary.remove(word);
    slots[slot] = undefined;
    slotOf.delete(id);
    free.push(slot);
  };

  return {
    slots,
    postings,
    units,
    remove,
    version: () => version,
    put(texts) {
      const [first] = texts;
      if (!first) return;
      remove(first.id);
      version++;
      const { id, topic, names, strengths, words } = analyzedEntry(texts, analyzer);
      const slot = free.pop() ?? slots.length;
      const spelled = words.filter(spells);
      slots[slot] = {
        id,
        topic,
        names: names.map(name => ({ ...name, units: name.units.map(units.same) })),
        terms: [...strengths.keys()],
        words: spelled,
      };
      slotOf.set(id, slot);
      postings.add(slot, strengths);
      for (const word of spelled) vocabulary.add(word);
    },
  };
}
