import { createRequire } from 'node:module';
import type { Language } from '../../i18n/language.ts';
import { wordsOf } from './words.ts';

/** What is known about the words of one language. Words come in as `wordsOf` gives them. */
export interface LanguageTools {
  stem(word: string): string;
  /** Words that carry no meaning of their own, such as "the". */
  readonly stopWords: ReadonlySet<string>;
}

const algorithms: Record<Language, string> = { en: 'english', es: 'spanish' };

interface Stemmers {
  newStemmer(algorithm: string): { stem(word: string): string };
}

/** Stemmers and stop words of every language. Loads two packages when called (about 5 ms), not before. */
export function languageTools(): Readonly<Record<Language, LanguageTools>> {
  // Both packages are CommonJS or JSON; `require` loads them only when the search is first built.
  const require = createRequire(import.meta.url);
  const stemmers: Stemmers = require('snowball-stemmers');
  const stopWords: Record<Language, string[]> = require('stopwords-iso');
  const toolsOf = (language: Language): LanguageTools => {
    const stemmer = stemmers.newStemmer(algorithms[language]);
    const words = new Set(stopWords[language].flatMap(word => wordsOf(word)));
    return { stem: word => stemmer.stem(word), stopWords: words };
  };
  return { en: toolsOf('en'), es: toolsOf('es') };
}
