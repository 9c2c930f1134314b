import { emptyKnowledge } from '../tests/support/empty-knowledge.ts';
/** A process that posts to many channels, driven by bench/updates.ts: `node updates-poster.ts FOLDER API TOKEN CHANNEL…`. */

import { createChannels } from '../src/discord/channels.ts';
import { approve, type NewItem, noNews } from '../src/news/approved/news.ts';
import { createNews } from '../src/news/news-service.ts';
import {
  confirm,
  propose,
  type Subscription,
  subscriptionCollection,
} from '../src/news/subscriptions/subscription.ts';
import { createSettings } from '../src/settings/settings-service.ts';
import type { Stored } from '../src/storage/document.ts';
import { openStore } from '../src/storage/open.ts';
import { emptySearch } from '../tests/support/empty-search.ts';
import { quiet } from '../tests/support/quiet-log.ts';

const [folder = '', api = '', token = '', ...channels] = process.argv.slice(2);
let offset = Date.parse('2026-06-01T13:00:00Z') - Date.now();
const clock = () => new Date(Date.now() + offset);
const store = await openStore({ databaseUrl: undefined, dataDir: folder, log: quiet });
const settings = createSettings({ store, now: () => clock().getTime() });
const updates = createNews({
  store,
  settings,
  knowledge: emptyKnowledge(),
  search: emptySearch,
  channels: createChannels({ token, api, log: quiet }),
  clock,
  log: quiet,
});

/** A community of its own for each channel. */
const guildOf = (at: number) => String(300_000_000_000_000_000n + BigInt(at));

function followingOf(channelId: string): Subscription {
  const proposal = {
    channelId,
    channelType: 0,
    kind: 'all',
    schedule: 'daily 09:00',
    zone: 'America/Chicago',
    language: 'en',
  } as const;
  return confirm(propose(proposal, clock()), noNews, clock());
}

async function* documents(count: number): AsyncIterable<Stored> {
  for (let at = 0; at < count; at++) {
    const body = followingOf(channels[at % channels.length] ?? '');
    const id = at.toString(36).padStart(8, '0');
    yield { key: `following:${guildOf(at)}:${id}`, version: 1, dueAt: body.nextAt, body };
  }
}

const item = (round: number): NewItem => ({
  id: `n${round}`,
  kind: 'litigation',
  date: '2026-05-30',
  words: { en: { title: `Ruling ${round}`, summary: 'The court decided. Both sides may appeal.' } },
  sources: [{ label: { en: 'A court' }, url: 'https://example.org/' }],
  entries: [],
});

let round = 0;
const orders: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Milliseconds of one tick with 10,000 followings of which none is due; the median of 50. */
  async idle() {
    await store.replaceAll(documents(10_000));
    await updates.tick();
    const times: number[] = [];
    for (let at = 0; at < 50; at++) {
      const start = performance.now();
      await updates.tick();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[25];
  },
  async load() {
    await store.replaceAll(documents(channels.length));
    await updates.tick();
  },
  /** A day goes by with one piece of news in every community. Bytes of heap afterwards. */
  async day() {
    round += 1;
    for (const at of channels.keys()) {
      await updates.news.change(guildOf(at), news => approve(news, item(round), clock()));
    }
    offset += 86_400_000;
    do {
      await updates.tick();
      await new Promise(resolve => setTimeout(resolve, 100));
    } while ((await store.due(subscriptionCollection, new Date(clock().getTime() + 60_000))).length > 0);
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
};

process.on('message', (order: string) => {
  void orders[order]?.().then(result => process.send?.({ result }));
});
process.on('disconnect', () => process.exit());
process.send?.({});
