import type { Language } from '../../i18n/languages.ts';
import { monthsOf } from '../../i18n/months.ts';
import { allUnmarked } from '../../i18n/untranslated.ts';
import { wordsOf } from '../../i18n/words.ts';

/** A figure that a text states, in one spelling for all languages: `2025-07-25`, `2025-07`, `--07-25`, `$3200000`, `35%`, `48`. */
export interface Figure {
  readonly kind: 'day' | 'month' | 'money' | 'percent' | 'number';
  readonly value: string;
  /** Where it stands in the text. */
  readonly at: number;
}

/** Every figure written in digits, in the order of the text. Addresses and phone numbers are no figures. */
export function figuresOf(text: string, language: Language): Figure[] {
  // Blanked, not cut, so that positions stay.
  let rest = text.replace(notFigures, found => ' '.repeat(found.length));
  const figures: Figure[] = [];
  for (const { kind, pattern, value } of readersOf(language)) {
    rest = rest.replace(pattern, (found: string, ...groups: unknown[]) => {
      const named = groups.at(-1) as Record<string, string | undefined>;
      const at = groups.at(-3) as number;
      figures.push({ kind: kind(named), value: value(named), at });
      return ' '.repeat(found.length);
    });
  }
  return figures.sort((a, b) => a.at - b.at);
}

const notFigures = /https?:\/\/[^\s)>]+|<\+\d+>|(?<![\d-])(?:1-)?\(?\d{3}\)?[- ]\d{3}-\d{4}(?!\d)/g;

interface Reader {
  readonly kind: (named: Record<string, string | undefined>) => Figure['kind'];
  readonly pattern: RegExp;
  readonly value: (named: Record<string, string | undefined>) => string;
}

/** How a language writes figures; each is a pattern, of English where the language has none. */
const numbersOf = (language: Language) => allUnmarked(wordsOf(language).numbers);

/** Words for a million and more, longest first: a pattern in the files of words may name several. */
function scaleOf(language: Language): Readonly<Record<string, number>> {
  const { million, billion } = numbersOf(language);
  const named = (words: string, value: number) => words.split('|').map(word => [word, value] as const);
  const all = [...named(million, 1e6), ...named(billion, 1e9)];
  return Object.fromEntries(all.sort(([one], [other]) => other.length - one.length));
}

function readersOf(language: Language): readonly Reader[] {
  const months = monthsOf(language);
  const longestFirst = [...months.keys()].sort((one, other) => other.length - one.length);
  const month = `(?<month>${longestFirst.join('|')})`;
  const { of, ordinal, dollars, percent } = numbersOf(language);
  const scale = scaleOf(language);
  const number = String.raw`(?<number>\d+(?:[.,]\d+)*)`;
  const monthOf = ({ month = '' }: Record<string, string | undefined>) =>
    String(months.get(month.toLowerCase()) ?? 0).padStart(2, '0');
  const dayKind = ({ year }: Record<string, string | undefined>) => (year ? 'day' : 'number');
  const dayValue: Reader['value'] = named =>
    `${named.year ?? '-'}-${monthOf(named)}-${(named.day ?? '').padStart(2, '0')}`;
  const scaled = `(?<scale>${Object.keys(scale).join('|')})`;
  const dollarsOf: Reader['value'] = named =>
    `$${Math.round(amount(named.number) * (scale[named.scale?.toLowerCase() ?? ''] ?? 1))}`;
  const flags = 'giu';
  // `\b` knows the letters of English only.
  const [start, end] = [String.raw`(?<![\p{L}\d])`, String.raw`(?![\p{L}\d])`];
  return [
    {
      kind: dayKind,
      pattern: new RegExp(
        String.raw`\b(?<day>\d{1,2})(?:\.?(?:${ordinal}))?(?: (?:${of}))? ${month}${end}(?:,? (?:(?:${of}) )?(?<year>\d{4}))?`,
        flags,
      ),
      value: dayValue,
    },
    {
      kind: dayKind,
      pattern: new RegExp(String.raw`${start}${month} (?<day>\d{1,2})\b(?:, (?<year>\d{4}))?`, flags),
      value: dayValue,
    },
    {
      kind: () => 'month',
      pattern: new RegExp(String.raw`${start}${month},? (?:(?:${of}) )?(?<year>\d{4})\b`, flags),
      value: named => `${named.year}-${monthOf(named)}`,
    },
    {
      kind: () => 'money',
      pattern: new RegExp(String.raw`\$ ?${number}(?: ${scaled})?`, flags),
      value: dollarsOf,
    },
    {
      kind: () => 'money',
      pattern: new RegExp(String.raw`\b${number}(?: ${scaled})? (?:${dollars})`, flags),
      value: dollarsOf,
    },
    {
      kind: () => 'percent',
      pattern: new RegExp(String.raw`\b${number} ?(?:%|(?:${percent})${end})`, flags),
      value: named => `${amount(named.number)}%`,
    },
    {
      kind: () => 'number',
      pattern: new RegExp(String.raw`(?<![\p{L}\d])${number}`, flags),
      value: named => String(amount(named.number)),
    },
  ];
}

/** `3.2`, `4,353`, `3,2`: a comma before three digits parts thousands, another one is a decimal point. */
function amount(written = ''): number {
  return Number(written.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}
