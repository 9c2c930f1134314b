import { z } from 'zod';
import type { Collection } from '../../storage/store.ts';
import { arrivalSchema } from '../model/finding.ts';

const instant = z.iso.datetime();

/** What is remembered of one thing that was seen: no words, only what tells it apart and whether it was edited. */
const seenSchema = z.strictObject({
  id: z.string(),
  hash: z.string(),
  date: z.iso.date(),
  /** It was announced; absent for what the first look saw. */
  told: z.literal(true).optional(),
});
export type Seen = Readonly<z.infer<typeof seenSchema>>;

/** Why a feed gave nothing, for `/news status`. */
const problemSchema = z.strictObject({
  code: z.enum([
    'timeout',
    'too-large',
    'status',
    'private-address',
    'redirect',
    'certificate',
    'network',
    'format',
  ]),
  /** A few technical words, in English. */
  detail: z.string().max(300),
});
export type Problem = Readonly<z.infer<typeof problemSchema>>;

const feedStateSchema = z.strictObject({
  /** What the feed asked for when this was written; see `Feed.scope`. */
  scope: z.string(),
  /** The cadence `nextTry` was computed with. */
  cadence: z.string(),
  /** False until a first body was read: what stands in that one is remembered and not announced. */
  begun: z.boolean(),
  seen: z.array(seenSchema),
  /** The newest date seen, up to the day after it was seen. */
  newest: z.iso.date().optional(),
  /** Things dated before it count as seen: the memory is bounded, and what was let go of must not return as news. */
  forgottenBefore: z.iso.date().optional(),
  /** Things dated before it were there when the feed's scope changed. */
  announceFrom: z.iso.date().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  cursor: z.string().optional(),
  lastSuccess: instant.optional(),
  /** In a row. */
  failures: z.int().min(0),
  problem: problemSchema.optional(),
  /** Items of the last body that could not be read. */
  skipped: z.int().min(0),
  nextTry: instant,
  /** Who works on the feed now, and until when no one else may. */
  lease: z.strictObject({ holder: z.string(), until: instant }).optional(),
  /** What the review queue has not confirmed yet. */
  outbox: z.array(arrivalSchema),
});
export type FeedState = Readonly<z.infer<typeof feedStateSchema>>;

/** One document a feed, `SOURCE:FEED`. Due when it is to be asked, and at once while something waits in its outbox. */
export const feedStates: Collection<FeedState> = {
  name: 'source',
  schema: feedStateSchema,
  dueAt: state => new Date(state.outbox.length > 0 ? 0 : state.nextTry),
};

/** The state of a feed that was never asked. */
export function newFeedState(scope: string, cadence: string, nextTry: Date): FeedState {
  return {
    scope,
    cadence,
    begun: false,
    seen: [],
    failures: 0,
    skipped: 0,
    nextTry: nextTry.toISOString(),
    outbox: [],
  };
}
