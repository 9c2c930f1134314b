import { forEvery, type Language, languages } from '../../i18n/languages.ts';
import type { Steps } from '../../lib/in-steps.ts';
import type { Form, Stems } from './stems.ts';

/** A word with its form. */
export interface FormedWord {
  readonly word: string;
  readonly form: Form;
}

/** Concepts of the longest phrase found at a place. */
export interface FoundPhrase {
  readonly length: number;
  readonly concepts: readonly string[];
}

/** Finds the glossary's phrases in words. */
export interface Concepts {
  /** The longest phrase, in any language, that starts at `from` and ends before `end`; length 0 where there is none. */
  at(words: readonly FormedWord[], from: number, end: number): FoundPhrase;
}

interface Node {
  readonly next: Map<string, Node>;
  /** The phrases that end here, as written, with their concepts. */
  readonly concepts: Map<string, string[]>;
}

const none: FoundPhrase = { length: 0, concepts: [] };

/** A phrase of the glossary and its concept, a term that starts with `#`. */
export interface GlossaryPhrase {
  readonly concept: string;
  readonly language: Language;
  readonly words: readonly string[];
}

/** A tree of stems for each language. */
export function* conceptsSteps(
  glossary: readonly GlossaryPhrase[],
  stems: Stems,
  isWeak: (word: string) => boolean,
): Steps<Concepts> {
  const trees: Record<Language, Node> = forEvery(newNode);
  for (const phrase of glossary) {
    addPhrase(trees[phrase.language], phrase, stems);
    yield;
  }
  return {
    at(words, from, end) {
      let best = none;
      for (const language of languages) {
        const found = longest(trees[language], words, from, end, language, isWeak);
        if (found.length > best.length) best = found;
        else if (found.length > 0 && found.length === best.length) {
          best = { length: best.length, concepts: [...new Set([...best.concepts, ...found.concepts])] };
        }
      }
      return best;
    },
  };
}

function addPhrase(tree: Node, { words, concept, language }: GlossaryPhrase, stems: Stems) {
  let node = tree;
  for (const word of words) {
    const stem = stems.of(word, true).stems[language] ?? word;
    const next = node.next.get(stem) ?? newNode();
    node.next.set(stem, next);
    node = next;
  }
  const written = words.join(' ');
  node.concepts.set(written, [...(node.concepts.get(written) ?? []), concept]);
}

function longest(
  tree: Node,
  words: readonly FormedWord[],
  from: number,
  end: number,
  language: Language,
  isWeak: (word: string) => boolean,
): FoundPhrase {
  let found = none;
  let node: Node | undefined = tree;
  for (let at = from; at < end; at++) {
    const stem: string | undefined = words[at]?.form.stems[language];
    node = stem === undefined ? undefined : node.next.get(stem);
    if (!node) break;
    if (node.concepts.size === 0) continue;
    const concepts = conceptsOf(node, words.slice(from, at + 1), isWeak);
    if (concepts.length > 0) found = { length: at + 1 - from, concepts };
  }
  return found;
}

/**
 * What is written so in the glossary goes first: "immigration" and "immigrants" have one stem. A word that is written
 * otherwise must share a long stem and mean something: "para" is no form of "parar", "tall" none of "taller".
 */
function conceptsOf(
  { concepts }: Node,
  words: readonly FormedWord[],
  isWeak: (word: string) => boolean,
): readonly string[] {
  const written = words.map(({ word }) => word).join(' ');
  const exact =
    concepts.get(written) ?? concepts.get(written.replace(/e?s$/, '')) ?? concepts.get(`${written}s`);
  if (exact) return exact;
  const [only] = words;
  if (only && words.length === 1 && (isWeak(only.word) || !hasLongStem(only))) return [];
  return [...new Set([...concepts.values()].flat())];
}

function hasLongStem({ form }: FormedWord): boolean {
  return languages.every(language => (form.stems[language]?.length ?? longStem) >= longStem);
}

const longStem = 5;

function newNode(): Node {
  return { next: new Map(), concepts: new Map() };
}
