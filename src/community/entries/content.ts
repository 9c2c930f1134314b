import { z } from 'zod';
import { type Language, languages } from '../../i18n/languages.ts';

/** The most of each part that an entry may have: characters as JavaScript counts them (never fewer than Discord does), or pieces. */
export const limits = {
  title: 90,
  answer: 3_500,
  alias: 90,
  aliases: 16,
  source: 500,
  /** Live entries a community. */
  entries: 2_000,
} as const;

/** More than any form of Discord sends (4,000); a longer text is cut when a draft is kept. */
const keptCharacters = 10_000;
const text = z.string().max(keptCharacters);

/** What an entry says. The shape only: whether it may be published is {@link contentFaults}' to say, so that a faulty draft can be kept. */
export const contentSchema = z.strictObject({
  title: text,
  /** Markdown as Discord reads it, by language; a language without an answer is absent. */
  answers: z.partialRecord(z.enum(languages), text),
  /** Other ways people ask for it. */
  aliases: z.array(text).max(200),
  /** A web address. */
  source: text.optional(),
});

export type Content = Readonly<z.infer<typeof contentSchema>>;

/** The questions of the form, which are also the parts that a fault can name. */
export type Part = 'title' | `answer_${Language}` | 'aliases' | 'source';

/** Every part, in the order in which people read them. */
export const parts: readonly Part[] = [
  'title',
  ...languages.map(language => `answer_${language}` as const),
  'aliases',
  'source',
];

/** Of a form in one language: which, and the content whose other languages stay as they are. */
export interface Writing {
  readonly language: Language;
  readonly kept?: Content | undefined;
}

/**
 * The fields of a sent form as content: trimmed, names on one line, aliases taken apart at commas and lines, `https://` put before a bare address.
 * `answer` is in the form's language; `answer_en` and the like, of older forms and other people's scripts, say theirs.
 */
export function contentOf(fields: ReadonlyMap<string, string>, writing?: Writing): Content {
  const value = (part: string) => (fields.get(part) ?? '').slice(0, keptCharacters);
  const answers: Partial<Record<Language, string>> = { ...writing?.kept?.answers };
  const written = new Map(languages.map(language => [language, `answer_${language}`]));
  if (writing && !fields.has(`answer_${writing.language}`)) written.set(writing.language, 'answer');
  for (const [language, field] of written) {
    if (!fields.has(field)) continue;
    const answer = value(field).replaceAll('\r\n', '\n').trim();
    if (answer) answers[language] = answer;
    else delete answers[language];
  }
  const title = oneLine(value('title'));
  const seen = new Set(['', normalName(title)]);
  const aliases: string[] = [];
  for (const alias of value('aliases')
    .split(/[,;\n]/)
    .map(oneLine)) {
    const name = normalName(alias);
    if (!seen.has(name)) aliases.push(alias);
    seen.add(name);
  }
  const source = addressOf(value('source').trim());
  return { title, answers, aliases: aliases.slice(0, 200), ...(source && { source }) };
}

/** Content as the form shows it again. */
export function fieldsOf(content: Content): Readonly<Record<Part, string>> {
  const answers = Object.fromEntries(
    languages.map(language => [`answer_${language}`, content.answers[language] ?? '']),
  ) as Record<`answer_${Language}`, string>;
  return {
    title: content.title,
    ...answers,
    aliases: content.aliases.join(', '),
    source: content.source ?? '',
  };
}

/** True where nothing a reader could see differs. */
export function sameContent(one: Content | undefined, other: Content | undefined): boolean {
  if (!one || !other) return one === other;
  const [a, b] = [fieldsOf(one), fieldsOf(other)];
  return parts.every(part => a[part] === b[part]);
}

/** A title or alias without what people type differently: capitals, accents, punctuation, spaces. Empty where nothing is left. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();
}

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();

function addressOf(typed: string): string {
  const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(typed);
  const url = URL.parse(bare ? `https://${typed}` : typed);
  // Brackets would end the link that is made of it.
  return url ? url.href.replaceAll('(', '%28').replaceAll(')', '%29') : typed;
}
