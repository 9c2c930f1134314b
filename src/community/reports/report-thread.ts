import { z } from 'zod';
import type { Collection } from '../../storage/store.ts';

const threadSchema = z.strictObject({
  /** The review channel it belongs to; in another one a new thread is opened. */
  channelId: z.string(),
  threadId: z.string().optional(),
  /** A replica is opening the thread; after this time another may. */
  openingUntil: z.iso.datetime().optional(),
  /** How many reports came, by day (UTC), of the last seven days. */
  days: z.record(z.iso.date(), z.int().positive()).optional(),
});

export type Thread = Readonly<z.infer<typeof threadSchema>>;

/** The thread that gathers the reports on an entry: `reports:GUILD:ENTRY`. */
export const threadCollection: Collection<Thread> = { name: 'reports', schema: threadSchema };

const hour = 3_600_000;
/** Milliseconds for opening a thread. */
const openingTime = 15_000;

/** Who opens the thread of an entry's reports; `gone` is the id of a thread that is not there any more. */
export function claimThread(
  thread: Thread | undefined,
  {
    channelId,
    now,
    gone,
  }: { readonly channelId: string; readonly now: Date; readonly gone?: string | undefined },
): readonly [Thread | undefined, { readonly threadId: string } | 'open' | 'wait'] {
  const here = thread?.channelId === channelId ? thread : undefined;
  if (here?.threadId && here.threadId !== gone) return [thread, { threadId: here.threadId }];
  if (here?.openingUntil && new Date(here.openingUntil) > now) return [thread, 'wait'];
  const openingUntil = new Date(now.getTime() + openingTime).toISOString();
  return [{ channelId, openingUntil, ...(thread?.days && { days: thread.days }) }, 'open'];
}

/** The thread with one more report counted, days before the last seven dropped. */
export function counted(thread: Thread, now: Date): Thread {
  const today = now.toISOString().slice(0, 10);
  const kept = Object.entries(thread.days ?? {}).filter(([day]) => isRecent(day, now));
  return { ...thread, days: { ...Object.fromEntries(kept), [today]: (thread.days?.[today] ?? 0) + 1 } };
}

const isRecent = (day: string, now: Date) => Date.parse(day) > now.getTime() - 7 * 24 * hour;

/** After the attempt to open a thread: what is known of it. Without a thread, the next report tries anew. */
export function openedThread(
  thread: Thread | undefined,
  channelId: string,
  threadId: string | undefined,
): Thread {
  return { channelId, ...(threadId && { threadId }), ...(thread?.days && { days: thread.days }) };
}

/** Reports of the last seven days. */
export const recentReports = (thread: Thread | undefined, now: Date): number =>
  Object.entries(thread?.days ?? {}).reduce((sum, [day, count]) => sum + (isRecent(day, now) ? count : 0), 0);
