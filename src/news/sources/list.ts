import { z } from 'zod';
import { developmentKinds, type Fault } from '../../knowledge/content/entry.ts';
import { explain } from '../../knowledge/content/explain.ts';
import { perLanguage } from '../../knowledge/content/per-language.ts';

/** The file of a content pack that says what is watched. */
const watchListFile = 'watch.yaml';

const sentence = z.string().min(10).max(300);
const why = perLanguage(sentence);
const name = z.string().min(3).max(120);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters, digits and hyphens')
  .max(40);
const page = z.url({ protocol: /^https$/, error: 'must be an https address' }).max(300);
const kind = z.enum(developmentKinds);
const words = z.string().min(2).max(100);

const docket = z.strictObject({
  /** CourtListener's number of the docket, as in its address. */
  id: z.string().regex(/^\d{1,12}$/, 'must be the digits of the docket’s address'),
  name,
  /** The court's own number, such as `1:25-cv-01285`. */
  number: z.string().max(40),
  why,
});

const appeal = z
  .strictObject({
    id,
    name,
    /** The Seventh Circuit's number. */
    number: z
      .string()
      .regex(/^\d{2}-\d{1,5}$/, 'must look like 25-3050')
      .optional(),
    /** Where no number is known: names that must all stand in the case's title; spellings of one are separated by `|`. */
    parties: z.array(words).min(2).max(4).optional(),
    why,
  })
  .refine(({ number, parties }) => number || parties, {
    path: ['number'],
    message: 'or `parties` is needed to know the case by',
  });

const bill = z.strictObject({
  bill: z.string().regex(/^(HB|SB|HR|SR|HJR|SJR|HJRCA|SJRCA)[1-9]\d{0,3}$/, 'must look like HB1312'),
  /** The General Assembly: 104 is 2025 and 2026. */
  assembly: z.coerce.number('must be a number').int().min(90).max(200),
  name,
  page,
  why,
});

const register = z.strictObject({
  id,
  name,
  /** As typed on federalregister.gov; a phrase stands in quotation marks. */
  term: words,
  types: z
    .array(z.enum(['PRESDOCU', 'NOTICE', 'RULE', 'PRORULE']))
    .min(1)
    .max(4),
  kind,
  why,
});

const grant = z.strictObject({
  id,
  name,
  /** A phrase stands in quotation marks; bare words are alternatives. */
  keyword: words,
  why,
});

const release = z.strictObject({
  id,
  name,
  /** What the release's title must contain. */
  title: words,
  /** Only releases that mention one of these in title, text or topics. */
  mentions: z.array(words).min(1).max(30),
  kind,
  why,
});

/** A list of at most `max` items in which no key stands twice; without it, nothing of it is watched. */
const list = <T extends z.ZodType>(item: T, max: number, key: (item: z.output<T>) => string) =>
  z
    .array(item)
    .max(max)
    .refine(items => new Set(items.map(key)).size === items.length, 'has the same one twice')
    .default([]);

/**
 * Every source, once, with the section of `watch.yaml` that says what it watches. Configuration (`SOURCES`, `SOURCE_<ID>_URL`), the watch list,
 * words and documentation check themselves by this list; each source's parser is in the file of its name, and `all.ts` must name it to compile.
 */
const sources = {
  courtlistener: { dockets: list(docket, 40, item => item.id) },
  ca7: { appeals: list(appeal, 40, item => item.id) },
  'federal-register': { register: list(register, 20, item => item.id) },
  'grants-gov': { grants: list(grant, 20, item => item.id) },
  ilga: { bills: list(bill, 40, item => `${item.assembly}-${item.bill}`) },
  doj: { releases: list(release, 20, item => item.id) },
} as const;

export type SourceId = keyof typeof sources;
/** Of every source. */
export const sourceIds = Object.keys(sources) as readonly SourceId[];

/** Scheme, host and port that stand in for a source's own (`SOURCE_<ID>_URL`). */
export type Origins = Readonly<Partial<Record<SourceId, string | undefined>>>;

type Sections = UnionToIntersection<(typeof sources)[SourceId]>;
type UnionToIntersection<U> = (U extends unknown ? (of: U) => void : never) extends (of: infer I) => void
  ? I
  : never;

/** What is watched, each with why we follow it. */
export type WatchList = { readonly [Section in keyof Sections]: z.output<Sections[Section]> };

const watchListSchema = z.strictObject(
  Object.fromEntries(Object.values(sources).flatMap(sections => Object.entries(sections))),
) as unknown as z.ZodType<WatchList>;

const sectionNames = Object.values(sources).flatMap(sections =>
  Object.keys(sections).map(section => `\`${section}\``),
);

export type WatchListRead =
  | { readonly ok: true; readonly list: WatchList }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The watch list in what a pack's `watch.yaml` holds, or every fault at once; a pack without one watches nothing. */
export function readWatchList(value: unknown): WatchListRead {
  const parsed = watchListSchema.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return { ok: true, list: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map(issue => ({ file: watchListFile, reason: reasonOf(issue) })),
  };
}

/** A section that no source reads is told with those that there are. */
const reasonOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' && issue.path.length === 0
    ? `${explain(issue)}; what can be watched is ${sectionNames.join(', ')}`
    : explain(issue);
