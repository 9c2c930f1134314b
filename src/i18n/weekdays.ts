import { formatsOf, type Language } from './languages.ts';

/** 1 January 2023 was a Sunday. */
const sunday = Date.UTC(2023, 0, 1);
const day = 86_400_000;
/** Letters that tell a day in most languages, as people shorten it themselves: `mon`, `mié`, `pon`. */
const telling = 3;

const known = new Map<Language, readonly (readonly string[])[]>();

/** Each day of the week, Sunday first, by the names it has in the language: `monday`, `mon`. */
function namesOf(language: Language): readonly (readonly string[])[] {
  const before = known.get(language);
  if (before) return before;
  const named = (weekday: 'long' | 'short') =>
    new Intl.DateTimeFormat(formatsOf(language), { weekday, timeZone: 'UTC' });
  const formats = [named('long'), named('short')];
  const names = Array.from({ length: 7 }, (_, at) =>
    formats.map(format => simple(format.format(sunday + at * day))),
  );
  known.set(language, names);
  return names;
}

/** The day of the week, 0 for Sunday, that a person wrote in a language: its name, in short or in another case (`środę`). Undefined for anything else. */
export function weekdayOf(typed: string, language: Language): number | undefined {
  const name = simple(typed);
  const names = namesOf(language);
  const exact = names.findIndex(one => one.includes(name));
  if (exact >= 0) return exact;
  const begins = name.slice(0, telling);
  if (begins.length < telling) return undefined;
  const alike = names.flatMap(([long = ''], at) => (long.startsWith(begins) ? [at] : []));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Without capitals, accents and the dot of an abbreviation. */
export const simple = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '').trim();
