import type { Unit } from './analyze.ts';
import type { Name } from './analyzed-entry.ts';
import type { EntryIndex, IndexedEntry } from './entry-index.ts';
import type { Postings } from './postings.ts';
import type { WeightOf } from './weights.ts';

/** A unit of a question with how much it says, from 0 (stands everywhere) to 1 (stands nowhere). */
export interface WeighedUnit extends Unit {
  readonly weight: number;
}

/** An entry and how well it fits a question, from 0 to 1. */
export interface Match {
  readonly entry: IndexedEntry;
  readonly score: number;
}

const reranked = 30;
/** What counts more: the share of the question that the entry has, or how close its nearest title or alias is. */
const shareOfSimilarity = 0.5;
/** What a text counts that has one word of a phrase, such as "police" of "chicago police". */
const shareOfPart = 0.5;

/** The entries that fit best, best first; first by all their words, then the best 30 by their titles and aliases. */
export function rank(units: readonly WeighedUnit[], index: EntryIndex, weightOf: WeightOf): Match[] {
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return [];
  const sums = sumBySlot(units, index.postings, index.slots.length);
  const shared = sharedUnits(units, index);
  return best(sums, reranked)
    .flatMap(slot => {
      const entry = index.slots[slot];
      if (!entry) return [];
      const coverage = (sums[slot] ?? 0) / total;
      let similarity = 0;
      for (const name of entry.names) {
        similarity = Math.max(similarity, similarityOf(name, units, total, shared, weightOf));
      }
      const score = coverage * (1 - shareOfSimilarity) + similarity * shareOfSimilarity;
      return [{ entry, score }];
    })
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

function sumBySlot(units: readonly WeighedUnit[], postings: Postings, size: number): Float64Array {
  const sums = new Float64Array(size);
  const strongest = new Float64Array(size);
  for (const { terms, parts, weight } of units) {
    const touched: number[] = [];
    const count = (term: string, share: number) => {
      const posting = postings.of(term);
      if (!posting) return;
      const { slots, strengths } = posting;
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

/** What a unit of a name and a question have in common. */
interface Shared {
  /** The share of the name's unit that the question has. */
  readonly ofName: number;
  /** Places of the question's units, with the share of each that the name's unit has. */
  readonly ofQuestion: readonly (readonly [place: number, share: number])[];
}

/** The units of the index's names that a question shares. */
function sharedUnits(units: readonly WeighedUnit[], index: EntryIndex): Map<Unit, Shared> {
  const all = new Set<string>();
  for (const { terms, parts } of units) {
    for (const term of [...terms, ...parts]) all.add(term);
  }
  const shared = new Map<Unit, Shared>();
  for (const term of all) {
    for (const unit of index.units.having(term)) {
      if (shared.has(unit)) continue;
      const inName = new Set([...unit.terms, ...unit.parts]);
      const ofQuestion = units.flatMap((asked, place) => {
        const share = shareIn(inName, asked);
        return share > 0 ? [[place, share] as const] : [];
      });
      shared.set(unit, { ofName: shareIn(all, unit), ofQuestion });
    }
  }
  return shared;
}

function shareIn(terms: ReadonlySet<string>, unit: Unit): number {
  if (unit.terms.some(term => terms.has(term))) return 1;
  return unit.parts.some(term => terms.has(term)) ? shareOfPart : 0;
}

/** The geometric mean of the share of the question in the name and the share of the name in the question. */
function similarityOf(
  name: Name,
  units: readonly WeighedUnit[],
  total: number,
  sharedUnits: ReadonlyMap<Unit, Shared>,
  weightOf: WeightOf,
): number {
  const shares = new Float64Array(units.length);
  let all = 0;
  let ofName = 0;
  for (const unit of name.units) {
    const weight = weightOf(unit);
    all += weight;
    const shared = sharedUnits.get(unit);
    if (!shared) continue;
    ofName += weight * shared.ofName;
    for (const [place, share] of shared.ofQuestion) shares[place] = Math.max(shares[place] ?? 0, share);
  }
  if (ofName === 0) return 0;
  const ofQuestion = units.reduce((sum, unit, place) => sum + unit.weight * (shares[place] ?? 0), 0);
  return Math.sqrt((ofQuestion / total) * (ofName / all));
}
