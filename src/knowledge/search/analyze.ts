import { type Language, languages } from '../../i18n/language.ts';
import { createConcepts } from './concepts.ts';
import { languageTools } from './language-tools.ts';
import type { Lexicon } from './lexicon.ts';
import { createStems } from './stems.ts';
import { wordsOf } from './words.ts';

/**
 * One word of a question, or several that mean one thing ("la migra"). `terms` are what texts are indexed by: `#ice` for a
 * concept of the glossary, `en:warrant` for a stem. A text has the unit when it has one of them.
 */
export interface Unit {
  readonly terms: readonly string[];
  /** Of several words: what each alone would be indexed by. A text that has only these has less. */
  readonly parts: readonly string[];
  /** `weak` carries no meaning of its own ("the"), `shape` tells what kind of answer is wanted ("when"). */
  readonly kind: 'subject' | 'shape' | 'weak';
}

/** Turns words into the terms of the index, for questions (language unknown) and texts (language known). */
export interface Analyzer {
  /** The units of words, in whatever language they are. */
  units(words: readonly string[]): Unit[];
  /** All terms of words, with how often each occurs. */
  count(words: readonly string[]): Map<string, number>;
  /** Notes the words of a text as belonging to a language. */
  learn(words: readonly string[], language: Language): void;
  /** True for a word that needs no spelling repair: a stop word or chat spelling. */
  knows(word: string): boolean;
  /** Words with chat spelling written out: `xq` → `porque`. */
  expand(words: readonly string[]): string[];
}

/** Prepares the glossary for quick look-ups; 10 to 30 ms. */
export function createAnalyzer(lexicon: Lexicon): Analyzer {
  const tools = languageTools();
  const stems = createStems(tools);
  const concepts = createConcepts({ ...lexicon.concepts, ...lexicon.shapes }, stems);
  const shapes = new Set(Object.keys(lexicon.shapes).map(shape => `#${shape}`));
  const shorthand = new Map(
    Object.entries(lexicon.shorthand).map(([from, to]) => [wordsOf(from).join(' '), wordsOf(to)] as const),
  );
  const weakWords = new Set<string>();
  for (const language of languages) {
    const weak = [
      ...tools[language].stopWords,
      ...lexicon.filler[language].flatMap(phrase => wordsOf(phrase)),
    ];
    for (const word of weak) weakWords.add(word);
    stems.learn(weak, language);
  }

  const stemsOf = (word: string) =>
    languages.flatMap(language => {
      const stem = stems.of(word, language);
      return stem === undefined ? [] : [`${language}:${stem}`];
    });

  const kindOf = (found: readonly string[]) =>
    found.every(concept => shapes.has(concept)) ? 'shape' : 'subject';

  const unitOf = (words: readonly string[], at: number): Unit => {
    const word = words[at] ?? '';
    const { concepts: found } = concepts.at(words, at, at + 1);
    const kind = found.length === 0 ? (weakWords.has(word) ? 'weak' : 'subject') : kindOf(found);
    return { terms: [...found, ...stemsOf(word)], parts: [], kind };
  };

  return {
    learn: (words, language) => stems.learn(words, language),
    knows: word => weakWords.has(word) || shorthand.has(word),
    expand: words => words.flatMap(word => shorthand.get(word) ?? word),

    units(words) {
      const units: Unit[] = [];
      for (let at = 0; at < words.length; ) {
        const { length, concepts: terms } = concepts.at(words, at, words.length);
        if (length > 1) {
          const inside = Array.from({ length }, (_, offset) => unitOf(words, at + offset));
          const parts = inside.filter(unit => unit.kind !== 'weak').flatMap(unit => unit.terms);
          units.push({ terms, parts, kind: kindOf(terms) });
        } else units.push(unitOf(words, at));
        at += Math.max(1, length);
      }
      return units;
    },

    count(words) {
      const counts = new Map<string, number>();
      for (const [at, word] of words.entries()) {
        const { concepts: found } = concepts.at(words, at, words.length);
        for (const term of [...stemsOf(word), ...found]) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
      return counts;
    },
  };
}
