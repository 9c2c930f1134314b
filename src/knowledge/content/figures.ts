import { forEvery, type Language } from '../../i18n/languages.ts';
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

/** Words for a million and more, longest first: a pattern in the files of words may name several. */
function scaleOf(language: Language): Readonly<Record<string, number>> {
  const { million, billion } = wordsOf(language).numbers;
  const named = (words: string, value: number) => words.split('|').map(word => [word, value] as const);
  const all = [...named(million, 1e6), ...named(billion, 1e9)];
  return Object.fromEntries(all.sort(([one], [other]) => other.length - one.length));
}

function readersOf(language: Language): readonly Reader[] {
  const months = monthsOf(language);
  const month = `(?<month>${months.join('|')})`;
  const scale = scaleOf(language);
  const number = String.raw`(?<number>\d+(?:[.,]\d+)*)`;
  const monthOf = ({ month = '' }: Record<string, string | undefined>) =>
    String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  const dayKind = ({ year }: Record<string, string | undefined>) => (year ? 'day' : 'number');
  const dayValue: Reader['value'] = named =>
    `${named.year ?? '-'}-${monthOf(named)}-${(named.day ?? '').padStart(2, '0')}`;
  const scaled = `(?<scale>${Object.keys(scale).join('|')})`;
  const dollarsOf: Reader['value'] = named =>
    `$${Math.round(amount(named.number) * (scale[named.scale?.toLowerCase() ?? ''] ?? 1))}`;
  const flags = 'giu';
  return [
    {
      kind: dayKind,
      pattern: new RegExp(
        String.raw`\b(?<day>\d{1,2})(?:\.?[ºo]|st|nd|rd|th)?(?: de)? ${month}\b(?:,? (?:del? )?(?<year>\d{4}))?`,
        flags,
      ),
      value: dayValue,
    },
    {
      kind: dayKind,
      pattern: new RegExp(String.raw`\b${month} (?<day>\d{1,2})\b(?:, (?<year>\d{4}))?`, flags),
      value: dayValue,
    },
    {
      kind: () => 'month',
      pattern: new RegExp(String.raw`\b${month},? (?:del? )?(?<year>\d{4})\b`, flags),
      value: named => `${named.year}-${monthOf(named)}`,
    },
    {
      kind: () => 'money',
      pattern: new RegExp(String.raw`\$ ?${number}(?: ${scaled})?`, flags),
      value: dollarsOf,
    },
    {
      kind: () => 'money',
      pattern: new RegExp(
        String.raw`\b${number}(?: ${scaled})? (?:${wordsOf(language).numbers.dollars})`,
        flags,
      ),
      value: dollarsOf,
    },
    {
      kind: () => 'percent',
      pattern: new RegExp(String.raw`\b${number} ?(?:%|(?:${wordsOf(language).numbers.percent})\b)`, flags),
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

/** The months of a language in lower case, January first, as dates use them. */
const monthsOf = (language: Language): readonly string[] => months[language];
const months = forEvery(language => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2025, month, 1)).toLowerCase());
});
