import SearchableMap from 'minisearch/SearchableMap';

/** The words that texts use, to repair misspelled ones. Words come in as `wordsOf` gives them. */
export interface Vocabulary {
  add(word: string): void;
  remove(word: string): void;
  has(word: string): boolean;
  /** The word that was probably meant, or undefined. Takes up to half a millisecond with 12,000 words. */
  nearest(word: string): string | undefined;
  /** Known words that start so, at most `limit`, the shortest first. */
  startingWith(prefix: string, limit: number): string[];
}

/** Shorter words are rarely misspelled, and nearly all of them are near another. */
const shortest = 4;
const longEnoughForOne = 5;
const longEnoughForTwo = 8;

/** An empty vocabulary, on MiniSearch's radix tree. */
export function createVocabulary(): Vocabulary {
  const counts = new SearchableMap<number>();
  const alike = new Map<string, Set<string>>();
  return {
    add(word) {
      const count = counts.get(word) ?? 0;
      counts.set(word, count + 1);
      if (count > 0 || word.length < shortest) return;
      for (const key of keysOf(word)) alike.set(key, (alike.get(key) ?? new Set()).add(word));
    },
    remove(word) {
      const count = counts.get(word) ?? 0;
      if (count > 1) counts.set(word, count - 1);
      if (count !== 1) return;
      counts.delete(word);
      for (const key of keysOf(word)) alike.get(key)?.delete(word);
    },
    has: word => counts.has(word),
    nearest(word) {
      if (word.length < shortest || counts.has(word) || !/^\p{L}+$/u.test(word)) return undefined;
      const most = (words: Iterable<string>) =>
        [...words].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))[0];
      for (const key of keysOf(word)) {
        const found = most(alike.get(key) ?? []);
        if (found) return found;
      }
      for (const distance of distancesFor(word)) {
        const near = Array.from(counts.fuzzyGet(word, distance), ([found]) => found);
        // A wrong first letter is rare, and a right one rules out most accidents.
        const found = most(near.filter(other => other[0] === word[0] && other.length >= shortest));
        if (found) return found;
      }
      return undefined;
    },
    startingWith(prefix, limit) {
      const words: string[] = [];
      for (const [word] of counts.atPrefix(prefix)) {
        words.push(word);
        if (words.length >= limit * 4) break;
      }
      return words.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, limit);
    },
  };
}

function distancesFor({ length }: string): number[] {
  if (length < longEnoughForOne) return [];
  return length < longEnoughForTwo ? [1] : [1, 2];
}

/** Words with the same key sound alike to people who write as they hear, or have the same letters in another order. */
function keysOf(word: string): [sound: string, letters: string] {
  return [`sound ${sound(word)}`, `letters ${word[0]}${[...word].sort().join('')}`];
}

/** `havrieron` and `abrieron`, `polisia` and `policia`, `warant` and `warrant` sound the same. */
function sound(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/(?<!c)h/g, '')
    .replace(/ll/g, 'y')
    .replace(/v/g, 'b')
    .replace(/qu/g, 'k')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/y$/, 'i')
    .replace(/(.)\1+/g, '$1');
}
