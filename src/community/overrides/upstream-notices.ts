import type { Reply } from '../../messaging/reply.ts';
import type { ReviewChannel } from '../../messaging/review-channel.ts';
import type { SettingsService } from '../../settings/settings-service.ts';
import { idsOf } from '../../storage/ids.ts';
import type { Store } from '../../storage/store.ts';
import { faqCollection, faqKey } from '../entries/entry.ts';
import type { EntryCache } from '../entries/entry-cache.ts';
import { notice, type Settled, type SharedAnswer, settle, type UpstreamChange } from './override.ts';

/** Tells moderators once when a shared entry changed that their community has its own copy of. */
export interface UpstreamNotices {
  /** Looks at all copies and posts what is new; returns how many notices were posted. */
  look(): Promise<number>;
  settle(guildId: string, id: string, choice: 'keep' | 'take', by: string): Promise<Settled>;
}

interface Sources {
  readonly store: Store;
  readonly community: EntryCache;
  readonly settings: SettingsService;
  readonly channel: ReviewChannel;
  readonly shared: (entryId: string) => SharedAnswer | undefined;
  readonly card: (guildId: string, id: string, upstream: UpstreamChange) => Promise<Reply>;
  readonly now: () => Date;
}

export function createUpstreamNotices({
  store,
  community,
  settings,
  channel,
  shared,
  card,
  now,
}: Sources): UpstreamNotices {
  const tell = async (guildId: string, id: string): Promise<boolean> => {
    const { reviewChannel } = await settings.of(guildId);
    if (!reviewChannel) return false;
    // Noted before it is posted: a crash in between loses a notice, which history still shows, rather than doubling it.
    const upstream = await store.update(faqCollection, faqKey(guildId, id), entry =>
      notice(entry, shared(id)?.content),
    );
    if (!upstream) return false;
    const posted = await channel.post({
      channelId: reviewChannel,
      reply: await card(guildId, id, upstream),
    });
    if (posted.done) return true;
    await store.update(faqCollection, faqKey(guildId, id), entry => {
      if (!entry) return [entry, undefined];
      const { noticed: _, ...untold } = entry;
      return [untold, undefined];
    });
    return false;
  };

  return {
    async look() {
      let told = 0;
      for await (const entry of idsOf(store, faqCollection)) {
        const [guildId = '', id = ''] = entry.split(':');
        if (shared(id) && (await tell(guildId, id))) told++;
      }
      return told;
    },
    async settle(guildId, id, choice, by) {
      const at = now().toISOString();
      const settled = await store.update(faqCollection, faqKey(guildId, id), entry =>
        settle(entry, shared(id)?.content, choice, { by, at }),
      );
      await community.refresh(guildId, id);
      return settled;
    },
  };
}
