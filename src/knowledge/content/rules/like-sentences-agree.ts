import { fallbackLanguage } from '../../../i18n/languages.ts';
import type { CheckData } from '../check-file.ts';
import type { Fault, Knowledge } from '../entry.ts';
import { figuresOf } from '../figures.ts';
import type { KnowledgeRule } from '../load.ts';
import { sentencesOf } from '../sentences.ts';
import { textsOf } from './texts.ts';

/** Two sentences are alike when they share this many telling words and this part of the shorter one's. */
const sharedWords = 3;
const sharedPart = 0.5;

/**
 * Sentences of two texts that are alike but give different figures of one kind: money, percent, or so many of one thing. Figures that rightly differ
 * stand under `different` in `check.yaml`. Looked at in English; the other languages must state the same.
 */
export const likeSentencesAgree =
  ({ different }: CheckData): KnowledgeRule =>
  knowledge => {
    const allowed = new Set(different.map(({ figures }) => pair(figures[0] ?? '', figures[1] ?? '')));
    const sentences = withWeights(countingSentences(knowledge));
    return sentences.flatMap((one, index) =>
      sentences.slice(index + 1).flatMap((other): Fault[] => {
        if (one.id === other.id || !alike(one, other)) return [];
        return disagreements(one, other)
          .filter(([a, b]) => !allowed.has(pair(a, b)))
          .map(([a, b]) => ({
            file: other.file,
            reason: `says ${b} where ${one.file} says ${a} in a like sentence (“${one.text}”). If both are right, add them under \`different\` in check.yaml`,
          }));
      }),
    );
  };

interface Sentence {
  readonly file: string;
  readonly id: string;
  readonly text: string;
  /** Telling words with their weight: rare ones tell more. */
  readonly words: ReadonlyMap<string, number>;
  /** `days` → the numbers of days; `$` and `%` likewise. */
  readonly figures: ReadonlyMap<string, readonly string[]>;
}

const pair = (a: string, b: string): string => [a, b].sort().join(' ');

function countingSentences(knowledge: Knowledge): Sentence[] {
  return Array.from(textsOf(knowledge, [fallbackLanguage])).flatMap(({ file, id, whole }) =>
    sentencesOf(whole)
      .map(sentence => ({
        file,
        id,
        text: sentence.trim(),
        words: new Map((sentence.toLowerCase().match(/[\p{L}’']{4,}/gu) ?? []).map(word => [word, 1])),
        figures: countedIn(sentence),
      }))
      .filter(({ figures }) => figures.size > 0),
  );
}

function countedIn(sentence: string): Map<string, string[]> {
  const counted = figuresOf(sentence, fallbackLanguage).flatMap(({ kind, value, at }): [string, string][] => {
    if (kind === 'money') return [['$', value]];
    if (kind === 'percent') return [['%', value]];
    if (kind !== 'number' || /^(19|20)\d\d$|^--/.test(value)) return [];
    const [, unit] = /^[\d.,]+[ -](\p{L}{4,})/u.exec(sentence.slice(at)) ?? [];
    return unit ? [[unit.toLowerCase(), value]] : [];
  });
  return new Map(
    Array.from(
      Map.groupBy(counted, ([unit]) => unit),
      ([unit, found]) => [unit, found.map(([, value]) => value)],
    ),
  );
}

/** The rarer a word among the sentences, the more it tells that two of them are about one thing. */
function withWeights(sentences: readonly Sentence[]): Sentence[] {
  const count = new Map<string, number>();
  for (const { words } of sentences)
    for (const word of words.keys()) count.set(word, (count.get(word) ?? 0) + 1);
  return sentences.map(sentence => ({
    ...sentence,
    words: new Map(
      Array.from(sentence.words.keys(), word => [
        word,
        Math.log(1 + sentences.length / (count.get(word) ?? 1)),
      ]),
    ),
  }));
}

function alike(one: Sentence, other: Sentence): boolean {
  const shared = [...one.words].filter(([word]) => other.words.has(word));
  const weight = (words: Iterable<readonly [string, number]>) =>
    Array.from(words).reduce((sum, [, each]) => sum + each, 0);
  const shorter = Math.min(weight(one.words), weight(other.words));
  return shared.length >= sharedWords && weight(shared) >= shorter * sharedPart;
}

/** Of each kind that both count, a figure of the first and one of the second where they have none in common. */
function disagreements(one: Sentence, other: Sentence): [string, string][] {
  return [...one.figures].flatMap(([unit, values]): [string, string][] => {
    const others = other.figures.get(unit);
    const [a, b] = [values[0], others?.[0]];
    return !others || a === undefined || b === undefined || values.some(value => others.includes(value))
      ? []
      : [[a, b]];
  });
}
