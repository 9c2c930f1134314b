import { readFileSync } from 'node:fs';
import { fallbackLanguage, type Language } from './languages.ts';
import { compile } from './messages.ts';
import { marked } from './untranslated.ts';
import type { Words } from './words/words.ts';

/** A file of words as it is read: messages by area and name. */
export interface WordTree {
  readonly [name: string]: string | WordTree;
}

const english = readWords(fallbackLanguage);
const kept = new Map<Language, { readonly words: Words; readonly missing: readonly string[] }>();

/** Everything the bot says itself, in a language: a text, or a function of what a message is filled with. What is missing is English, and marked. */
export const wordsOf = (language: Language): Words => loaded(language).words;

/** Names of the messages that are not translated yet, such as `answers.legal`. */
export const missingWords = (language: Language): readonly string[] => loaded(language).missing;

/** True once words of a language were asked for that does not have them all: only then can a text be marked. */
export const someAreMissing = (): boolean => [...kept.values()].some(({ missing }) => missing.length > 0);

/** The file of a language's words, as it stands. */
export function readWords(language: Language): WordTree {
  return JSON.parse(readFileSync(new URL(`words/${language}.json`, import.meta.url), 'utf8'));
}

function loaded(language: Language) {
  const known = kept.get(language);
  if (known) return known;
  const missing: string[] = [];
  const own = language === fallbackLanguage ? english : readWords(language);
  const words = merged(english, own, language, [], missing) as unknown as Words;
  const result = { words, missing };
  kept.set(language, result);
  return result;
}

/** English sets what there is; each message is in the language where it has one. */
function merged(
  english: WordTree,
  own: WordTree,
  language: Language,
  path: readonly string[],
  missing: string[],
): object {
  return Object.fromEntries(
    Object.entries(english).map(([name, message]) => {
      const mine = own[name];
      const here = [...path, name];
      if (typeof message !== 'string') {
        return [name, merged(message, typeof mine === 'object' ? mine : {}, language, here, missing)];
      }
      if (typeof mine === 'string') return [name, compile(mine, language)];
      missing.push(here.join('.'));
      return [name, compile(marked(message), fallbackLanguage)];
    }),
  );
}
