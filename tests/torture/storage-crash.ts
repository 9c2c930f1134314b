import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/storage/open.ts';
import { onServer, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { quiet } from '../support/quiet-log.ts';
import { type Account, audit, newAccount, note } from './ledger.ts';
import { startWriter } from './writer.ts';

export interface Tally {
  readonly rounds: number;
  /** Edits that were confirmed; every one was found again. */
  readonly confirmed: number;
  readonly refused: number;
  /** Edits of which the store could not say what became of them. */
  readonly unknown: number;
}

const tally = (rounds: number, { made, refused, unknown }: Account): Tally => ({
  rounds,
  confirmed: made.size,
  refused: refused.size,
  unknown: unknown.size,
});

/** Up to so many milliseconds of edits before each kill. */
const longest = 120;

/** Kills so many times what the edits depend on, and looks for every edit after each. Throws where one is missing, or made twice. */
export function run(count: number, kind: 'file' | 'postgres'): Promise<Tally> {
  return kind === 'file' ? killWriters(count) : killServers(count);
}

/** The embedded store: the writing process is killed. */
async function killWriters(count: number): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trust-act-bot-crash-'));
  const account = newAccount();
  const open = () =>
    openStore({
      databaseUrl: undefined,
      dataDir: folder,
      log: quiet,
      onDamage: (key, reason) => {
        throw new Error(`${key} became unreadable: ${reason}`);
      },
    });
  try {
    for (let round = 0; round < count; round++) {
      const writer = startWriter(folder, `r${round}`, line => note(account, line));
      await writer.begun;
      await delay(Math.random() * longest);
      writer.process.kill('SIGKILL');
      await writer.ended;
      // Opening shows that the lock went with the process.
      const store = await open();
      await audit(store, account);
      await store.close();
      const leftovers = (await readdir(path.join(folder, 'documents'))).filter(
        name => !/\.json(\.bak)?$/.test(name),
      );
      if (leftovers.length > 0) throw new Error(`left behind: ${leftovers.join(', ')}`);
    }
    return tally(count, account);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The shared store: the server is killed, in three ways by turns, while a process writes on. */
async function killServers(count: number): Promise<Tally> {
  const postgres = await startPostgres();
  const account = newAccount();
  let heard = 0;
  const writer = startWriter(postgres.url, 'w', line => {
    heard += 1;
    note(account, line);
  });
  try {
    await writer.begun;
    for (let round = 0; round < count; round++) {
      await delay(Math.random() * longest);
      await ways[round % ways.length]?.(postgres);
      const before = heard;
      while (heard < before + 20) await Promise.race([delay(20), writer.ended]);
    }
    writer.process.kill('SIGKILL');
    await writer.ended;
    const store = await openStore({ databaseUrl: postgres.url, dataDir: '', log: quiet });
    await audit(store, account);
    await store.close();
    return tally(count, account);
  } finally {
    writer.process.kill('SIGKILL');
    await postgres.dispose();
  }
}

const ways: readonly ((postgres: TestPostgres) => Promise<void>)[] = [
  async function killPostmaster(postgres) {
    await postgres.kill();
    await postgres.start();
  },
  async function killBackend(postgres) {
    const [row] = await onServer(
      postgres.url,
      `select pid from pg_stat_activity where application_name = 'trust-act-bot' order by random() limit 1`,
    );
    if (typeof row === 'object' && row !== null && 'pid' in row) process.kill(Number(row.pid), 'SIGKILL');
  },
  async function endConnections(postgres) {
    await onServer(
      postgres.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trust-act-bot'`,
    );
  },
];
