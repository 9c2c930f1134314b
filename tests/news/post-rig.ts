import { onTestFinished } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import type { Message } from '../../sandbox/discord/world.ts';
import { createChannels } from '../../src/discord/channels.ts';
import type { Knowledge } from '../../src/knowledge/content/entry.ts';
import type { Channels } from '../../src/messaging/channels.ts';
import { approve, type NewItem } from '../../src/news/approved/news.ts';
import { createNews, type NewsDeps, type NewsService } from '../../src/news/news-service.ts';
import type { Proposal } from '../../src/news/subscriptions/subscription.ts';
import { createSettings } from '../../src/settings/settings-service.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { messageViolations } from '../support/discord-rules.ts';
import { emptyKnowledge } from '../support/empty-knowledge.ts';
import { quiet } from '../support/quiet-log.ts';
import { movedClock } from './watch/watch-rig.ts';

export const noKnowledge = emptyKnowledge();

export interface Process {
  readonly updates: NewsService;
  stop(): Promise<void>;
}

export interface PostRig {
  readonly discord: Discord;
  readonly store: Store;
  readonly clock: ReturnType<typeof movedClock>;
  readonly updates: NewsService;
  /** Another process on the same store. `changed` wraps what it works with. */
  process(changed?: {
    store?: Store;
    channels?: (channels: Channels) => Channels;
    knowledge?: Knowledge;
    sources?: NewsDeps['sources'];
    /** A clock that need not agree with Discord's. */
    clock?: () => Date;
  }): Process;
  /** A confirmed following of a channel by name; gives its id. */
  follow(channel: string, values?: Partial<Proposal>): Promise<string>;
  /** Approves a piece of news. */
  news(title: string, values?: Partial<NewItem>): Promise<void>;
  /** Moves the clock forward and works: milliseconds. */
  forward(milliseconds: number): Promise<void>;
  posts(channel: string): readonly Message[];
  /** What in the bodies it sent breaks Discord's rules. */
  readonly violations: readonly string[];
}

export const day = 86_400_000;
export const minute = 60_000;

/** The posting half on Discord's stand-in, with a store that outlives its processes. It is 08:00 in Chicago; the review channel is `moderators`. `timeout`: milliseconds for a request. */
export async function postRig({ timeout = 250 } = {}): Promise<PostRig> {
  const clock = movedClock('2026-06-01T13:00:00Z');
  const discord = await startDiscord({ now: clock.now, limits: { global: 1_000, channel: 1_000 } });
  const violations: string[] = [];
  discord.seen = ({ method, path, body }) => {
    if (method !== 'GET' && /messages(\/\d+)?$/.test(path))
      violations.push(...messageViolations(body as object));
  };
  const store = createMemoryStore();
  const guildId = discord.home.id;
  const stops: (() => Promise<void>)[] = [];

  const process: PostRig['process'] = (changed = {}) => {
    const inUse = changed.store ?? store;
    const now = changed.clock ?? clock.now;
    const settings = createSettings({ store: inUse, now: () => now().getTime() });
    const channels = createChannels({
      token: discord.environment.DISCORD_TOKEN,
      api: discord.environment.DISCORD_API_BASE_URL,
      log: quiet,
      timeout,
    });
    const updates = createNews({
      store: inUse,
      settings,
      knowledge: changed.knowledge ?? noKnowledge,
      ...(changed.sources && { sources: changed.sources }),
      search: { ask: () => ({ sure: false, hits: [] }) },
      channels: changed.channels?.(channels) ?? channels,
      clock: now,
      log: quiet,
    });
    const stop = async () => {
      await updates.close();
      settings.close();
    };
    stops.push(stop);
    return { updates, stop };
  };
  onTestFinished(async () => {
    for (const stop of stops) await stop();
    await discord.stop();
  });

  const { updates } = process();
  await createSettings({ store, now: Date.now }).change(guildId, {
    reviewChannel: discord.channel('moderators').id,
  });
  return {
    discord,
    store,
    clock,
    updates,
    violations,
    process,
    async follow(channel, values = {}) {
      const { id: channelId, type: channelType } = discord.channel(channel);
      const id = await updates.subscriptions.propose(guildId, {
        channelId,
        channelType,
        kind: 'all',
        schedule: 'daily 09:00',
        zone: 'America/Chicago',
        language: 'en',
        ...values,
      });
      await updates.subscriptions.confirm(guildId, id);
      return id;
    },
    async news(title, values = {}) {
      const item: NewItem = {
        id: title.replaceAll(/\W/g, '-'),
        kind: 'litigation',
        date: '2026-05-30',
        words: { en: { title, summary: `About ${title}.` } },
        sources: [{ label: { en: 'A court', es: 'Una corte' }, url: 'https://example.org/' }],
        entries: [],
        ...values,
      };
      await updates.news.change(guildId, news => approve(news, item, clock.now()));
    },
    async forward(milliseconds) {
      clock.forward(milliseconds);
      await updates.tick();
    },
    posts: channel => discord.messages(channel).filter(({ authorId }) => authorId === discord.world.botId),
  };
}
