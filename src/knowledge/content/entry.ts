import { z } from 'zod';
import type { PerLanguage } from '../../i18n/languages.ts';
import { perLanguage } from './per-language.ts';

/** The kinds of dated developments. */
export const developmentKinds = ['litigation', 'funding', 'law'] as const;
export type DevelopmentKind = (typeof developmentKinds)[number];

// Every scalar of the content files is read as text (see yaml.ts), so numbers and booleans are converted here.
const isoDate = z.iso.date('must be a day written as 2025-07-25');
/** `topic/name`, lower case with hyphens. */
const entryId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be an entry: TOPIC/NAME, in lower case with hyphens',
  );

/** A key of `sources.yaml`, or `article#p7` for a numbered paragraph of a source. */
const sourceRef = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(#p[1-9][0-9]*)?$/,
    'must be a key of sources.yaml, such as pa-100-0463, or article#p7 for its 7th paragraph',
  );

const translation = z.enum(['original', 'unreviewed', 'reviewed']);

/** Front matter of `knowledge/TOPIC/NAME.LANG.md`. Lengths are Discord's: 100 characters fit an autocomplete choice. */
export const entryFrontMatter = z
  .strictObject({
    title: z.string().min(3).max(90),
    aliases: z.array(z.string().min(2).max(90)).min(3).max(16),
    sources: z.array(sourceRef).min(1),
    asOf: isoDate,
    /** An earlier day than the one that follows from `asOf` (see review.ts). */
    reviewBy: isoDate.optional(),
    status: z.enum(['current', 'historical', 'open']),
    /** A situation in which someone needs help now: the rules of the first screen apply. */
    urgent: z.stringbool({ error: 'must be true or false' }).default(false),
    /** The year or years a historical answer is about, such as `2017` or `2017–2021`. */
    describes: z.string().max(20).optional(),
    /** What has changed since, in one or two sentences: shown before a historical answer. */
    since: z.string().min(10).max(400).optional(),
    translation,
    related: z.array(entryId).max(4).default([]),
  })
  .refine(front => front.status !== 'historical' || (front.describes && front.since), {
    message: 'a historical entry needs `describes` (the year) and `since` (what happened after)',
  });

/** Front matter of `knowledge/developments/DATE-NAME.LANG.md`; the body is a summary of at most two sentences. */
export const developmentFrontMatter = z.strictObject({
  title: z.string().min(3).max(150),
  date: isoDate,
  kind: z.enum(developmentKinds),
  sources: z.array(sourceRef).min(1),
  asOf: isoDate,
  translation,
  /** Entries whose answers this development bears on. */
  entries: z.array(entryId).max(6).default([]),
});

/** One record of `sources.yaml`. */
export const sourceRecord = z.strictObject({
  label: perLanguage(z.string().min(3).max(150)),
  publisher: z.string().min(2).max(100),
  /** Day of publication, or a month or year where no day is known, or `undated`. */
  date: z
    .string()
    .regex(
      /^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/,
      'must be a day, month or year such as 2025-07-25, 2025-07 or 2025, or undated',
    ),
  kind: z.enum(['primary', 'official', 'press', 'advocacy', 'secondary']),
  url: z
    .url({ protocol: /^https?$/, error: 'must be a web address that starts with https:// (or http://)' })
    .max(500)
    .optional(),
  /** How many numbered paragraphs `#pN` may name. */
  paragraphs: z.coerce.number().int('must be a whole number').positive().optional(),
});

/** One record of `hotlines.yaml`, in the order shown. */
export const hotlineRecord = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'must be lower case letters, digits and hyphens'),
  name: perLanguage(z.string().min(2).max(100)),
  purpose: perLanguage(z.string().min(5).max(300)),
  phone: z
    .string()
    .regex(/^(911|988|1-\d{3}-\d{3}-\d{4})$/, 'must be 911 or 988, or a number written as 1-855-555-0100')
    .optional(),
  /** Nobody has called the number yet: it is shown “as of” its day, not as confirmed. */
  callBeforeUse: z.stringbool({ error: 'must be true or false' }).default(false),
  email: z.email('must be an e-mail address').optional(),
  url: z.url({ protocol: /^https$/, error: 'must be a web address that starts with https://' }).optional(),
  hours: perLanguage(z.string().min(2).max(80)).optional(),
  spokenLanguages: perLanguage(z.string().min(2).max(120)).optional(),
  /** Shown when the bot has no answer. */
  first: z.stringbool({ error: 'must be true or false' }).default(false),
  sources: z.array(sourceRef).min(1),
  asOf: isoDate,
});

type Front = z.infer<typeof entryFrontMatter>;

/** One language of an entry. `body` is Markdown as Discord reads it. */
export interface EntryText extends Pick<Front, 'title' | 'aliases' | 'since' | 'translation'> {
  readonly body: string;
}

/** A curated answer. Everything that is not words is the same in every language (the loader checks that). */
export interface Entry extends Omit<Front, 'title' | 'aliases' | 'since' | 'translation' | 'reviewBy'> {
  readonly id: string;
  /** The day by which someone should look again; undefined for what will not change. */
  readonly reviewBy: string | undefined;
  /** The id of its topic in the pack. */
  readonly topic: string;
  readonly text: PerLanguage<EntryText>;
}

type DevelopmentFront = z.infer<typeof developmentFrontMatter>;

/** A dated event of the litigation, the funding or the law. `id` is the file's name without language. */
export interface Development extends Omit<DevelopmentFront, 'title' | 'translation'> {
  readonly id: string;
  readonly text: PerLanguage<Pick<DevelopmentFront, 'title' | 'translation'> & { body: string }>;
}

export type SourceRecord = z.infer<typeof sourceRecord>;
export type Hotline = z.infer<typeof hotlineRecord>;

/** What a topic's command is called in a language; `help` stands after its name in `/help`. */
export interface TopicWords {
  readonly name: string;
  readonly description: string;
  readonly option: string;
  readonly optionDescription: string;
  readonly help: string;
}

/** A subject of the pack: a folder, perhaps with a command of its own. */
export interface Topic {
  readonly id: string;
  readonly command?: { readonly option: string; readonly texts: PerLanguage<TopicWords> } | undefined;
  /** Kinds of news that bear on it. */
  readonly news: readonly DevelopmentKind[];
  /** Entries by need, the most urgent first. */
  readonly order: readonly string[];
}

/** What a folder of content is about. */
export interface Pack {
  /** Said by `/about`. */
  readonly about: PerLanguage<string>;
  /** IANA name: the zone of schedules that name none. */
  readonly timezone: string;
  /** More zones, offered before a person types one. */
  readonly zones: readonly string[];
  readonly topics: readonly Topic[];
}

/** All curated content, read once at start. */
export interface Knowledge {
  readonly pack: Pack;
  /** What is watched, as `watch.yaml` has it: the sources know its shape. */
  readonly watch: unknown;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Newest first. */
  readonly developments: readonly Development[];
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly hotlines: readonly Hotline[];
}

/** What is wrong with a content file, for a person who does not program. */
export interface Fault {
  /** Path below `knowledge/`. */
  readonly file: string;
  readonly reason: string;
}
