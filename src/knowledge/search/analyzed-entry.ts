import type { Language } from '../../i18n/languages.ts';
import type { Analyzer, Unit } from './analyze.ts';
import type { Findable } from './search.ts';
import { nameKey } from './words.ts';

/** A title or alias as it is matched. */
export interface Name {
  readonly key: string;
  readonly language: Language;
  readonly isTitle: boolean;
  readonly units: readonly Unit[];
}

/** An entry with all its languages, prepared for the index. */
export interface AnalyzedEntry {
  readonly id: string;
  readonly topic: string | undefined;
  readonly names: readonly Name[];
  /** How strongly the entry has each term, 0 to 1. */
  readonly strengths: ReadonlyMap<string, number>;
  /** Its different words, for spelling repair. */
  readonly words: readonly string[];
}

// Titles and aliases are how people ask; a body is long and mentions much in passing.
const weightOf = { title: 2, alias: 1.5, body: 0.35 };
/** The weight at which a term reaches half its strength. */
const half = 1.6;

/** Prepares an entry's texts, all with one id. */
export function analyzedEntry(texts: readonly Findable[], analyzer: Analyzer): AnalyzedEntry {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  const names: Name[] = [];
  const all = new Set<string>();
  for (const { language, title, aliases, body } of texts) {
    for (const [index, name] of [title, ...aliases].entries()) {
      const words = analyzer.words(name);
      const isTitle = index === 0;
      for (const word of words) all.add(word);
      for (const term of analyzer.count(words).keys()) add(term, isTitle ? weightOf.title : weightOf.alias);
      names.push({ key: nameKey(name), language, isTitle, units: analyzer.units(words, true) });
    }
    const words = analyzer.words(body, false);
    for (const word of words) all.add(word);
    for (const [term, count] of analyzer.count(words)) add(term, weightOf.body * Math.sqrt(count));
  }
  const strengths = new Map<string, number>();
  for (const [term, weight] of weights) strengths.set(term, weight / (weight + half));
  return { id: texts[0]?.id ?? '', topic: texts[0]?.topic, names, strengths, words: [...all] };
}
