import type { Language } from '../../i18n/language.ts';
import type { Topic } from '../entry.ts';
import type { Findable } from '../search.ts';
import type { Analyzer, Unit } from './analyze.ts';
import { nameKey, wordsOf } from './words.ts';

/** A title or alias as it is matched. */
export interface Name {
  readonly key: string;
  readonly language: Language;
  readonly isTitle: boolean;
  readonly units: readonly Unit[];
}

/** An entry with all its languages, prepared for the index. */
export interface IndexedEntry {
  readonly id: string;
  readonly topic: Topic | undefined;
  readonly names: readonly Name[];
  /** How strongly the entry has each term, 0 to 1. */
  readonly strengths: ReadonlyMap<string, number>;
}

// Titles and aliases are how people ask; a body is long and mentions much in passing.
const weightOf = { title: 2, alias: 1.5, body: 0.35 };
/** The weight at which a term reaches half its strength. */
const half = 1.2;

/** An entry's texts, all with one id, as the index keeps them. */
export function indexedEntry(texts: readonly Findable[], analyzer: Analyzer): IndexedEntry {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  const names: Name[] = [];
  for (const { language, title, aliases, body } of texts) {
    for (const [index, text] of [title, ...aliases].entries()) {
      const isTitle = index === 0;
      for (const term of analyzer.termsOf(text, language).keys()) {
        add(term, isTitle ? weightOf.title : weightOf.alias);
      }
      names.push({ key: nameKey(text), language, isTitle, units: analyzer.units(wordsOf(text), language) });
    }
    for (const [term, count] of analyzer.termsOf(body, language)) add(term, weightOf.body * Math.sqrt(count));
  }
  const strengths = new Map(Array.from(weights, ([term, weight]) => [term, weight / (weight + half)]));
  return { id: texts[0]?.id ?? '', topic: texts[0]?.topic, names, strengths };
}
