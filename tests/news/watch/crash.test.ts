import { describe, expect, it } from 'vitest';
import { OutcomeUnknown, StoreUnavailable } from '../../../src/lib/unavailable.ts';
import type { Fetcher } from '../../../src/news/fetch/fetch.ts';
import type { Arrival } from '../../../src/news/model/finding.ts';
import { createSources } from '../../../src/news/sources/all.ts';
import { createWatcher } from '../../../src/news/watch/watcher.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';
import type { Store } from '../../../src/storage/store.ts';
import { guillotine } from '../../support/guillotine.ts';
import { testWatchList } from '../sources/watch-list.ts';
import { docketEntry, docketFeed, movedClock, rememberingQueue } from './watch-rig.ts';

const silent = { info() {}, warn() {}, error() {}, debug() {} };
const oneDocket = { ...testWatchList, dockets: testWatchList.dockets.slice(0, 1) };

/** A world with a store and a queue that outlive the processes in it. */
function world() {
  const store = createMemoryStore();
  const queue = rememberingQueue();
  const clock = movedClock();
  let body = docketFeed(docketEntry(1, 'COMPLAINT')).body;
  const fetcher: Fetcher = {
    get: async () => ({ kind: 'body', text: body, validators: {} }),
    close: async () => {},
  };
  const process = (
    blade = guillotine(-1, 'before'),
    deliver = (arrivals: readonly Arrival[]) => queue.deliver(arrivals),
    update: Store['update'] = store.update,
  ) =>
    createWatcher({
      sources: createSources(oneDocket, ['courtlistener'], {}),
      store: { ...store, update: (...change) => blade.run(() => update(...change)) } satisfies Store,
      fetcher: { ...fetcher, get: (...request) => blade.run(() => fetcher.get(...request)) },
      clock: clock.now,
      random: () => 0,
      log: silent,
      deliver: arrivals => blade.run(() => deliver(arrivals)),
    });
  return {
    store,
    queue,
    clock,
    process,
    show: (...entries: string[]) => {
      body = docketFeed(...entries).body;
    },
  };
}

describe('a process that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any step loses nothing and hands nothing over twice',
    async when => {
      let steps = 0;
      for (let at = 0; ; at++) {
        const { queue, clock, process, show } = world();
        show();
        await process().tick();
        clock.forward(2 * 3_600_000);
        show(docketEntry(1, 'COMPLAINT'));
        await process().tick();
        expect(queue.arrivals.splice(0)).toHaveLength(1);
        clock.forward(2 * 3_600_000);
        show(docketEntry(2, 'MOTION'), docketEntry(1, 'COMPLAINT (corrected)'), docketEntry(3, 'REPLY'));
        const blade = guillotine(at, when);
        await process(blade).tick();
        // Its lease runs out; another process takes over, and sees the same feed.
        for (let visit = 0; visit < 3; visit++) {
          clock.forward(2 * 3_600_000);
          await process().tick();
        }
        expect(queue.arrivals.map(({ id, change }) => `${id} ${change}`).toSorted()).toEqual([
          'courtlistener:9001:entry-1 edited',
          'courtlistener:9001:entry-2 new',
          'courtlistener:9001:entry-3 new',
        ]);
        if (!blade.struck) break;
        steps++;
      }
      // Claim, fetch, look, hand over, confirm, release.
      expect(steps).toBe(6);
    },
  );

  it('hands over what had arrived even when the source has nothing more to say', async () => {
    const { queue, clock, process, show } = world();
    await process().tick();
    clock.forward(2 * 3_600_000);
    show(docketEntry(2, 'MOTION'));
    const away = () => Promise.reject(new StoreUnavailable('away'));
    await process(undefined, away).tick();
    expect(queue.arrivals).toEqual([]);
    show();
    // Long before the next look.
    clock.forward(60_000);
    const watcher = process();
    expect((await watcher.status())[0]).toMatchObject({ waiting: 1 });
    await watcher.tick();
    expect(queue.arrivals).toMatchObject([{ id: 'courtlistener:9001:entry-2' }]);
    expect((await watcher.status())[0]).toMatchObject({ waiting: 0 });
  });

  it('goes on looking, and forgets nothing, while the queue takes nothing', async () => {
    const { queue, clock, process, show } = world();
    await process().tick();
    const away = () => Promise.reject(new StoreUnavailable('away'));
    for (let n = 2; n <= 4; n++) {
      clock.forward(2 * 3_600_000);
      // Each look shows only the newest entry.
      show(docketEntry(n, 'MOTION'));
      await process(undefined, away).tick();
    }
    clock.forward(60_000);
    await process().tick();
    expect(queue.arrivals.map(({ id }) => id)).toEqual([2, 3, 4].map(n => `courtlistener:9001:entry-${n}`));
  });

  it.each([0, 1, 2, 3, 4])(
    'does not mind a store that does not say whether it did change %i',
    async doubt => {
      const { store, queue, clock, show, process } = world();
      await process().tick();
      clock.forward(2 * 3_600_000);
      show(docketEntry(2, 'MOTION'));
      let changes = 0;
      const doubtful: Store['update'] = async (...change) => {
        const result = await store.update(...change);
        if (changes++ === doubt) throw new OutcomeUnknown('gone');
        return result;
      };
      const watcher = process(undefined, undefined, doubtful);
      for (let visit = 0; visit < 3; visit++) {
        await watcher.tick();
        clock.forward(2 * 3_600_000);
      }
      expect(changes).toBeGreaterThan(doubt);
      expect(queue.arrivals).toMatchObject([{ id: 'courtlistener:9001:entry-2' }]);
    },
  );

  it('begins to watch as soon as a store that was away at the start answers', async () => {
    const { store, process } = world();
    let away = true;
    const watcher = process(undefined, undefined, (...change) =>
      away ? Promise.reject(new StoreUnavailable('away')) : store.update(...change),
    );
    await watcher.tick();
    expect((await watcher.status())[0]?.lastSuccess).toBeUndefined();
    away = false;
    await watcher.tick();
    expect((await watcher.status())[0]?.lastSuccess).toBeInstanceOf(Date);
  });
});
