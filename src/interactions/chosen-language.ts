import { asLanguage, type Language } from '../i18n/languages.ts';
import type { PressContext } from './contexts.ts';

/** The language chosen from a menu of languages; that of the person after any other press. */
export const chosenLanguage = ({ values, language }: Pick<PressContext, 'values' | 'language'>): Language =>
  asLanguage(values[0]) ?? language;
