import { syllable } from 'syllable';
import { sentencesOf } from './sentences.ts';

/** Flesch-Kincaid grade of English Markdown; 0 for text without words. Each line of a list counts as a sentence. For the check only: counting syllables is too slow for the start. */
export function readingGrade(markdown: string): number {
  const plain = markdown
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[*_~`>#|[\]]/g, '');
  const spoken = sentencesOf(plain).filter(sentence => /\p{L}/u.test(sentence));
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? [];
  if (words.length === 0 || spoken.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  // https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests
  return 0.39 * (words.length / spoken.length) + 11.8 * (syllables / words.length) - 15.59;
}
