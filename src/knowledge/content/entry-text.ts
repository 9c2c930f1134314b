import { inLanguage, type Language } from '../../i18n/languages.ts';
import type { Entry } from './entry.ts';

/** The title of an entry, in English where it is not translated; undefined where there is no entry. */
export const titleIn = (entry: Entry | undefined, language: Language): string | undefined =>
  entry && inLanguage(entry.text, language).title;
