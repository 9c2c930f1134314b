import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { OutcomeUnknown, StoreUnavailable } from '../../../src/lib/unavailable.ts';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import { onServer, startPostgres, type TestPostgres, usePostgres } from '../../support/postgres.ts';
import { startProxy } from '../../support/postgres-proxy.ts';
import { quiet } from '../../support/quiet-log.ts';
import { append, ledgers } from '../../torture/ledger.ts';
import { addOne, notes, set } from '../contract.ts';

const ignore = () => undefined;

async function open(databaseUrl: string, doubtPatience = 10_000) {
  const store = await openPostgresStore({ databaseUrl, log: quiet, onListenerError: ignore, doubtPatience });
  onTestFinished(() => store.close());
  return store;
}

describe('a connection that breaks', () => {
  const postgres = usePostgres();
  const behindProxy = async (doubtPatience?: number) => {
    const databaseUrl = await postgres.freshUrl();
    const proxy = await startProxy(databaseUrl);
    onTestFinished(() => proxy.close());
    const losses = vi.fn();
    proxy.onLoss = losses;
    return { databaseUrl, proxy, losses, store: await open(proxy.url, doubtPatience) };
  };

  test.each(['lose', 'lose confirmation'] as const)(
    'within a commit (%s): the change is made once, and its result is told',
    async fate => {
      const { proxy, losses, store } = await behindProxy();
      const heard: string[] = [];
      store.watch(key => heard.push(key));
      for (const revision of [1, 2, 3]) {
        proxy.commit = fate;
        expect(await store.update(ledgers, 'a', append(`edit ${revision}`))).toBe(revision);
      }
      expect(await store.read(ledgers, 'a')).toEqual({ edits: ['edit 1', 'edit 2', 'edit 3'] });
      proxy.commit = fate;
      expect(await store.update(ledgers, 'a', () => [undefined, 'removed'])).toBe('removed');
      expect(await store.read(ledgers, 'a')).toBeUndefined();
      await store.update(ledgers, 'a', append('anew'));
      proxy.commit = fate;
      await store.forget('ledger:a');
      expect(await store.read(ledgers, 'a')).toBeUndefined();
      expect(heard).toEqual(Array.from({ length: 6 }, () => 'ledger:a'));
      expect(losses).toHaveBeenCalledTimes(5);
    },
  );

  test('within a commit, and another replica changes the document meanwhile: both changes are made once', async () => {
    const { databaseUrl, proxy, store } = await behindProxy();
    const replica = await open(databaseUrl);
    proxy.onLoss = () => {
      proxy.open = false;
      void (async () => {
        for (const edit of ['other 1', 'other 2']) await replica.update(ledgers, 'a', append(edit));
        proxy.open = true;
      })();
    };
    proxy.commit = 'lose confirmation';
    expect(await store.update(ledgers, 'a', append('mine'))).toBe(1);
    expect(await store.read(ledgers, 'a')).toEqual({ edits: ['mine', 'other 1', 'other 2'] });
  });

  test('within a commit, for longer than patience lasts: what became of the change is found out, or said to be unknown', async () => {
    const { databaseUrl, proxy, store } = await behindProxy(2_000);
    const replica = await open(databaseUrl);
    const away = (forMs: number) => () => {
      proxy.open = false;
      setTimeout(() => {
        proxy.open = true;
      }, forMs);
    };
    proxy.onLoss = away(2_300);
    proxy.commit = 'lose confirmation';
    expect(await store.update(ledgers, 'a', append('made'))).toBe(1);
    proxy.commit = 'lose';
    await expect(store.update(ledgers, 'a', append('not made'))).rejects.toThrow(StoreUnavailable);
    expect(await replica.read(ledgers, 'a')).toEqual({ edits: ['made'] });
    proxy.onLoss = away(5_000);
    proxy.commit = 'lose confirmation';
    await expect(store.update(ledgers, 'a', append('who knows'))).rejects.toThrow(OutcomeUnknown);
    expect(await replica.read(ledgers, 'a')).toEqual({ edits: ['made', 'who knows'] });
  });

  test('anywhere else is made again, unseen by whoever asks', async () => {
    const { proxy, store } = await behindProxy();
    await store.update(notes, 'a', addOne);
    for (let n = 2; n < 12; n++) {
      proxy.cut();
      expect(await store.update(notes, 'a', addOne)).toBe(n);
      proxy.cut();
      expect((await store.read(notes, 'a'))?.count).toBe(n);
    }
  });

  test('to a database that answers nothing: every call ends, and nothing is half done', async () => {
    const { databaseUrl, proxy, store } = await behindProxy(100);
    await store.update(notes, 'a', addOne);
    proxy.silent = true;
    const calls = await Promise.allSettled([
      store.read(notes, 'a'),
      store.update(notes, 'a', addOne),
      store.ping(),
    ]);
    for (const call of calls) {
      expect(call).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    const replica = await open(databaseUrl);
    expect((await replica.read(notes, 'a'))?.count).toBe(1);
    proxy.silent = false;
    proxy.cut();
    expect(await store.update(notes, 'a', addOne)).toBe(2);
  });

  test('to a database that answers nothing: whoever waits for a connection does not wait for all before', async () => {
    const { proxy, store } = await behindProxy(100);
    await store.update(notes, 'a', addOne);
    proxy.silent = true;
    // One after the other, five at a time, they would take longer than this test may.
    const calls = await Promise.allSettled(Array.from({ length: 100 }, () => store.read(notes, 'a')));
    expect(new Set(calls.map(({ status }) => status))).toEqual(new Set(['rejected']));
    proxy.silent = false;
    proxy.cut();
    expect(await store.update(notes, 'a', addOne)).toBe(2);
  });

  test('to a replica: what it missed is read anew', async () => {
    const { databaseUrl, proxy, store } = await behindProxy();
    const other = await open(databaseUrl);
    const heard: string[] = [];
    store.watch(
      key => heard.push(key),
      () => heard.push('everything'),
    );
    proxy.open = false;
    proxy.cut();
    await other.update(notes, 'unheard', addOne);
    proxy.open = true;
    await vi.waitFor(() => expect(heard).toEqual(['everything']), 10_000);
    await other.update(notes, 'heard', addOne);
    await vi.waitFor(() => expect(heard).toEqual(['everything', 'note:heard']));
  });
});

describe('a document that another transaction holds', () => {
  const postgres = usePostgres();

  test('cannot be changed meanwhile, and is not half changed; others can', async () => {
    const databaseUrl = await postgres.freshUrl();
    const store = await open(databaseUrl);
    await store.update(notes, 'a', addOne);
    const holder = new Client({ connectionString: databaseUrl });
    onTestFinished(() => holder.end());
    await holder.connect();
    await holder.query('begin');
    await holder.query(`select from documents where key = 'note:a' for update`);
    const refused = expect(store.update(notes, 'a', addOne)).rejects.toThrow(StoreUnavailable);
    expect(await store.update(notes, 'b', addOne)).toBe(1);
    expect((await store.read(notes, 'a'))?.count).toBe(1);
    await refused;
    await holder.query('commit');
    expect(await store.update(notes, 'a', addOne)).toBe(2);
  });
});

describe('a database', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.dispose());

  test('that is away makes the store unavailable until it is back', async () => {
    const store = await open(server.url);
    await store.update(notes, 'a', set({ text: 'kept', count: 1 }));
    const heard: string[] = [];
    store.watch(
      key => heard.push(key),
      () => heard.push('everything'),
    );
    await server.stop();
    const away = [
      store.read(notes, 'a'),
      store.update(notes, 'a', addOne),
      store.due(notes, new Date()),
      store.forget('note:a'),
      store.ping(),
      store.isEmpty(),
      Array.fromAsync(store.keys('')),
      Array.fromAsync(store.all()),
    ];
    for (const { reason, status } of (await Promise.allSettled<unknown>(away)) as PromiseRejectedResult[]) {
      expect(status).toBe('rejected');
      expect(reason).toBeInstanceOf(StoreUnavailable);
      expect(reason).not.toBeInstanceOf(OutcomeUnknown);
    }
    await server.start();
    await store.ping();
    expect(await store.update(notes, 'a', addOne)).toBe(2);
    await vi.waitFor(() => expect(heard).toContain('everything'), 10_000);
    const other = await open(server.url);
    await other.update(notes, 'b', addOne);
    await vi.waitFor(() => expect(heard).toContain('note:b'));
  });

  test('that starts together with the bot is waited for', async () => {
    await server.stop();
    const opening = open(server.url);
    await new Promise(resolve => setTimeout(resolve, 300));
    await server.start();
    await (await opening).ping();
  });

  test.each([
    ['a wrong password', 'postgres:secret-word@', '', 'refuses the user or password'],
    ['a database that is not there', 'postgres:password@', 'nowhere', 'does not exist'],
  ])('with %s is refused at once, without telling the password', async (_, credentials, name, reason) => {
    const url = new URL(server.url.replace('postgres:password@', credentials));
    if (name) url.pathname = `/${name}`;
    const refusal = await open(url.href).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(String(refusal)).toContain(reason);
    expect(String(refusal)).not.toContain('secret-word');
  });

  test('of a newer version of the bot is left alone', async () => {
    const store = await open(server.url);
    await onServer(server.url, 'update storage_version set version = 99');
    await expect(open(server.url)).rejects.toThrow('newer version');
    await onServer(server.url, 'update storage_version set version = 1');
    await store.ping();
  });

  test('finds what is due, and keys by prefix, without reading all documents', async () => {
    await open(server.url);
    await onServer(
      server.url,
      `insert into documents (key, body, version, due_at)
       select 'note:' || n, '{}', 1, '2026-01-01'::timestamptz + n * interval '1 minute' from generate_series(1, 5000) as n`,
    );
    await onServer(server.url, 'analyze documents');
    const due = `select key from documents where split_part(key, ':', 1) = 'note' and due_at <= '2026-01-01' order by due_at, key limit 10`;
    const keys = `select key from documents where key ^@ 'note:12' and key > '' order by key limit 1000`;
    expect(JSON.stringify(await onServer(server.url, `explain ${due}`))).toContain('documents_due');
    expect(JSON.stringify(await onServer(server.url, `explain ${keys}`))).toMatch(/Index.*documents_pkey/);
  });
});
