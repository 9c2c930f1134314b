import { describe, expect, it } from 'vitest';
import { feedStates } from '../../../src/news/watch/feed-state.ts';
import { testWatchList } from '../sources/watch-list.ts';
import { docketEntry, docketFeed, nextLook, watchRig } from './watch-rig.ts';

const first = '/docket/9001/feed/';
const second = '/docket/9002/feed/';
const ids = (arrivals: readonly { id: string }[]) =>
  arrivals.map(({ id }) => id.replace(/^courtlistener:900\d:/, ''));

/** A docket of which the first look is done. */
async function begun(...entries: string[]) {
  const rig = await watchRig();
  rig.server.answer(first, docketFeed(...entries));
  rig.server.answer(second, docketFeed());
  await rig.main.tick();
  expect(rig.news()).toEqual([]);
  return rig;
}

describe('news of a feed', () => {
  it('remembers at the first look and announces nothing; then announces what is new, once', async () => {
    const rig = await begun(docketEntry(1, 'COMPLAINT'), docketEntry(2, 'MOTION to dismiss'));
    rig.server.answer(first, docketFeed(docketEntry(3, 'RESPONSE'), docketEntry(1, 'COMPLAINT')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([
      { id: 'courtlistener:9001:entry-3', change: 'new', late: false, event: 'brief', quote: 'RESPONSE' },
    ]);
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
  });

  it('announces the first thing of a feed that was empty at first', async () => {
    const rig = await begun();
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT')));
    await nextLook(rig);
    expect(ids(rig.news())).toEqual(['entry-1']);
  });

  it('does not depend on the order', async () => {
    const rig = await begun(docketEntry(2, 'MOTION'), docketEntry(1, 'COMPLAINT'));
    rig.server.answer(
      first,
      docketFeed(
        docketEntry(1, 'COMPLAINT'),
        docketEntry(4, 'REPLY'),
        docketEntry(2, 'MOTION'),
        docketEntry(3, 'BRIEF'),
      ),
    );
    await nextLook(rig);
    expect(ids(rig.news()).toSorted()).toEqual(['entry-3', 'entry-4']);
  });

  it('announces an entry older than the newest seen, as a late one', async () => {
    const rig = await begun(docketEntry(5, 'MOTION', { day: '2026-03-09' }));
    rig.server.answer(
      first,
      docketFeed(
        docketEntry(4, 'SEALED MOTION', { day: '2025-11-02' }),
        docketEntry(5, 'MOTION', { day: '2026-03-09' }),
        docketEntry(6, 'REPLY', { day: '2026-03-09' }),
      ),
    );
    await nextLook(rig);
    expect(rig.news()).toMatchObject([
      { id: 'courtlistener:9001:entry-4', date: '2025-11-02', late: true },
      { id: 'courtlistener:9001:entry-6', date: '2026-03-09', late: false },
    ]);
  });

  it('does not call everything late after one mistyped year', async () => {
    const rig = await begun(docketEntry(1, 'MOTION', { day: '2062-03-09' }));
    rig.server.answer(first, docketFeed(docketEntry(2, 'REPLY', { day: '2026-03-10' })));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ late: false }]);
  });

  it('announces an edited text as an edit of the same thing, once', async () => {
    const rig = await begun();
    rig.server.answer(first, docketFeed(docketEntry(1, 'ORDER: the motion is denied')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ change: 'new' }]);
    rig.server.answer(first, docketFeed(docketEntry(1, 'ORDER: the motion is granted')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([
      {
        id: 'courtlistener:9001:entry-1',
        change: 'edited',
        late: false,
        quote: 'ORDER: the motion is granted',
      },
    ]);
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
  });

  it('announces no edit of what was there at the first look, for nobody was shown it', async () => {
    const rig = await begun(docketEntry(1, 'ORDER: the motion is denied'));
    rig.server.answer(first, docketFeed(docketEntry(1, 'ORDER: the motion is granted')));
    for (let look = 0; look < 2; look++) await nextLook(rig);
    expect(rig.news()).toEqual([]);
  });

  it('announces nothing again when a feed empties for a day and comes back', async () => {
    const entries = [docketEntry(1, 'COMPLAINT'), docketEntry(2, 'MOTION')];
    const rig = await begun(...entries);
    rig.server.answer(first, docketFeed());
    for (let hour = 0; hour < 24; hour++) await nextLook(rig);
    rig.server.answer(first, docketFeed(...entries));
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
  });

  it('keeps several events under one guid apart, in any order, also when one is edited', async () => {
    const shared = (text: string) => docketEntry(7, text, { id: 'entry-7' });
    const rig = await begun();
    rig.server.answer(first, docketFeed(shared('ORDER on motion 5')));
    await nextLook(rig);
    expect(ids(rig.news())).toEqual(['entry-7']);
    rig.server.answer(first, docketFeed(shared('ORDER on motion 6'), shared('ORDER on motion 5')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([
      {
        id: expect.stringMatching(/^courtlistener:9001:entry-7~/),
        change: 'new',
        quote: 'ORDER on motion 6',
      },
    ]);
    rig.server.answer(first, docketFeed(shared('ORDER on motion 5'), shared('ORDER on motion 6')));
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
    rig.server.answer(
      first,
      docketFeed(shared('ORDER on motion 6'), shared('ORDER on motion 5 (corrected)')),
    );
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ id: 'courtlistener:9001:entry-7', change: 'edited' }]);
    rig.server.answer(first, docketFeed(shared('ORDER on motion 6')));
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
  });

  it('hands over what is noise too, with the name of the rule', async () => {
    const rig = await begun();
    rig.server.answer(first, docketFeed(docketEntry(1, 'ATTORNEY Appearance by Test Counsel')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ noise: 'appearance', event: 'appearance' }]);
  });

  it('knows an edited action of a bill, which has no id, from a new one', async () => {
    const rig = await watchRig({ ids: ['ilga'] });
    const action = (day: string, text: string) =>
      `<statusdate>${day}</statusdate><chamber>House</chamber><action>${text}</action>`;
    const bill = (...actions: string[]) => ({
      body: `<billstatus><actions>${actions.join('')}</actions></billstatus>`,
    });
    const file = '/ftp/legislation/104/BillStatus/XML/10400HB0099.xml';
    rig.server.answer(file, bill(action('1/1/2026', 'Filed')));
    await rig.main.tick();
    rig.server.answer(
      file,
      bill(action('1/2/2026', 'First Reading'), action('1/2/2026', 'Refered to Rules')),
    );
    await nextLook(rig);
    expect(rig.news()).toHaveLength(2);
    rig.server.answer(
      file,
      bill(
        action('1/3/2026', 'Assigned to Test Committee'),
        action('1/2/2026', 'Referred to Rules'),
        action('1/2/2026', 'First Reading'),
      ),
    );
    for (let look = 0; look < 2; look++) await nextLook(rig);
    expect(rig.news()).toMatchObject([
      { change: 'new', title: 'HB99: Assigned to Test Committee' },
      { change: 'edited', title: 'HB99: Referred to Rules' },
    ]);
  });

  it('takes what was there before for old when a search is widened', async () => {
    const rig = await watchRig({ ids: ['federal-register'] });
    const path = '/api/v1/documents.json';
    let wording = 'as it was';
    const page = (...documents: [number: string, day: string][]) => ({
      body: JSON.stringify({
        count: documents.length,
        results: documents.map(([document_number, publication_date]) => ({
          document_number,
          publication_date,
          title: `Test notice ${document_number} ${wording}`,
          html_url: 'https://www.federalregister.gov/d/test',
          type: 'Notice',
        })),
      }),
    });
    rig.server.answer(path, page(['2026-1', '2026-03-01']));
    await rig.main.tick();
    rig.server.answer(path, page(['2026-1', '2026-03-01'], ['2026-0', '2026-03-01']));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ id: 'federal-register:2026-0' }]);
    // A new version of the bot may read titles otherwise, and says so with another scope: no flood of edits comes of it.
    wording = 'read otherwise';
    const [search] = testWatchList.register;
    if (!search) throw new Error('no search');
    const wider = rig.watcher({ list: { ...testWatchList, register: [{ ...search, term: 'wider' }] } });
    rig.server.answer(
      path,
      page(
        ['2026-0', '2026-03-01'],
        ['2026-1', '2026-03-01'],
        ['2026-2', '2026-03-02'],
        ['2026-3', '2026-03-11'],
      ),
    );
    rig.clock.forward(86_400_000);
    await wider.tick();
    expect(rig.news()).toMatchObject([{ id: 'federal-register:2026-3' }]);
  });
});

