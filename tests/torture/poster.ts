/** A process that posts, driven by its parent over IPC: `node poster.ts LOCATION API TOKEN GUILD`. It lives until it is killed. */
import { createChannels } from '../../src/discord/channels.ts';
import { approve } from '../../src/news/approved/news.ts';
import { isOpen } from '../../src/news/model/delivery.ts';
import { createNews } from '../../src/news/news-service.ts';
import { createSettings } from '../../src/settings/settings-service.ts';
import { openStore } from '../../src/storage/open.ts';
import { emptyKnowledge } from '../support/empty-knowledge.ts';
import { emptySearch } from '../support/empty-search.ts';
import { quiet } from '../support/quiet-log.ts';
import type { Order } from './poster-process.ts';

const [location = '', api = '', token = '', guildId = ''] = process.argv.slice(2);
let offset = 0;
const clock = () => new Date(Date.now() + offset);
const isUrl = location.startsWith('postgres:');
const store = await openStore({
  databaseUrl: isUrl ? location : undefined,
  dataDir: location,
  log: quiet,
});
const settings = createSettings({ store, now: () => clock().getTime() });
const updates = createNews({
  store,
  settings,
  knowledge: emptyKnowledge(),
  search: emptySearch,
  channels: createChannels({ token, api, log: quiet, timeout: 120 }),
  clock,
  log: quiet,
  lease: 600,
});

const orders: Readonly<Record<Order['kind'], (order: Order) => Promise<unknown>>> = {
  async time(order) {
    offset = Number(order.value);
  },
  async follow(order) {
    const [channelId = '', type = ''] = order.value.split(' ');
    const id = await updates.subscriptions.propose(guildId, {
      channelId,
      channelType: Number(type),
      kind: 'all',
      schedule: '* * * * *',
      zone: 'America/Chicago',
      language: 'en',
    });
    await updates.subscriptions.confirm(guildId, id);
  },
  async approve({ value }) {
    await updates.news.change(guildId, news =>
      approve(
        news,
        {
          id: value,
          kind: 'litigation',
          date: '2026-03-01',
          words: { en: { title: value, summary: `About ${value}.` } },
          sources: [{ label: { en: 'A court' }, url: `https://example.org/${value}` }],
          entries: [],
        },
        clock(),
      ),
    );
  },
  async resume() {
    for (const { id } of await updates.subscriptions.list(guildId))
      await updates.subscriptions.resume(guildId, id);
  },
  async settled() {
    const { counter } = await updates.news.current(guildId);
    const all = await updates.subscriptions.list(guildId);
    return all.every(
      ({ subscription: { after, delivery, paused } }) => !paused && after === counter && !isOpen(delivery),
    );
  },
};

process.on('message', (order: Order) => {
  orders[order.kind](order).then(
    result => process.send?.({ n: order.n, result }),
    (error: unknown) => process.send?.({ n: order.n, error: String(error) }),
  );
});
// A parent that dies takes its children with it.
process.on('disconnect', () => process.exit());
process.send?.({ n: 0 });
for (;;) {
  await updates.tick();
  await new Promise(resolve => setTimeout(resolve, 15));
}
