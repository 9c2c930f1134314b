import type { ChannelAccess, Channels } from '../../messaging/channels.ts';
import { idsOf } from '../../storage/ids.ts';
import type { Store } from '../../storage/store.ts';
import type { ApprovedNews } from '../approved/approved-news.ts';
import type { NewsItem } from '../approved/news.ts';
import { dueNews } from '../delivery/digest.ts';
import { type MissingPermission, missingPermissions } from './permissions.ts';
import {
  confirm,
  overlap,
  type Proposal,
  pause,
  propose,
  resume,
  type Subscription,
  subscriptionCollection,
  subscriptionKey,
} from './subscription.ts';

/** Followings of one community; more would fill lists and digests nobody reads. */
export const mostSubscriptions = 50;

/** Milliseconds Discord may take to say what the bot may do in a channel. */
const patience = 8_000;

export type Checked =
  | { readonly ok: true; readonly access: ChannelAccess }
  /** `missing`: by name; `unreachable`: the bot cannot see it; `away`: Discord does not answer. */
  | { readonly ok: false; readonly reason: 'unreachable' | 'away' }
  | { readonly ok: false; readonly reason: 'missing'; readonly missing: readonly MissingPermission[] };

export type Confirmed =
  | { readonly done: true; readonly subscription: Subscription }
  | { readonly done: false; readonly reason: 'already'; readonly subscription: Subscription }
  | { readonly done: false; readonly reason: 'gone' | 'full' }
  /** The channel follows that already, in that language: its news would come twice. */
  | { readonly done: false; readonly reason: 'twice'; readonly id: string };

/** The channels of communities that follow the news. Methods reject while the storage is away. */
export interface Subscriptions {
  /** What the bot still needs in a channel to post there, and to ping a role. */
  check(guildId: string, channelId: string, role?: string): Promise<Checked>;
  /** Keeps a following for an hour until it is confirmed; gives its id. */
  propose(guildId: string, proposal: Proposal): Promise<string>;
  confirm(guildId: string, id: string): Promise<Confirmed>;
  get(guildId: string, id: string): Promise<Subscription | undefined>;
  /** Those that are confirmed, by id. */
  list(guildId: string): Promise<readonly { readonly id: string; readonly subscription: Subscription }[]>;
  /** What its next post would say now. */
  due(guildId: string, subscription: Subscription): Promise<readonly NewsItem[]>;
  /** Undefined where there is none; `changed` false where it was so already. */
  pause(guildId: string, id: string): Promise<Changed | undefined>;
  resume(guildId: string, id: string): Promise<Changed | undefined>;
  /** What it was, undefined where there is none. */
  remove(guildId: string, id: string): Promise<Subscription | undefined>;
}

interface Changed {
  readonly changed: boolean;
  readonly subscription: Subscription;
}

interface Sources {
  readonly store: Store;
  readonly channels: Channels;
  readonly news: ApprovedNews;
  readonly clock: () => Date;
  /** Eight letters and digits that no other following of any community has. */
  readonly newId: () => string;
}

export function createSubscriptions({ store, channels, news, clock, newId }: Sources): Subscriptions {
  const change = (guildId: string, id: string, apply: (subscription: Subscription) => Subscription) =>
    store.update<Subscription, Changed | undefined>(
      subscriptionCollection,
      subscriptionKey(guildId, id),
      kept => {
        if (!kept?.since) return [kept, undefined];
        const subscription = apply(kept);
        return [subscription, { changed: subscription !== kept, subscription }];
      },
    );

  /** Two that were confirmed in the same moment did not see each other: the one with the lower id stays, whoever notices first. */
  async function withoutRivals(
    guildId: string,
    id: string,
    confirmed: Extract<Confirmed, { done: true }>,
  ): Promise<Confirmed> {
    const all = await self.list(guildId);
    const rival = all.find(one => one.id !== id && overlap(one.subscription, confirmed.subscription));
    if (!rival) return confirmed;
    const stays = id < rival.id;
    await self.remove(guildId, stays ? rival.id : id);
    return stays ? confirmed : { done: false, reason: 'twice', id: rival.id };
  }

  const self: Subscriptions = {
    async check(guildId, channelId, role) {
      const access = await channels.access(guildId, channelId, AbortSignal.timeout(patience));
      if (!access.ok) return { ok: false, reason: access.why === 'refused' ? 'unreachable' : 'away' };
      const missing = missingPermissions(access, role);
      return missing.length > 0 ? { ok: false, reason: 'missing', missing } : { ok: true, access };
    },

    async propose(guildId, proposal) {
      const id = newId();
      await store.update(subscriptionCollection, subscriptionKey(guildId, id), () => [
        propose(proposal, clock()),
        undefined,
      ]);
      return id;
    },

    async confirm(guildId, id) {
      const [current, all] = await Promise.all([news.current(guildId), self.list(guildId)]);
      const confirmed = await store.update<Subscription, Confirmed>(
        subscriptionCollection,
        subscriptionKey(guildId, id),
        kept => {
          if (!kept) return [kept, { done: false, reason: 'gone' }];
          if (kept.since) return [kept, { done: false, reason: 'already', subscription: kept }];
          if (all.length >= mostSubscriptions) return [kept, { done: false, reason: 'full' }];
          const same = all.find(({ subscription }) => overlap(subscription, kept));
          if (same) return [kept, { done: false, reason: 'twice', id: same.id }];
          const subscription = confirm(kept, current, clock());
          return [subscription, { done: true, subscription }];
        },
      );
      return confirmed.done ? await withoutRivals(guildId, id, confirmed) : confirmed;
    },

    get: (guildId, id) => store.read(subscriptionCollection, subscriptionKey(guildId, id)),

    async list(guildId) {
      const found: { id: string; subscription: Subscription }[] = [];
      for await (const id of idsOf(store, subscriptionCollection, guildId)) {
        const subscription = await self.get(guildId, id);
        if (subscription?.since) found.push({ id, subscription });
      }
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    due: async (guildId, subscription) => dueNews(subscription, await news.current(guildId)),
    pause: (guildId, id) => change(guildId, id, pause),
    resume: (guildId, id) => change(guildId, id, subscription => resume(subscription, clock())),
    remove: (guildId, id) =>
      store.update(subscriptionCollection, subscriptionKey(guildId, id), kept => [undefined, kept]),
  };
  return self;
}
