import type { Unit } from './analyze.ts';
import type { EntryIndex } from './entry-index.ts';
import type { Postings } from './postings.ts';
import type { IndexedEntry, Name } from './texts.ts';
import type { WeightOf } from './weights.ts';

/** A unit of a question with how much it says, from 0 (stands everywhere) to 1 (stands nowhere). */
export interface WeighedUnit extends Unit {
  readonly weight: number;
}

/** How well an entry fits a question; all from 0 to 1. */
export interface Match {
  readonly entry: IndexedEntry;
  /** The share of the question that the entry has. */
  readonly coverage: number;
  /** How close the question is to the nearest title or alias. */
  readonly similarity: number;
  readonly score: number;
}

const reranked = 30;
const shareOfSimilarity = 0.5;
/** What a text counts that has one word of a phrase, such as "police" of "chicago police". */
const shareOfPart = 0.5;

/** The entries that fit best, best first; first by all their words, then the best 30 by their titles and aliases. */
export function rank(
  units: readonly WeighedUnit[],
  { postings, slots }: EntryIndex,
  weightOf: WeightOf,
): Match[] {
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return [];
  const sums = sumBySlot(units, postings, slots.length);
  return best(sums, reranked)
    .flatMap(slot => {
      const entry = slots[slot];
      if (!entry) return [];
      const coverage = (sums[slot] ?? 0) / total;
      const similarity = Math.max(...entry.names.map(name => similarityOf(units, total, name, weightOf)));
      const score = coverage * (1 - shareOfSimilarity) + similarity * shareOfSimilarity;
      return [{ entry, coverage, similarity, score }];
    })
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

function sumBySlot(units: readonly WeighedUnit[], postings: Postings, size: number): Float64Array {
  const sums = new Float64Array(size);
  const strongest = new Float64Array(size);
  for (const { terms, parts, weight } of units) {
    const touched: number[] = [];
    const count = (term: string, share: number) => {
      const { slots = [], strengths = [] } = postings.of(term) ?? {};
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] ?? 0;
        const strength = (strengths[at] ?? 0) * share;
        const before = strongest[slot] ?? 0;
        if (before === 0) touched.push(slot);
        if (strength > before) strongest[slot] = strength;
      }
    };
    for (const term of terms) count(term, 1);
    for (const term of parts) count(term, shareOfPart);
    for (const slot of touched) {
      sums[slot] = (sums[slot] ?? 0) + weight * (strongest[slot] ?? 0);
      strongest[slot] = 0;
    }
  }
  return sums;
}

/** The slots with the highest sums, best first. */
function best(sums: Float64Array, count: number): number[] {
  const kept: number[] = [];
  let least = 0;
  for (let slot = 0; slot < sums.length; slot++) {
    const sum = sums[slot] ?? 0;
    if (sum <= least) continue;
    let at = kept.length;
    while (at > 0 && (sums[kept[at - 1] ?? 0] ?? 0) < sum) at--;
    kept.splice(at, 0, slot);
    if (kept.length > count) kept.pop();
    if (kept.length === count) least = sums[kept[count - 1] ?? 0] ?? 0;
  }
  return kept;
}

/** The geometric mean of the share of the question in the name and the share of the name in the question. */
function similarityOf(units: readonly WeighedUnit[], total: number, name: Name, weightOf: WeightOf): number {
  const inName = new Set(name.units.flatMap(unit => [...unit.terms, ...unit.parts]));
  const inQuestion = new Set(units.flatMap(unit => [...unit.terms, ...unit.parts]));
  let shared = 0;
  for (const unit of units) shared += unit.weight * shareIn(inName, unit);
  if (shared === 0) return 0;
  let sharedOfName = 0;
  let all = 0;
  for (const unit of name.units) {
    const weight = weightOf(unit.terms) * shareOfKind[unit.kind];
    all += weight;
    sharedOfName += weight * shareIn(inQuestion, unit);
  }
  return all === 0 ? 0 : Math.sqrt((shared / total) * (sharedOfName / all));
}

function shareIn(terms: ReadonlySet<string>, unit: Unit): number {
  if (unit.terms.some(term => terms.has(term))) return 1;
  return unit.parts.some(term => terms.has(term)) ? shareOfPart : 0;
}

/** What a word counts that says little or nothing about the subject, beside one that does. */
export const shareOfKind: Readonly<Record<Unit['kind'], number>> = { subject: 1, shape: 0.6, weak: 0.3 };
