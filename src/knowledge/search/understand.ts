import type { Analyzer } from './analyze.ts';
import type { WeighedUnit } from './rank.ts';
import type { Vocabulary } from './spelling.ts';
import type { WeightOf } from './weights.ts';

/** Repairing a word costs up to half a millisecond. */
const maxRepairs = 6;
/** Beyond so many different words, more say nothing more. */
const maxUnits = 24;

/** A question's different units, with chat spelling written out and misspelled words repaired by the vocabularies. */
export function understand(
  question: string,
  analyzer: Analyzer,
  vocabularies: readonly Vocabulary[],
  weightOf: WeightOf,
): WeighedUnit[] {
  let repairs = 0;
  const repaired = (word: string) => {
    if (analyzer.knows(word) || vocabularies.some(known => known.has(word)) || repairs >= maxRepairs)
      return word;
    repairs++;
    for (const known of vocabularies) {
      const meant = known.nearest(word);
      if (meant) return meant;
    }
    return word;
  };
  const words = analyzer.words(question).map(repaired);
  const distinct = new Map(analyzer.units(words, false).map(unit => [unit.terms.join(' '), unit]));
  return Array.from(distinct.values())
    .slice(0, maxUnits)
    .map(unit => ({ ...unit, weight: weightOf(unit) }));
}
