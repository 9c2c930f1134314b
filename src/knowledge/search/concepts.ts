import { type Language, languages } from '../../i18n/language.ts';
import type { Phrases } from './lexicon.ts';
import type { Stems } from './stems.ts';
import { wordsOf } from './words.ts';

/** Concepts of the longest phrase found at a place. */
export interface FoundPhrase {
  readonly length: number;
  readonly concepts: readonly string[];
}

/** Finds the glossary's phrases in words. */
export interface Concepts {
  /** The longest phrase, in any language, that starts at `from` and ends before `end`; length 0 where there is none. */
  at(words: readonly string[], from: number, end: number): FoundPhrase;
}

interface Node {
  readonly next: Map<string, Node>;
  /** The phrases that end here, as written, with their concepts. */
  readonly concepts: Map<string, string[]>;
}

/** A tree of stems for each language; concepts are terms that start with `#`. */
export function createConcepts(glossary: Readonly<Record<string, Phrases>>, stems: Stems): Concepts {
  const trees: Record<Language, Node> = { en: newNode(), es: newNode() };
  for (const language of languages) {
    const phrases = Object.entries(glossary).flatMap(([concept, phrases]) =>
      phrases[language].map(phrase => ({ concept: `#${concept}`, words: wordsOf(phrase) })),
    );
    for (const { words } of phrases) stems.learn(words, language);
    for (const { concept, words } of phrases) {
      let node = trees[language];
      for (const word of words) {
        const stem = stems.of(word, language) ?? word;
        const next = node.next.get(stem) ?? newNode();
        node.next.set(stem, next);
        node = next;
      }
      const written = words.join(' ');
      node.concepts.set(written, [...(node.concepts.get(written) ?? []), concept]);
    }
  }

  const longest = (words: readonly string[], from: number, end: number, language: Language): FoundPhrase => {
    let found: FoundPhrase = { length: 0, concepts: [] };
    let node: Node | undefined = trees[language];
    for (let to = from; to < end; to++) {
      const stem = stems.of(words[to] ?? '', language);
      node = stem === undefined ? undefined : node.next.get(stem);
      if (!node) break;
      if (node.concepts.size === 0) continue;
      // "immigration" and "immigrants" have one stem: what is written so in the glossary goes first.
      const exact = node.concepts.get(words.slice(from, to + 1).join(' '));
      found = { length: to - from + 1, concepts: exact ?? [...node.concepts.values()].flat() };
    }
    return found;
  };

  return {
    at(words, from, end) {
      const found = languages.map(language => longest(words, from, end, language));
      const length = Math.max(...found.map(phrase => phrase.length));
      const concepts = found.filter(phrase => phrase.length === length).flatMap(phrase => phrase.concepts);
      return { length, concepts: [...new Set(concepts)] };
    },
  };
}

function newNode(): Node {
  return { next: new Map(), concepts: new Map() };
}
