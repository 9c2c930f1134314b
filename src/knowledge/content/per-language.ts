import { z } from 'zod';
import { languages, type PerLanguage, requiredLanguages } from '../../i18n/languages.ts';

/** A value in every language that must be there, and in others as they come. */
export const perLanguage = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    Object.fromEntries(
      languages.map(code => [code, requiredLanguages.includes(code) ? value : value.optional()]),
    ),
  ) as unknown as z.ZodType<PerLanguage<z.output<T>>>;
