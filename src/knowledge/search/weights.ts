import type { Unit } from './analyze.ts';
import type { EntryIndex } from './entry-index.ts';

/** How much a unit says, from 0 (every text has it) to 1 (no text has it). */
export type WeightOf = (unit: Unit) => number;

/** What a word counts that says little or nothing about the subject, beside one that does. */
const shareOfKind: Readonly<Record<Unit['kind'], number>> = { subject: 1, shape: 0.6, weak: 0.3 };

/** Weights by how many texts of these indexes have a unit; more indexes make small ones comparable. */
export function weightsBy(indexes: readonly EntryIndex[]): WeightOf {
  const known = new WeakMap<Unit, { version: number; weight: number }>();
  const weigh = ({ terms, kind }: Unit): number => {
    const size = indexes.reduce((sum, { slots }) => sum + slots.length, 0);
    let most = 0;
    for (const term of terms) {
      const mass = indexes.reduce((sum, { postings }) => sum + postings.mass(term), 0);
      most = Math.max(most, mass);
    }
    return (Math.log(1 + size / (most + 0.5)) / Math.log(1 + size / 0.5)) * shareOfKind[kind];
  };
  return unit => {
    const version = indexes.reduce((sum, index) => sum + index.version(), 0);
    const before = known.get(unit);
    if (before?.version === version) return before.weight;
    const weight = weigh(unit);
    known.set(unit, { version, weight });
    return weight;
  };
}
