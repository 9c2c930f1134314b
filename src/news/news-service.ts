import { randomBytes, randomUUID } from 'node:crypto';
import type { Knowledge } from '../knowledge/content/entry.ts';
import type { SharedSearch } from '../knowledge/search/create-search.ts';
import { errorFields, type Log } from '../lib/log.ts';
import type { Patience } from '../lib/patience.ts';
import type { Channels } from '../messaging/channels.ts';
import { guildSettingsCollection } from '../settings/guild-settings.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { idsOf } from '../storage/ids.ts';
import type { Store } from '../storage/store.ts';
import { type ApprovedNews, createApprovedNews } from './approved/approved-news.ts';
import { createDeliverer } from './delivery/deliver.ts';
import { overdueTitles } from './delivery/weekly-note.ts';
import { createHourlySweep } from './hourly-sweep.ts';
import type { Arrival } from './model/finding.ts';
import { createQueue } from './review/queue.ts';
import type { Queue } from './review/queue-types.ts';
import { suggestEntries } from './review/suggest-entries.ts';
import { subscriptionCollection } from './subscriptions/subscription.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions/subscriptions.ts';
import type { FeedStatus } from './watch/watcher.ts';

export interface NewsDeps {
  readonly store: Store;
  readonly settings: SettingsService;
  readonly knowledge: Knowledge;
  readonly search: SharedSearch;
  readonly channels: Channels;
  readonly clock: () => Date;
  /** How long a member's answer waits for a line about news. */
  readonly patience?: Patience | undefined;
  readonly log: Log;
  /** How the watched sources are; none where nothing is watched. */
  readonly sources?: () => Promise<readonly FeedStatus[]>;
  /** Reports from members of the last seven days. */
  readonly reports?: (guildId: string) => Promise<number>;
  /** Milliseconds for one attempt to post, after which another replica may take over; default 60,000. */
  readonly lease?: number;
}

/** Everything about news: what moderators decide, what channels follow, and that it is posted, exactly once. */
export interface NewsService {
  readonly queue: Queue;
  readonly subscriptions: Subscriptions;
  readonly news: ApprovedNews;
  /** How the watched sources are. */
  sources(): Promise<readonly FeedStatus[]>;
  /** Takes what the watcher found; durable when it resolves, and harmless when repeated. */
  accept(arrivals: readonly Arrival[]): Promise<void>;
  /** Posts what is due. To be called every minute; retries that come sooner wake by themselves. Never rejects. */
  tick(): Promise<void>;
  /** Waits for what is being posted, and begins nothing more. */
  close(): Promise<void>;
}

/** A source that failed so often in a row is worth a word to the moderators. */
const worrying = 3;

export function createNews(options: NewsDeps): NewsService {
  const { store, settings, knowledge, search, channels, clock, patience, log } = options;
  const { sources = async () => [], reports = async () => 0, lease = 60_000 } = options;
  const news = createApprovedNews({ store, knowledge, clock, patience });
  const newId = () =>
    BigInt(`0x${randomBytes(8).toString('hex')}`)
      .toString(36)
      .slice(-8)
      .padStart(8, '0');
  const queue = createQueue({
    store,
    settings,
    news,
    communities: () => communitiesOf(store),
    suggest: (text, kind) => suggestEntries(text, kind, knowledge, search),
    clock,
    newId: () => randomBytes(8).toString('hex'),
    changed: () => soon(),
  });
  const subscriptions = createSubscriptions({ store, channels, news, clock, newId });
  const deliverer = createDeliverer({
    store,
    channels,
    settings,
    news,
    knowledge,
    clock,
    log,
    lease,
    newHolder: () => randomUUID(),
    closing: () => closed,
    chores: async (guildId, language) => ({
      overdue: overdueTitles(knowledge, language, clock()),
      failing: (await sources()).filter(({ failures }) => failures >= worrying).map(({ name }) => name),
      waiting: (await queue.list(guildId, 'waiting')).length,
      reports: await reports(guildId),
    }),
  });
  const sweep = createHourlySweep({ store, clock, zone: knowledge.pack.timezone });

  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  const timers = new Set<NodeJS.Timeout>();

  async function work(): Promise<void> {
    await sweep().catch((error: unknown) => log.warn(errorFields(error), 'updates: the hourly sweep failed'));
    let nearest: Date | undefined;
    do {
      again = false;
      nearest = await deliverer.run();
    } while (again && !closed);
    if (nearest) wakeAt(nearest);
  }

  /** One run at a time; who comes during one waits for the next. */
  function tick(): Promise<void> {
    if (closed) return Promise.resolve();
    if (running) {
      again = true;
      return running;
    }
    running = work().finally(() => {
      running = undefined;
      // Asked for in the very moment it ended.
      if (again) soon();
    });
    return running;
  }

  function wakeAt(time: Date): void {
    const wait = time.getTime() - clock().getTime();
    // What is further ahead is found by the minute's tick.
    if (closed || wait > 60_000) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void tick();
      },
      Math.max(wait, 50),
    ).unref();
    timers.add(timer);
  }

  /** After a change that is to be seen in a channel, a little later, so that several changes make one run. */
  function soon(): void {
    if (running) again = true;
    else wakeAt(new Date(clock().getTime() + 50));
  }

  return {
    queue,
    subscriptions,
    news,
    sources,
    accept: queue.accept,
    tick,
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await running;
      news.close();
    },
  };
}

/** Communities with a confirmed following or a review channel. */
async function communitiesOf(store: Store): Promise<ReadonlySet<string>> {
  const guilds = new Set<string>();
  for await (const id of idsOf(store, subscriptionCollection)) {
    const [guildId = ''] = id.split(':');
    if (guilds.has(guildId)) continue;
    const subscription = await store.read(subscriptionCollection, id);
    if (subscription?.since) guilds.add(guildId);
  }
  for await (const guildId of idsOf(store, guildSettingsCollection)) {
    const settings = await store.read(guildSettingsCollection, guildId);
    if (settings?.reviewChannel) guilds.add(guildId);
  }
  return guilds;
}
