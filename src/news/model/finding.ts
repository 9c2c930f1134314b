import { z } from 'zod';
import { developmentKinds } from '../../knowledge/content/entry.ts';
import { perLanguage } from '../../knowledge/content/per-language.ts';

/**
 * What a finding is, in the field's words; "Ignore this kind" means one of these of one source. Sources may share a name: an
 * `opinion` of the docket and one of the appeals court are ignored apart.
 */
export const eventNames = [
  // A court's docket.
  'opinion',
  'order',
  'judgment',
  'mandate',
  'minute-entry',
  'notice-of-appeal',
  'record-on-appeal',
  'complaint',
  'motion',
  'brief',
  'notice',
  'stipulation',
  'report',
  'declaration',
  'transcript',
  'letter',
  'summons',
  'appearance',
  'disclosure',
  'filing',
  // The Federal Register.
  'executive-order',
  'presidential-document',
  'rule',
  'proposed-rule',
  // Grants.gov.
  'grant-forecast',
  'grant-opening',
  'grant-closing',
  // The Illinois General Assembly.
  'bill-action',
  'bill-sponsor',
  // The Department of Justice.
  'press-release',
] as const;
export type EventName = (typeof eventNames)[number];

/** Limits of a finding's texts, in UTF-16 units. */
export const findingLimits = { id: 80, title: 250, quote: 1_000, link: 500, caseName: 150 };

/**
 * One thing a source shows: an entry of a docket, a document, an action on a bill. Texts are plain (no markup is left in them, no control
 * or invisible characters, one line) but are a stranger's words: whoever shows them escapes them for where they are shown.
 */
export const findingSchema = z.strictObject({
  source: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Which feed of the source, as in `knowledge/watch.yaml`. */
  feed: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
  /** The same thing has the same id for ever, in whatever feed, order or wording it comes: `SOURCE:…`. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9:._~-]+$/)
    .max(findingLimits.id),
  kind: z.enum(developmentKinds),
  /** An {@link EventName}; a plain text here, so that a name taken out of the list makes no kept document unreadable. */
  event: z.string().regex(/^[a-z-]{1,40}$/),
  title: z.string().min(1).max(findingLimits.title),
  /** http or https. */
  link: z.url({ protocol: /^https?$/ }).max(findingLimits.link),
  /** The day it was filed, published or posted, where the source is. */
  date: z.iso.date(),
  /** The words of a party, a clerk or an agency, cut to length; may be empty. */
  quote: z.string().max(findingLimits.quote),
  /** Changes when the source edits the thing's words, date or state; computed from the whole text, not the cut one. */
  hash: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  caseName: z.string().max(findingLimits.caseName).optional(),
  /** Why this is followed, from `knowledge/watch.yaml`. */
  why: perLanguage(z.string()),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/**
 * A finding as the watcher hands it to the review queue, at least once and perhaps more often: whoever takes it must take an arrival with the
 * same `id` and `hash` only once. An `edited` one is the same development with other words, never a second one.
 */
export const arrivalSchema = findingSchema.extend({
  change: z.enum(['new', 'edited']),
  /** True when it is dated before the newest thing known of its feed: back-filled, so a card must show its date. */
  late: z.boolean(),
  /** The rule of `noise.ts` that holds it back; absent for what a person should see. */
  noise: z.string().max(40).optional(),
  /** When the watcher saw it. */
  seenAt: z.iso.datetime(),
});
export type Arrival = Readonly<z.infer<typeof arrivalSchema>>;
