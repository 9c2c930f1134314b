/** The languages every word and every entry exists in. Adding one here fails the build until all words have it. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

/** Spoken where nothing better is known. */
export const fallbackLanguage: Language = 'en';

/** How each language calls itself: a person looks for their own language's name. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' };

/** The language of one of Discord's locales (`es-419`, `en-US` …), or undefined where the bot does not speak it. */
export function languageOf(locale: string | undefined): Language | undefined {
  const code = locale?.split('-')[0];
  return languages.find(language => language === code);
}

/** The same words in every language; the English ones set the shape. */
export type Words<T> = Record<Language, T>;