describe('asking', () => {
  it('sends back what the server said of the version, and is content with “not modified”', async () => {
    const rig = await watchRig();
    const body = docketFeed(docketEntry(1, 'COMPLAINT')).body;
    rig.server.answer(first, (request, response) => {
      const known = request.headers['if-none-match'] === '"v1"';
      response.writeHead(known ? 304 : 200, { etag: '"v1"' }).end(known ? undefined : body);
    });
    rig.server.answer(second, docketFeed());
    await rig.main.tick();
    const before = rig.clock.now();
    await nextLook(rig);
    const [status] = await rig.main.status();
    expect(rig.server.received.filter(({ path }) => path === first).at(-1)?.headers['if-none-match']).toBe(
      '"v1"',
    );
    expect(status).toMatchObject({ failures: 0 });
    expect(status?.lastSuccess?.getTime()).toBeGreaterThan(before.getTime());
    expect(rig.news()).toEqual([]);
  });

  it('does not remember the version of a body it could not read', async () => {
    const rig = await watchRig();
    rig.server.answer(first, { headers: { etag: '"wall"' }, body: '<html>Are you a robot?</html>' });
    rig.server.answer(second, docketFeed());
    await rig.main.tick();
    await nextLook(rig);
    const asked = rig.server.received.filter(({ path }) => path === first);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.headers['if-none-match']).toBeUndefined();
    expect((await rig.main.status())[0]).toMatchObject({ failures: 2, problem: { code: 'format' } });
  });

  it('asks each feed once a cadence, however often it ticks and however many replicas there are', async () => {
    const rig = await watchRig();
    rig.server.answer(first, docketFeed());
    rig.server.answer(second, docketFeed());
    const replicas = [rig.main, rig.watcher(), rig.watcher()];
    await Promise.all(replicas.map(replica => replica.tick()));
    expect(rig.server.received).toHaveLength(2);
    rig.server.received.length = 0;
    for (let minute = 0; minute < 6 * 60; minute++) {
      rig.clock.forward(60_000);
      await Promise.all(replicas.map(replica => replica.tick()));
    }
    const count = (path: string) => rig.server.received.filter(received => received.path === path).length;
    expect([count(first), count(second)]).toEqual([6, 6]);
  });

  it('keeps an exact cadence to the second, and asks to be called each second then', async () => {
    const rig = await watchRig({ cron: '*/10 * * * * *' });
    rig.server.answer(first, docketFeed());
    rig.server.answer(second, docketFeed());
    rig.clock.to('2026-03-10T12:00:01Z');
    const times: string[] = [];
    for (let second = 0; second < 40; second++) {
      const before = rig.server.received.length;
      await rig.main.tick();
      if (rig.server.received.length > before) times.push(rig.clock.now().toISOString().slice(17, 19));
      rig.clock.forward(1_000);
    }
    expect(times).toEqual(['10', '20', '30', '40']);
    expect(rig.server.received).toHaveLength(8);
    expect(rig.main.pulse).toBe('* * * * * *');
    expect(rig.watcher({ cron: undefined }).pulse).toBe('* * * * *');
  });

  it('goes by a new cadence after a restart, not by the next try that was planned', async () => {
    const rig = await begun();
    const restarted = rig.watcher({ cron: '* * * * *' });
    await restarted.tick();
    rig.server.received.length = 0;
    rig.clock.forward(60_000);
    await restarted.tick();
    expect(rig.server.received).toHaveLength(2);
  });

  it('finds its way back after a clock that was years ahead', async () => {
    const rig = await begun();
    rig.clock.to('2031-01-01T00:00:00Z');
    await rig.main.tick();
    rig.clock.to('2026-03-10T13:00:00Z');
    await rig.main.tick();
    const [status] = await rig.main.status();
    expect(status?.nextTry?.getTime()).toBeLessThan(Date.parse('2026-03-10T15:00:00Z'));
  });
});

