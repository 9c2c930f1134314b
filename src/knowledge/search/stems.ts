import { type Language, languages } from '../../i18n/language.ts';
import type { LanguageTools } from './language-tools.ts';

/** The stems of words, and which language a word belongs to. */
export interface Stems {
  /** Notes words as belonging to a language, from texts and word lists. */
  learn(words: Iterable<string>, language: Language): void;
  /**
   * The stem, or undefined where only another language knows the word: the English "call" must not become the Spanish
   * stem of "calle". A word that no language knows has a stem in each.
   */
  of(word: string, language: Language): string | undefined;
}

/** Stems of learned words are remembered; those of questions are not, for questions are not kept. */
export function createStems(tools: Readonly<Record<Language, LanguageTools>>): Stems {
  const learned: Record<Language, Map<string, string | undefined>> = { en: new Map(), es: new Map() };
  const stem = (word: string, language: Language) => tools[language].stem(word);
  return {
    learn(words, language) {
      for (const word of words) if (!learned[language].has(word)) learned[language].set(word, undefined);
    },
    of(word, language) {
      const known = learned[language];
      const remembered = known.get(word);
      if (remembered !== undefined) return remembered;
      if (known.has(word)) {
        known.set(word, stem(word, language));
        return known.get(word);
      }
      const foreign = languages.some(other => learned[other].has(word));
      return foreign ? undefined : stem(word, language);
    },
  };
}
