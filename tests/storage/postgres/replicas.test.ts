import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openPostgresStore } from '../../../src/storage/postgres/postgres-store.ts';
import { usePostgres } from '../../support/postgres.ts';
import { quiet } from '../../support/quiet-log.ts';
import { append, audit, ledgers, newAccount, note } from '../../torture/ledger.ts';
import { startWriter } from '../../torture/writer.ts';
import { addOne, collect, notes } from '../contract.ts';

const ignore = () => undefined;

describe('processes on one PostgreSQL', () => {
  const postgres = usePostgres();
  const open = async (databaseUrl: string) => {
    const store = await openPostgresStore({ databaseUrl, log: quiet, onListenerError: ignore });
    onTestFinished(() => store.close());
    return store;
  };

  test('lose none of 1,000 interleaved edits, and number them without gaps', async () => {
    const databaseUrl = await postgres.freshUrl();
    const account = newAccount();
    const lines: string[] = [];
    const hear = (line: string) => {
      note(account, line);
      lines.push(line);
    };
    const writers = ['a', 'b'].map(name => startWriter(databaseUrl, name, hear, 500));
    await Promise.all(writers.map(writer => writer.ended));
    expect(account.made.size).toBe(1000);
    expect(await audit(await open(databaseUrl), account)).toBe(1000);
    const places = new Set(account.made.values());
    for (const document of ['d0', 'd1', 'd2', 'd3', 'd4']) {
      for (let revision = 1; revision <= 200; revision++) {
        expect(places).toContain(`${document} ${revision}`);
      }
    }
    const changesOfWriter = lines.filter(
      (line, n) => line.split(' ')[1]?.[0] !== lines[n - 1]?.split(' ')[1]?.[0],
    );
    expect(changesOfWriter.length, 'they took turns').toBeGreaterThan(20);
  });

  test('start at once on an empty database, and on one that is up to date', async () => {
    const databaseUrl = await postgres.freshUrl();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(databaseUrl)));
    await Promise.all(stores.map(store => store.update(notes, 'a', addOne)));
    const late = await open(databaseUrl);
    expect((await late.read(notes, 'a'))?.count).toBe(5);
  });

  test('hear of each other, once of each change', async () => {
    const databaseUrl = await postgres.freshUrl();
    const [here, there] = [await open(databaseUrl), await open(databaseUrl)];
    const [heardHere, heardThere]: [string[], string[]] = [[], []];
    here.watch(key => heardHere.push(key));
    there.watch(key => heardThere.push(key));
    await here.update(notes, 'with spaces  ', addOne);
    await here.update(notes, 'with spaces  ', () => [undefined, undefined]);
    await there.update(notes, 'b', addOne);
    await there.forget('note:b');
    const all = ['note:with spaces  ', 'note:with spaces  ', 'note:b', 'note:b'];
    await vi.waitFor(() => expect([heardHere, heardThere]).toEqual([all, all]));
  });

  test('read everything anew when one replaces all documents', async () => {
    const databaseUrl = await postgres.freshUrl();
    const [here, there] = [await open(databaseUrl), await open(databaseUrl)];
    await here.update(notes, 'a', addOne);
    let missed = 0;
    there.watch(ignore, () => missed++);
    await here.replaceAll(here.all());
    await vi.waitFor(() => expect(missed).toBe(1));
    expect(await collect(there.keys(''))).toEqual(['note:a']);
  });

  test('keep apart in the schemas of one database', async () => {
    const [here, there] = [await open(await postgres.freshUrl()), await open(await postgres.freshUrl())];
    const heard: string[] = [];
    there.watch(key => heard.push(key));
    await here.update(notes, 'mine', addOne);
    await there.update(notes, 'theirs', addOne);
    expect(await collect(there.keys(''))).toEqual(['note:theirs']);
    await here.update(ledgers, 'a', append('x'));
    expect(heard).toEqual(['note:theirs']);
  });
});
