import { existsSync, readFileSync } from 'node:fs';
import { Locale } from 'discord-api-types/v10';
import {
  fallbackLanguage,
  type Language,
  languageOf,
  languageRow,
  languages,
} from '../src/i18n/languages.ts';
import type { PageWords } from './page/words.ts';

/** The page's own words in a language. */
interface Spoken {
  readonly words: PageWords;
  /** Some are not translated yet. */
  readonly someEnglish: boolean;
}

interface Tree {
  readonly [name: string]: string | Tree;
}

const read = (language: Language): Tree => {
  const file = new URL(`page/words/${language}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
const english = read(fallbackLanguage);
const known = new Map<Language, Spoken>();

/** The page's words for one of Discord's locales; in English where the bot does not speak it, or a word is missing. */
export function pageWords(locale: string): Spoken {
  const language = languageOf(locale) ?? fallbackLanguage;
  const spoken = known.get(language) ?? merged(read(language));
  known.set(language, spoken);
  return spoken;
}

function merged(own: Tree): Spoken {
  let someEnglish = false;
  const over = (below: Tree, above: Tree): Tree =>
    Object.fromEntries(
      Object.entries(below).map(([name, word]) => {
        const mine = above[name];
        if (typeof word !== 'string') return [name, over(word, typeof mine === 'object' ? mine : {})];
        someEnglish ||= typeof mine !== 'string';
        return [name, typeof mine === 'string' ? mine : word];
      }),
    );
  const words = over(english, own) as unknown as PageWords;
  return { words, someEnglish };
}

/** Discord's locales: those of the bot first, then the others, to see what it falls back to. */
export const locales: readonly string[] = [
  ...new Set<string>([...languages.flatMap(one => languageRow(one).locales), ...Object.values(Locale)]),
];
