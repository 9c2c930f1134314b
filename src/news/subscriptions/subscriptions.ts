import type { ChannelAccess, Channels } from '../../messaging/channels.ts';
import type { Store } from '../../storage/store.ts';
import type { NewsService } from '../approved/approved-news.ts';
import type { NewsItem } from '../approved/news.ts';
import { dueNews } from '../delivery/digest.ts';
import { type MissingPermission, missingPermissions } from './permissions.ts';
import {
  confirm,
  type Following,
  followingCollection,
  followingKey,
  overlap,
  type Proposal,
  pause,
  propose,
  resume,
} from './subscription.ts';

/** Followings of one community; more would fill lists and digests nobody reads. */
export const mostFollowings = 50;

/** Milliseconds Discord may take to say what the bot may do in a channel. */
const patience = 8_000;

export type Checked =
  | { readonly ok: true; readonly access: ChannelAccess }
  /** `missing`: by name; `unreachable`: the bot cannot see it; `away`: Discord does not answer. */
  | { readonly ok: false; readonly reason: 'unreachable' | 'away' }
  | { readonly ok: false; readonly reason: 'missing'; readonly missing: readonly MissingPermission[] };

export type Confirmed =
  | { readonly done: true; readonly following: Following }
  | { readonly done: false; readonly reason: 'already'; readonly following: Following }
  | { readonly done: false; readonly reason: 'gone' | 'full' }
  /** The channel follows that already, in that language: its news would come twice. */
  | { readonly done: false; readonly reason: 'twice'; readonly id: string };

/** The channels of communities that follow the news. Methods reject while the storage is away. */
export interface Followings {
  /** What the bot still needs in a channel to post there, and to ping a role. */
  check(guildId: string, channelId: string, role?: string): Promise<Checked>;
  /** Keeps a following for an hour until it is confirmed; gives its id. */
  propose(guildId: string, proposal: Proposal): Promise<string>;
  confirm(guildId: string, id: string): Promise<Confirmed>;
  get(guildId: string, id: string): Promise<Following | undefined>;
  /** Those that are confirmed, by id. */
  list(guildId: string): Promise<readonly { readonly id: string; readonly following: Following }[]>;
  /** What its next post would say now. */
  due(guildId: string, following: Following): Promise<readonly NewsItem[]>;
  /** Undefined where there is none; `changed` false where it was so already. */
  pause(guildId: string, id: string): Promise<Changed | undefined>;
  resume(guildId: string, id: string): Promise<Changed | undefined>;
  /** What it was, undefined where there is none. */
  remove(guildId: string, id: string): Promise<Following | undefined>;
}

interface Changed {
  readonly changed: boolean;
  readonly following: Following;
}

interface Sources {
  readonly store: Store;
  readonly channels: Channels;
  readonly news: NewsService;
  readonly clock: () => Date;
  /** Eight letters and digits that no other following of any community has. */
  readonly newId: () => string;
}

export function createFollowings({ store, channels, news, clock, newId }: Sources): Followings {
  const change = (guildId: string, id: string, apply: (following: Following) => Following) =>
    store.update<Following, Changed | undefined>(followingCollection, followingKey(guildId, id), kept => {
      if (!kept?.since) return [kept, undefined];
      const following = apply(kept);
      return [following, { changed: following !== kept, following }];
    });

  /** Two that were confirmed in the same moment did not see each other: the one with the lower id stays, whoever notices first. */
  async function withoutRivals(
    guildId: string,
    id: string,
    confirmed: Extract<Confirmed, { done: true }>,
  ): Promise<Confirmed> {
    const all = await self.list(guildId);
    const rival = all.find(one => one.id !== id && overlap(one.following, confirmed.following));
    if (!rival) return confirmed;
    const stays = id < rival.id;
    await self.remove(guildId, stays ? rival.id : id);
    return stays ? confirmed : { done: false, reason: 'twice', id: rival.id };
  }

  const self: Followings = {
    async check(guildId, channelId, role) {
      const access = await channels.access(guildId, channelId, AbortSignal.timeout(patience));
      if (!access.ok) return { ok: false, reason: access.why === 'refused' ? 'unreachable' : 'away' };
      const missing = missingPermissions(access, role);
      return missing.length > 0 ? { ok: false, reason: 'missing', missing } : { ok: true, access };
    },

    async propose(guildId, proposal) {
      const id = newId();
      await store.update(followingCollection, followingKey(guildId, id), () => [
        propose(proposal, clock()),
        undefined,
      ]);
      return id;
    },

    async confirm(guildId, id) {
      const [current, all] = await Promise.all([news.current(guildId), self.list(guildId)]);
      const confirmed = await store.update<Following, Confirmed>(
        followingCollection,
        followingKey(guildId, id),
        kept => {
          if (!kept) return [kept, { done: false, reason: 'gone' }];
          if (kept.since) return [kept, { done: false, reason: 'already', following: kept }];
          if (all.length >= mostFollowings) return [kept, { done: false, reason: 'full' }];
          const same = all.find(({ following }) => overlap(following, kept));
          if (same) return [kept, { done: false, reason: 'twice', id: same.id }];
          const following = confirm(kept, current, clock());
          return [following, { done: true, following }];
        },
      );
      return confirmed.done ? await withoutRivals(guildId, id, confirmed) : confirmed;
    },

    get: (guildId, id) => store.read(followingCollection, followingKey(guildId, id)),

    async list(guildId) {
      const prefix = `${followingCollection.name}:${guildId}:`;
      const found: { id: string; following: Following }[] = [];
      for await (const key of store.keys(prefix)) {
        const id = key.slice(prefix.length);
        const following = await self.get(guildId, id);
        if (following?.since) found.push({ id, following });
      }
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    due: async (guildId, following) => dueNews(following, await news.current(guildId)),
    pause: (guildId, id) => change(guildId, id, pause),
    resume: (guildId, id) => change(guildId, id, following => resume(following, clock())),
    remove: (guildId, id) =>
      store.update(followingCollection, followingKey(guildId, id), kept => [undefined, kept]),
  };
  return self;
}
