import { z } from 'zod';
import { languages, type PerLanguage, requiredLanguages } from '../../i18n/languages.ts';

/** The keys of {@link perLanguage}, for an object that has others beside them. */
export const languageKeys = <T extends z.ZodType>(value: T) =>
  Object.fromEntries(
    languages.map(code => [code, requiredLanguages.includes(code) ? value : value.optional()]),
  );

/** A value in every language that must be there, and in others as they come. */
export const perLanguage = <T extends z.ZodType>(value: T) =>
  z.strictObject(languageKeys(value)) as unknown as z.ZodType<PerLanguage<z.output<T>>>;