describe('failing', () => {
  it('keeps what it knows, waits longer each time up to a day, comes back by itself, and leaves the other feed alone', async () => {
    const rig = await begun(docketEntry(1, 'COMPLAINT'));
    rig.server.answer(first, { status: 503 });
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      await nextLook(rig);
      const [failing] = await rig.main.status();
      waits.push(((failing?.nextTry?.getTime() ?? 0) - rig.clock.now().getTime()) / 3_600_000);
    }
    const hours = waits.map(Math.round);
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    expect(hours[0]).toBe(1);
    expect(hours.at(-1)).toBe(24);
    expect(Math.max(...waits)).toBeLessThanOrEqual(24.5);
    const [failing, other] = await rig.main.status();
    expect(failing).toMatchObject({ failures: 9, problem: { code: 'status', detail: '503' } });
    expect(other).toMatchObject({ failures: 0 });
    expect(other?.problem).toBeUndefined();

    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT'), docketEntry(2, 'MOTION')));
    await nextLook(rig);
    expect(ids(rig.news())).toEqual(['entry-2']);
    const [mended] = await rig.main.status();
    expect(mended).toMatchObject({ failures: 0 });
    expect(mended?.problem).toBeUndefined();
  });

  it('waits as long as the server asks', async () => {
    const rig = await begun();
    rig.server.answer(first, { status: 429, headers: { 'retry-after': String(5 * 3_600) } });
    await nextLook(rig);
    const [status] = await rig.main.status();
    expect((status?.nextTry?.getTime() ?? 0) - rig.clock.now().getTime()).toBeGreaterThanOrEqual(
      5 * 3_600_000,
    );
  });

  it('still has its first look before it when the first ones fail', async () => {
    const rig = await watchRig();
    rig.server.answer(first, { status: 500 });
    rig.server.answer(second, docketFeed());
    await rig.main.tick();
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT')));
    await nextLook(rig);
    expect(rig.news()).toEqual([]);
    rig.server.answer(first, docketFeed(docketEntry(2, 'MOTION')));
    await nextLook(rig);
    expect(ids(rig.news())).toEqual(['entry-2']);
  });

  it('shows every feed in its status, also before the first look', async () => {
    const rig = await watchRig();
    expect(await rig.main.status()).toMatchObject([
      {
        source: 'courtlistener',
        feed: '9001',
        name: 'Test Party v. Example State, 9:99-cv-09999',
        failures: 0,
        waiting: 0,
      },
      { source: 'courtlistener', feed: '9002' },
    ]);
  });
});

