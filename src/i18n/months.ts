import { formatsOf, type Language } from './languages.ts';

const known = new Map<Language, ReadonlyMap<string, number>>();

/** The months of a language in lower case with their numbers from 1, as they stand alone and as a date has them: `lipiec` and `lipca` are both 7. */
export function monthsOf(language: Language): ReadonlyMap<string, number> {
  const before = known.get(language);
  if (before) return before;
  const locale = formatsOf(language);
  const formats = [
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  ];
  const named = Array.from({ length: 12 }, (_, at) =>
    formats.flatMap(format =>
      format
        .formatToParts(Date.UTC(2025, at, 1))
        .flatMap(({ type, value }) => (type === 'month' ? [[value.toLowerCase(), at + 1] as const] : [])),
    ),
  );
  const months = new Map(named.flat());
  known.set(language, months);
  return months;
}
