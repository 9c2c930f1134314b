import { createTurns } from '../../lib/keyed-queue.ts';
import type { Reply } from '../../messaging/reply.ts';
import type { ReviewChannel } from '../../messaging/review-channel.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import { idsOf } from '../../storage/ids.ts';
import type { Store } from '../../storage/store.ts';
import { faqKey } from '../entries/entry.ts';
import { claimThread, counted, openedThread, recentReports, threadCollection } from './report-thread.ts';

/** Why an answer was reported. */
export const reportReasons = ['wrong', 'old', 'unclear', 'language', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

type Reported =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'no-channel' | 'too-soon' | 'forbidden' | 'failed' };

/** "Wrong or old?": members tell moderators about an answer. Nothing about who tells is posted or stored. */
export interface Reports {
  /** Whether this person's report on this entry would be taken now. */
  check(guildId: string, entry: string, person: string): Promise<Reported>;
  /** Posts a report into the entry's thread; `post` without channel and thread. At most one an entry and person an hour. */
  send(
    guildId: string,
    entry: string,
    person: string,
    post: { readonly threadName: string; readonly reply: Reply },
  ): Promise<Reported>;
  /** How many reports a community got in the last seven days. */
  recent(guildId: string): Promise<number>;
}

const hour = 3_600_000;
/** Reports remembered at most; the oldest is forgotten first. */
const remembered = 10_000;

interface Sources {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly channel: ReviewChannel;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function createReports({ store, settings, channel, now, sleep }: Sources): Reports {
  /** When each person last reported an entry: in memory only, an hour at most. */
  const times = new Map<string, number>();
  const turns = createTurns();

  const tooSoon = (key: string) => {
    for (const [old, at] of times) {
      if (at > now().getTime() - hour && times.size <= remembered) break;
      times.delete(old);
    }
    return times.has(key);
  };

  const postInThread = async (
    guildId: string,
    entry: string,
    channelId: string,
    post: { threadName: string; reply: Reply },
  ) => {
    const key = faqKey(guildId, entry);
    let gone: string | undefined;
    for (let attempt = 0; attempt < 20; attempt++) {
      const claim = await store.update(threadCollection, key, thread =>
        claimThread(thread, { channelId, now: now(), gone }),
      );
      if (claim === 'wait') {
        await sleep(1_000);
        continue;
      }
      const target = claim === 'open' ? { threadName: post.threadName } : { threadId: claim.threadId };
      const posted = await channel.post({ channelId, reply: post.reply, ...target });
      if (claim !== 'open' && !posted.done && posted.reason === 'gone') {
        gone = claim.threadId;
        continue;
      }
      await store.update(threadCollection, key, thread => {
        const known =
          claim === 'open'
            ? openedThread(thread, channelId, posted.done ? posted.threadId : undefined)
            : thread;
        return [posted.done && known ? counted(known, now()) : known, undefined];
      });
      return posted;
    }
    return { done: false, reason: 'failed' } as const;
  };

  const check = async (guildId: string, entry: string, person: string) => {
    const { reviewChannel } = await settings.of(guildId);
    if (!reviewChannel) return { done: false, reason: 'no-channel' } as const;
    if (tooSoon(`${guildId}:${entry}:${person}`)) return { done: false, reason: 'too-soon' } as const;
    return { done: true, channelId: reviewChannel } as const;
  };

  return {
    check,
    async recent(guildId) {
      let sum = 0;
      for await (const id of idsOf(store, threadCollection, guildId)) {
        sum += recentReports(await store.read(threadCollection, faqKey(guildId, id)), now());
      }
      return sum;
    },
    async send(guildId, entry, person, post) {
      const checked = await check(guildId, entry, person);
      if (!checked.done) return checked;
      const key = `${guildId}:${entry}:${person}`;
      // Another press of the same person may have come while the settings were read.
      if (tooSoon(key)) return { done: false, reason: 'too-soon' };
      times.set(key, now().getTime());
      try {
        const posted = await turns.run(`${guildId}:${entry}`, () =>
          postInThread(guildId, entry, checked.channelId, post),
        );
        if (posted.done) return { done: true };
        times.delete(key);
        return { done: false, reason: posted.reason === 'failed' ? 'failed' : 'forbidden' };
      } catch (error) {
        times.delete(key);
        throw error;
      }
    },
  };
}
