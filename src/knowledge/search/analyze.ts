import { type Language, languages } from '../../i18n/language.ts';
import { languageTools } from './language-tools.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

/**
 * One word of a question, or several that mean one thing ("la migra"). `terms` are what texts are indexed by: `#ice` for a
 * concept of the glossary, `en:warrant` for a stem. A text has the unit when it has one of them.
 */
export interface Unit {
  readonly terms: readonly string[];
  /** Of several words: what each alone would be indexed by. A text that has only these has less. */
  readonly parts: readonly string[];
  /** Carries no meaning of its own, such as "the". */
  readonly weak: boolean;
}

/** Turns words into the terms of the index, for questions (language unknown) and texts (language known). */
export interface Analyzer {
  /** The units of a question, of words of any language; of a text, with the language's own stems. */
  units(words: readonly string[], language?: Language): Unit[];
  /** All terms of a text, with how often each occurs. */
  termsOf(text: string, language: Language): Map<string, number>;
  /** True for a word that needs no spelling repair: a word of the glossary or a stop word. */
  knows(word: string): boolean;
  /** Every word of the glossary: what a misspelled word may be repaired to. */
  readonly words: ReadonlySet<string>;
  /** Words with text-speak written out: `xq` → `porque`. */
  expand(words: readonly string[]): string[];
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  concepts: string[];
}

/** Prepares the glossary for quick look-ups; about 10 ms. */
export function createAnalyzer(lexicon: Lexicon): Analyzer {
  const tools = languageTools();
  const stems: Record<Language, Map<string, string>> = { en: new Map(), es: new Map() };
  const trees: Record<Language, PhraseNode> = { en: node(), es: node() };
  const words = new Set<string>();
  const shorthand = new Map(
    Object.entries(lexicon.shorthand).map(([from, to]) => [wordsOf(from).join(' '), wordsOf(to)] as const),
  );
  const weakWords = new Set<string>();
  for (const language of languages) {
    for (const word of tools[language].stopWords) weakWords.add(word);
    for (const phrase of lexicon.filler[language]) for (const word of wordsOf(phrase)) weakWords.add(word);
  }

  /** Stems of words of texts are remembered; those of questions are not. */
  const stemOf = (word: string, language: Language, remember: boolean): string => {
    const known = stems[language].get(word);
    if (known !== undefined) return known;
    const stem = tools[language].stem(word);
    if (remember) stems[language].set(word, stem);
    return stem;
  };

  for (const [concept, phrases] of Object.entries(lexicon.concepts)) {
    for (const language of languages) {
      for (const phrase of phrases[language]) {
        const parts = wordsOf(phrase);
        for (const word of parts) words.add(word);
        let at = trees[language];
        for (const word of parts) {
          const stem = stemOf(word, language, true);
          const next = at.next.get(stem) ?? node();
          at.next.set(stem, next);
          at = next;
        }
        at.concepts.push(`#${concept}`);
      }
    }
  }

  /** The longest phrase of the glossary that starts at one position and ends before another. */
  const phraseAt = (
    parts: readonly string[],
    from: number,
    end: number,
    language: Language,
    remember: boolean,
  ) => {
    let at: PhraseNode | undefined = trees[language];
    let found: { length: number; concepts: readonly string[] } | undefined;
    for (let to = from; to < end; to++) {
      at = at?.next.get(stemOf(parts[to] ?? '', language, remember));
      if (!at) break;
      if (at.concepts.length > 0) found = { length: to - from + 1, concepts: at.concepts };
    }
    return found;
  };

  return {
    words,
    knows: word => words.has(word) || weakWords.has(word) || shorthand.has(word),
    expand: parts => parts.flatMap(word => shorthand.get(word) ?? word),

    units(words, language) {
      const remember = language !== undefined;
      const stemmed = language ? [language] : languages;
      const phrasesAt = (at: number, longest?: number) => {
        const end = longest === undefined ? words.length : at + longest;
        const found = languages.flatMap(spoken => phraseAt(words, at, end, spoken, remember) ?? []);
        const length = Math.max(0, ...found.map(phrase => phrase.length));
        return {
          length,
          concepts: found.filter(phrase => phrase.length === length).flatMap(phrase => phrase.concepts),
        };
      };
      const wordAt = (at: number): Unit => {
        const word = words[at] ?? '';
        const { concepts } = phrasesAt(at, 1);
        const stems = stemmed.map(spoken => `${spoken}:${stemOf(word, spoken, remember)}`);
        const terms = [...new Set([...concepts, ...stems])];
        return { terms, parts: [], weak: concepts.length === 0 && weakWords.has(word) };
      };
      const units: Unit[] = [];
      for (let at = 0; at < words.length; ) {
        const { length, concepts } = phrasesAt(at);
        if (length > 1) {
          const inside = Array.from({ length }, (_, offset) => wordAt(at + offset)).filter(
            unit => !unit.weak,
          );
          units.push({
            terms: [...new Set(concepts)],
            parts: inside.flatMap(unit => unit.terms),
            weak: false,
          });
        } else units.push(wordAt(at));
        at += Math.max(1, length);
      }
      return units;
    },

    termsOf(text, language) {
      const counts = new Map<string, number>();
      const parts = wordsOf(text, false);
      const count = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const [at, word] of parts.entries()) {
        count(`${language}:${stemOf(word, language, true)}`);
        // Texts use words of the other language too: "las condiciones de los grants".
        const found = languages.flatMap(
          spoken => phraseAt(parts, at, parts.length, spoken, true)?.concepts ?? [],
        );
        for (const concept of new Set(found)) count(concept);
      }
      return counts;
    },
  };
}

function node(): PhraseNode {
  return { next: new Map(), concepts: [] };
}
