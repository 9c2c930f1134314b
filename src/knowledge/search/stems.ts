import { forEvery, type Language, languages } from '../../i18n/languages.ts';
import type { LanguageTools } from './language-tools.ts';

/** A word as texts are indexed: its stem in each language it may belong to. */
export interface Form {
  readonly stems: Readonly<Record<Language, string | undefined>>;
  /** The stems as terms of the index: `en:warrant`. */
  readonly terms: readonly string[];
}

/** Gives words their forms. */
export interface Stems {
  /**
   * A word that one language knows has no stem in another: the English "call" must not become the Spanish stem of
   * "calle". A word that no language knows has one in each. `remember` for words of texts; questions are not kept.
   */
  of(word: string, remember: boolean): Form;
}

/** Distinct words of texts beyond which the remembered forms are dropped and made anew. */
const mostRemembered = 50_000;

/** Stems by what each language knows: the words of its texts and word lists. */
export function createStems(
  tools: Readonly<Record<Language, LanguageTools>>,
  known: Readonly<Record<Language, ReadonlySet<string>>>,
): Stems {
  const remembered = new Map<string, Form>();
  const formOf = (word: string): Form => {
    const speaking = languages.filter(language => known[language].has(word));
    const candidates = speaking.length > 0 ? speaking : languages;
    const stems: Record<Language, string | undefined> = forEvery<string | undefined>(() => undefined);
    for (const language of candidates) stems[language] = tools[language].stem(word);
    return { stems, terms: candidates.map(language => `${language}:${stems[language]}`) };
  };
  return {
    of(word, remember) {
      const before = remembered.get(word);
      if (before) return before;
      const form = formOf(word);
      if (remembered.size >= mostRemembered) remembered.clear();
      if (remember) remembered.set(word, form);
      return form;
    },
  };
}
