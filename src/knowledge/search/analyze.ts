import { forEvery, type Language, languages } from '../../i18n/languages.ts';
import { createConcepts, type FormedWord } from './concepts.ts';
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

/** Turns words into the terms of the index. */
export interface Analyzer {
  /** The words of a text with chat spelling written out: `xq` → `porque`. At most 200 for questions (`limit`). */
  words(text: string, limit?: boolean): string[];
  /** The units of words, in whatever language they are. `remember` for texts; questions are not kept. */
  units(words: readonly string[], remember: boolean): Unit[];
  /** All terms of a text's words, with how often each occurs. */
  count(words: readonly string[]): Map<string, number>;
  /** True for a stop word, which needs no spelling repair. */
  knows(word: string): boolean;
}

/** Prepares the glossary for quick look-ups. The texts tell which language a word belongs to. */
export function createAnalyzer(
  lexicon: Lexicon,
  texts: readonly { readonly language: Language; readonly text: string }[],
): Analyzer {
  const tools = languageTools();
  const shorthand = new Map(
    Object.entries(lexicon.shorthand).map(([from, to]) => [wordsOf(from).join(' '), wordsOf(to)] as const),
  );
  const written = (text: string, limit = true) =>
    wordsOf(text, limit).flatMap(word => shorthand.get(word) ?? word);

  const glossary = Object.entries({ ...lexicon.concepts, ...lexicon.shapes }).flatMap(([name, phrases]) =>
    languages.flatMap(language =>
      (phrases[language] ?? []).map(phrase => ({ concept: `#${name}`, language, words: written(phrase) })),
    ),
  );
  const weakWords = new Set<string>();
  const known: Record<Language, Set<string>> = forEvery(() => new Set<string>());
  for (const language of languages) {
    const filler = (lexicon.filler[language] ?? []).flatMap(phrase => written(phrase));
    for (const word of [...tools[language].stopWords, ...filler]) {
      weakWords.add(word);
      known[language].add(word);
    }
  }
  for (const { language, words } of glossary) for (const word of words) known[language].add(word);
  for (const { language, text } of texts) for (const word of written(text, false)) known[language].add(word);
  const stems = createStems(tools, known);
  const concepts = createConcepts(glossary, stems, word => weakWords.has(word));
  const shapes = new Set(Object.keys(lexicon.shapes).map(shape => `#${shape}`));
  const formed = (words: readonly string[], remember: boolean): FormedWord[] =>
    words.map(word => ({ word, form: stems.of(word, remember) }));

  const kindOf = (found: readonly string[]) =>
    found.every(concept => shapes.has(concept)) ? 'shape' : 'subject';

  const unitAt = (words: readonly FormedWord[], at: number): Unit[] => {
    const here = words[at];
    if (!here) return [];
    const { concepts: found } = concepts.at(words, at, at + 1);
    const kind = found.length > 0 ? kindOf(found) : weakWords.has(here.word) ? 'weak' : 'subject';
    return [{ terms: [...found, ...here.form.terms], parts: [], kind }];
  };

  return {
    words: written,
    knows: word => weakWords.has(word),

    units(plain, remember) {
      const words = formed(plain, remember);
      const units: Unit[] = [];
      for (let at = 0; at < words.length; ) {
        const { length, concepts: terms } = concepts.at(words, at, words.length);
        if (length > 1) {
          const inside = Array.from({ length }, (_, offset) => unitAt(words, at + offset)).flat();
          const parts = inside.filter(unit => unit.kind !== 'weak').flatMap(unit => unit.terms);
          units.push({ terms, parts, kind: kindOf(terms) });
        } else units.push(...unitAt(words, at));
        at += Math.max(1, length);
      }
      return units;
    },

    count(plain) {
      const words = formed(plain, true);
      const counts = new Map<string, number>();
      const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const [at, { form }] of words.entries()) {
        form.terms.forEach(add);
        concepts.at(words, at, words.length).concepts.forEach(add);
      }
      return counts;
    },
  };
}
