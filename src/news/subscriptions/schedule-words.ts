import { formatsOf, type Language, languages } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';

/** Without accents and dots, which a phone leaves out. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

/** The first three letters of a weekday tell it apart. */
const shortest = 3;
/** A Sunday. */
const sunday = Date.UTC(2026, 0, 4);

/** A weekday's names in a language, by Intl, from Sunday on. */
const namesOf = (language: Language): string[][] =>
  Array.from({ length: 7 }, (_, day) =>
    (['long', 'short'] as const).map(weekday =>
      plain(
        new Intl.DateTimeFormat(formatsOf(language), { weekday, timeZone: 'UTC' }).format(
          sunday + day * 86_400_000,
        ),
      ),
    ),
  );

/** The number of a weekday, 0 for Sunday, by its name or the beginning of it in any language of the bot; undefined for what is none. */
export function weekdayOf(typed: string): number | undefined {
  const wanted = plain(typed);
  if (wanted.length < shortest) return undefined;
  for (const language of languages) {
    const day = namesOf(language).findIndex(names => names.some(name => name.startsWith(wanted)));
    if (day >= 0) return day;
  }
  return undefined;
}

/** Whether this is what people say for each day or each week, in any language of the bot. */
export const means = (typed: string, how: 'daily' | 'weekly'): boolean =>
  languages.some(language =>
    wordsOf(language).subscriptions.schedule[how].split(', ').map(plain).includes(plain(typed)),
  );
