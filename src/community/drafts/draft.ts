import { z } from 'zod';
import { snowflake } from '../../lib/ids.ts';
import type { Collection } from '../../storage/store.ts';
import { type Content, contentSchema, sameContent } from '../entries/content.ts';
import { entryId } from '../entries/entry.ts';

/** Milliseconds a draft is kept after its last change: time enough for a second moderator who looks in once a week. */
const draftLife = 14 * 24 * 60 * 60 * 1_000;

const draftSchema = z.strictObject({
  /** The entry it will be a revision of. */
  entry: entryId,
  /** The revision it was written on; 0: the entry is new. */
  base: z.int().nonnegative(),
  content: contentSchema,
  /** Who changed it last: the one who may not publish it where a second moderator must. */
  by: snowflake,
  /** Counts up with every change, so that nobody publishes a text they have not seen. */
  version: z.int().positive(),
  /** The revision it brings back. */
  from: z.int().positive().optional(),
  /** The revision it became. */
  published: z.int().positive().optional(),
  expires: z.iso.datetime(),
});

export type Draft = Readonly<z.infer<typeof draftSchema>>;

/** One document a draft, gone two weeks after its last change: `draft:GUILD:ID`. */
export const draftCollection: Collection<Draft> = {
  name: 'draft',
  schema: draftSchema,
  dueAt: draft => new Date(draft.expires),
};

const expiry = (now: Date) => new Date(now.getTime() + draftLife).toISOString();

/** A first draft. */
export function newDraft(
  draft: Pick<Draft, 'entry' | 'base' | 'content' | 'by'> & { readonly from?: number },
  now: Date,
): Draft {
  return { ...draft, version: 1, expires: expiry(now) };
}

export interface Rewriting {
  readonly content: Content;
  readonly by: string;
  /** The version that the form showed. */
  readonly version: number;
  /** The entry's revision that the writer has seen. */
  readonly base: number;
}

export type Rewritten =
  | { readonly done: true; readonly draft: Draft }
  | { readonly done: false; readonly reason: 'gone' }
  | { readonly done: false; readonly reason: 'published' | 'changed'; readonly entry: string };

/** The draft with another text; not where it was published, or changed by someone else since the form was opened. */
export function rewrite(
  draft: Draft | undefined,
  { content, by, version, base }: Rewriting,
  now: Date,
): readonly [Draft | undefined, Rewritten] {
  if (!draft) return [draft, { done: false, reason: 'gone' }];
  const { entry, published, from, ...kept } = draft;
  if (published) return [draft, { done: false, reason: 'published', entry }];
  if (draft.version !== version) return [draft, { done: false, reason: 'changed', entry }];
  const next: Draft = {
    ...kept,
    entry,
    // Another text is no longer the revision that was to come back.
    ...(from && sameContent(content, draft.content) && { from }),
    content,
    by,
    base,
    version: version + 1,
    expires: expiry(now),
  };
  return [next, { done: true, draft: next }];
}