describe('replicas', () => {
  it('leave a feed alone while another has it, and take it over when that one is gone', async () => {
    const rig = await begun();
    const id = 'courtlistener:9001';
    await nextLook(rig);
    const [status] = await rig.main.status();
    rig.clock.to(status?.nextTry ?? 0);
    const until = new Date(rig.clock.now().getTime() + 60_000).toISOString();
    await rig.store.update(feedStates, id, state => [
      state && { ...state, lease: { holder: 'a killed replica', until } },
      undefined,
    ]);
    rig.server.received.length = 0;
    const count = () => rig.server.received.filter(({ path }) => path === first).length;
    await rig.main.tick();
    expect(count()).toBe(0);
    rig.clock.forward(60_000);
    await rig.main.tick();
    expect(count()).toBe(1);
    expect((await rig.store.read(feedStates, id))?.lease).toBeUndefined();
  });

  it('throw away the look of one that was too slow', async () => {
    const rig = await begun();
    let release = () => {};
    rig.server.answer(first, (_, response) => {
      release = () => response.end(docketFeed(docketEntry(1, 'COMPLAINT, as it was before')).body);
    });
    const [status] = await rig.main.status();
    rig.clock.to(status?.nextTry ?? 0);
    const slow = rig.main.tick();
    await expect.poll(() => rig.server.received.filter(({ path }) => path === first)).toHaveLength(2);
    rig.clock.forward(200_000);
    const held = release;
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT')));
    await rig.watcher().tick();
    held();
    await slow;
    expect(rig.news()).toMatchObject([{ change: 'new', quote: 'COMPLAINT' }]);
    expect((await rig.store.read(feedStates, 'courtlistener:9001'))?.lease).toBeUndefined();
  });
});
