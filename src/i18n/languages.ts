/**
 * The languages of the bot, one row each. A new one is a row here and a file of words, `words/CODE.json`; content comes as it is translated.
 * `npm run words` writes the types of its words.
 */
interface LanguageRow {
  /** ISO 639-1. Also the name of the file of words, and the middle of a content file's name: `at-home.es.md`. */
  readonly code: string;
  /** How the language calls itself: a person looks for their own language's name. */
  readonly name: string;
  /** Discord's locales in which commands are registered; `en-US` is explicit so that an English client never falls back. */
  readonly locales: readonly string[];
  /** Locale for dates, lists and the names of weekdays, where it is not the code. */
  readonly formats?: string;
  readonly direction: 'ltr' | 'rtl';
  /** The Snowball stemmer for the search; without one, words are compared as they are written. */
  readonly stemmer?: string;
  /** The formula that tells how easily its texts read; without one, the check does not judge that. */
  readonly gradeFormula?: 'flesch-kincaid';
  /** Every entry must exist in it. */
  readonly required?: true;
}

const rows = [
  {
    code: 'en',
    name: 'English',
    locales: ['en-US', 'en-GB'],
    formats: 'en-GB',
    direction: 'ltr',
    stemmer: 'english',
    gradeFormula: 'flesch-kincaid',
    required: true,
  },
  {
    code: 'es',
    name: 'Español',
    locales: ['es-ES', 'es-419'],
    direction: 'ltr',
    stemmer: 'spanish',
    required: true,
  },
] as const satisfies readonly LanguageRow[];

export type Language = (typeof rows)[number]['code'];

/** Of every language, in the order in which they are offered. */
export const languages: readonly Language[] = rows.map(({ code }) => code);

/** In which every word exists: spoken where nothing better is known, or nothing is translated yet. */
export const fallbackLanguage = 'en' satisfies Language;

const byCode: ReadonlyMap<string, LanguageRow> = new Map(rows.map(row => [row.code, row]));

/** The row of a language. */
export function languageRow(language: Language): LanguageRow {
  const row = byCode.get(language);
  if (!row) throw new Error(`no row for the language ${language}`);
  return row;
}

/** Languages in which every entry must exist. */
export const requiredLanguages: readonly Language[] = languages.filter(code => languageRow(code).required);

/** How a language calls itself. */
export const ownName = (language: Language): string => languageRow(language).name;

/** What a language is called in another one, as in the middle of a sentence: `Spanish`, `inglés`. */
export const languageIn = (language: Language, spoken: Language): string =>
  new Intl.DisplayNames(spoken, { type: 'language' }).of(language) ?? ownName(language);

/** The locale for dates, lists and numbers. */
export const formatsOf = (language: Language): string => languageRow(language).formats ?? language;

/** A text code as a language, or undefined where the bot does not speak it. */
export const asLanguage = (code: string | undefined): Language | undefined =>
  languages.find(language => language === code);

/** The language of one of Discord's locales (`es-419`, `en-US` …), or undefined where the bot does not speak it. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  asLanguage(locale?.split('-')[0]);

/** Something in some languages, in English at least. */
export type PerLanguage<T> = Readonly<Partial<Record<Language, T>>> &
  Readonly<Record<typeof fallbackLanguage, T>>;

/** What there is in the language, else in English. */
export const inLanguage = <T>(texts: PerLanguage<T>, language: Language): T =>
  texts[language] ?? texts[fallbackLanguage];

/** In which language {@link inLanguage} gives it. */
export const spokenIn = <T>(texts: PerLanguage<T>, language: Language): Language =>
  texts[language] === undefined ? fallbackLanguage : language;

/** One of something for every language. */
export const forEvery = <T>(make: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map(language => [language, make(language)])) as Record<Language, T>;

/** With a capital first letter, as at the start of a line. */
export const capitalized = (text: string): string => text.replace(/^\p{L}/u, letter => letter.toUpperCase());
