import { formatsOf, type Language } from './languages.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

/** An ISO date written out: `25 July 2025`, `25 de julio de 2025`. */
export function writtenDate(isoDate: string, language: Language): string {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(formatsOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, format);
  return format.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
}

/** The month of an ISO date: `July 2025`, `julio de 2025`. */
export const writtenMonth = (isoDate: string, language: Language): string =>
  new Intl.DateTimeFormat(formatsOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoDate.slice(0, 10)}T00:00:00Z`),
  );
