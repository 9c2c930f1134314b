import type { EntryIndex } from './entry-index.ts';

/** How much terms say, from 0 (every text has one) to 1 (no text has any). */
export type WeightOf = (terms: readonly string[]) => number;

/** Weights by how many texts of these indexes have a term; more indexes make small ones comparable. */
export function weightsBy(indexes: readonly EntryIndex[]): WeightOf {
  return terms => {
    let size = 0;
    for (const { slots } of indexes) size += slots.length;
    let most = 0;
    for (const term of terms) {
      let mass = 0;
      for (const { postings } of indexes) mass += postings.mass(term);
      most = Math.max(most, mass);
    }
    return Math.log(1 + size / (most + 0.5)) / Math.log(1 + size / 0.5);
  };
}
