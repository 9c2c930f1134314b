import { createRequire } from 'node:module';
import { forEvery, type Language, languageRow } from '../../i18n/languages.ts';
import { wordsOf } from './words.ts';

/** What is known about the words of one language. Words come in as `wordsOf` gives them. */
export interface LanguageTools {
  stem(word: string): string;
  /** Words that carry no meaning of their own, such as "the". */
  readonly stopWords: ReadonlySet<string>;
}

interface Stemmers {
  newStemmer(algorithm: string): { stem(word: string): string };
}

/** Stemmers and stop words of every language. Loads two packages when called (about 5 ms), not before. */
export function languageTools(): Readonly<Record<Language, LanguageTools>> {
  // Both packages are CommonJS or JSON; `require` loads them only when the search is first built.
  const require = createRequire(import.meta.url);
  const stemmers: Stemmers = require('snowball-stemmers');
  const stopWords: Readonly<Record<string, readonly string[]>> = require('stopwords-iso');
  const toolsOf = (language: Language): LanguageTools => {
    const { stemmer: algorithm } = languageRow(language);
    const stemmer = algorithm ? stemmers.newStemmer(algorithm) : undefined;
    const words = new Set((stopWords[language] ?? []).flatMap(word => wordsOf(word)));
    return { stem: word => stemmer?.stem(word) ?? word, stopWords: words };
  };
  return forEvery(toolsOf);
}
