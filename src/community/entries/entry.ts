import { z } from 'zod';
import { snowflake } from '../../lib/ids.ts';
import type { Collection } from '../../storage/store.ts';
import { contentSchema } from './content.ts';

/** An entry's id: lower case letters, digits and hyphens, for a community's copy of a shared entry with the topic before a slash. */
export const entryId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+([-/][a-z0-9]+)*$/);

/** Revisions kept in full, and days kept of those before (one revision each). */
export const kept = { full: 100, days: 300 } as const;

const revisionSchema = z.strictObject({
  /** Counts up from 1 without a gap; thinning takes old ones out. */
  n: z.int().positive(),
  at: z.iso.datetime(),
  /** Who wrote it. */
  by: snowflake,
  /** The moderator who published it, where that was another person. */
  approvedBy: snowflake.optional(),
  /** What it says; absent: the entry was removed. */
  content: contentSchema.optional(),
  /** The revision that was brought back. */
  from: z.int().positive().optional(),
  /** The draft or import that made it: one draft makes one revision. */
  draft: z.string().max(64).optional(),
  /** Came out of a file, so who wrote it and when is what the file says. */
  imported: z.literal(true).optional(),
});

export type Revision = Readonly<z.infer<typeof revisionSchema>>;

export const faqEntrySchema = z.strictObject({
  /** Oldest first; the last one counts. */
  revisions: z
    .array(revisionSchema)
    .min(1)
    .max(kept.full + kept.days),
  /** Of a community's copy of a shared entry: what that said when it was copied or last compared. */
  shared: contentSchema.optional(),
  /** What the shared entry said when moderators were told that it had changed. */
  noticed: contentSchema.optional(),
});

export type FaqEntry = Readonly<z.infer<typeof faqEntrySchema>>;

/** One document an entry with its revisions: `faq:GUILD:ENTRY`. */
export const faqCollection: Collection<FaqEntry> = { name: 'faq', schema: faqEntrySchema };

export const faqKey = (guildId: string, id: string) => `${guildId}:${id}`;

/** The last revision: what counts now. */
export function latest(entry: FaqEntry): Revision {
  const last = entry.revisions.at(-1);
  if (!last) throw new RangeError('an entry has at least one revision');
  return last;
}
