import type { CheckData } from '../check-file.ts';
import type { Fault } from '../entry.ts';
import type { KnowledgeRule } from '../load.ts';
import { textsOf } from './texts.ts';

/** So many words in a row are copied, not said in one's own words. */
const tooMany = 8;

/** Runs of eight or more words that a text shares with one of `originals` (names with texts), `verbatim` of check.yaml aside. */
export const notCopied =
  (originals: ReadonlyMap<string, string>, { verbatim }: CheckData): KnowledgeRule =>
  knowledge => {
    const runs = new Map<string, string>();
    for (const [name, text] of originals) for (const run of runsOf(wordsOf(text))) runs.set(run, name);
    for (const words of verbatim) for (const run of runsOf(wordsOf(words))) runs.delete(run);
    return Array.from(textsOf(knowledge)).flatMap(({ file, whole }) =>
      copiesIn(wordsOf(whole), runs).map(
        ([words, name]): Fault => ({
          file,
          reason: `has ${words.length} words in a row from ${name}: “${words.join(' ')}”; say it in your own words`,
        }),
      ),
    );
  };

const wordsOf = (text: string): string[] =>
  text
    .replace(/https?:\/\/[^\s)>]+/g, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+(?:[.,]\d+)*/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - tooMany + 1)).map((_, at) => runAt(words, at));

const runAt = (words: readonly string[], at: number): string => words.slice(at, at + tooMany).join(' ');

/** Each copied stretch as long as it goes, with the original of its first words. */
function copiesIn(words: readonly string[], runs: ReadonlyMap<string, string>): [string[], string][] {
  const copies: [string[], string][] = [];
  for (let at = 0; at + tooMany <= words.length; ) {
    const name = runs.get(runAt(words, at));
    let end = at + tooMany;
    if (name !== undefined) {
      while (end < words.length && runs.has(runAt(words, end - tooMany + 1))) end += 1;
      copies.push([words.slice(at, end), name]);
    }
    at = name === undefined ? at + 1 : end;
  }
  return copies;
}
