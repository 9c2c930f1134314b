import { onTestFinished } from 'vitest';
import { createFetcher } from '../../../src/news/fetch/fetch.ts';
import type { Arrival } from '../../../src/news/model/finding.ts';
import { createSources } from '../../../src/news/sources/all.ts';
import type { SourceId, WatchList } from '../../../src/news/sources/list.ts';
import { createWatcher } from '../../../src/news/watch/watcher.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { startFeedServer } from '../sources/feed-server.ts';
import { testWatchList } from '../sources/watch-list.ts';

const silent = { info() {}, warn() {}, error() {}, debug() {} };

/** A clock that stands still until it is moved. */
export function movedClock(start = '2026-03-10T12:00:00Z') {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    forward: (milliseconds: number) => {
      now += milliseconds;
    },
    to: (instant: string | number | Date) => {
      now = new Date(instant).getTime();
    },
  };
}

/** A review queue that takes an arrival with a known id and hash once, as the real one must. */
export function rememberingQueue() {
  const taken = new Map<string, Arrival>();
  return {
    arrivals: [] as Arrival[],
    async deliver(arrivals: readonly Arrival[]) {
      for (const arrival of arrivals) {
        const key = `${arrival.id} ${arrival.hash}`;
        if (taken.has(key)) continue;
        taken.set(key, arrival);
        this.arrivals.push(arrival);
      }
    },
  };
}

interface RigOptions {
  readonly ids?: readonly SourceId[];
  readonly list?: WatchList;
  readonly cron?: string;
  readonly store?: Store;
}

/** A watcher on a real HTTP server at 127.0.0.1, with a clock to move and a queue to look into. */
export async function watchRig({
  ids = ['courtlistener'],
  list = testWatchList,
  cron,
  store,
}: RigOptions = {}) {
  const server = await startFeedServer();
  const clock = movedClock();
  const queue = rememberingQueue();
  const shared = store ?? createMemoryStore();
  const fetcher = createFetcher({
    userAgent: 'test',
    trusted: [server.origin],
    timeLimit: 2_000,
    clock: clock.now,
  });
  onTestFinished(() => fetcher.close());
  const watcher = (changes: { list?: WatchList; cron?: string | undefined } = {}) =>
    createWatcher({
      sources: createSources(
        changes.list ?? list,
        ids,
        Object.fromEntries(ids.map(id => [id, server.origin])),
      ),
      store: shared,
      fetcher,
      clock: clock.now,
      random: () => 0.5,
      log: silent,
      cron: 'cron' in changes ? changes.cron : cron,
      deliver: arrivals => queue.deliver(arrivals),
    });
  const main = watcher();
  /** What arrived since this was last called. */
  const news = () => queue.arrivals.splice(0);
  return { server, clock, queue, store: shared, fetcher, watcher, main, news };
}

/** Moves the clock to the feed's next try, and ticks. */
export async function nextLook(rig: Awaited<ReturnType<typeof watchRig>>, feed = 0): Promise<void> {
  const status = (await rig.main.status())[feed];
  if (status?.nextTry) rig.clock.to(status.nextTry);
  await rig.main.tick();
}

interface EntryOptions {
  readonly day?: string;
  readonly id?: string;
}

/** An entry of an invented docket. */
export const docketEntry = (
  n: number,
  text: string,
  { day = '2026-03-09', id = `entry-${n}` }: EntryOptions = {},
) =>
  `<entry><title>Entry #${n} in Test v. Test, 9:99-cv-09999</title><published>${day}T00:00:00-07:00</published>` +
  `<link rel="alternate" href="https://www.courtlistener.com/docket/9001/t/#${id}"/>` +
  `<id>https://www.courtlistener.com/docket/9001/t/?order_by=desc#${id}</id><summary type="html">${text}</summary></entry>`;

/** A docket's feed of invented entries. */
export const docketFeed = (...entries: readonly string[]) => ({
  body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Test data</title>${entries.join('')}</feed>`,
});
