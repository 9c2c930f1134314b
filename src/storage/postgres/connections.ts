import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Client, type ClientBase, Pool, type PoolClient } from 'pg';
import { errorFields, type Log } from '../../lib/log.ts';
import { StoreUnavailable } from '../../lib/unavailable.ts';
import { DatabaseFault, faulting, isPassing, unavailable } from './fault.ts';

/** How long one thing may take, in milliseconds: a member's answer must reach Discord within three seconds. */
const limits = {
  connectionTimeoutMillis: 2_000,
  lock_timeout: 2_000,
  statement_timeout: 2_500,
  /** The driver's own, for a server that answers nothing at all. */
  query_timeout: 3_000,
  /** A process that hangs in the middle of a change lets go of the document. */
  idle_in_transaction_session_timeout: 5_000,
};
/** Small databases for hire take about 20 connections in all. */
const connections = 5;
/** A job that did not get one of them in this time, in milliseconds, gets none: behind a silent database the queue would only grow. */
const queuePatience = 2_000;
/** Trying again begins no later than this after the first try, in milliseconds. */
const patience = 1_500;

/** The ways to a database: a few shared connections for short jobs, and connections of their own for long ones. */
export interface Connections {
  /**
   * Runs a job with a connection, again and again while the database is away for a moment or two transactions collide. The job throws
   * {@link DatabaseFault} for what the database did. Rejects with {@link StoreUnavailable} when patience is over.
   */
  run<T>(job: (client: ClientBase) => Promise<T>, patienceMs?: number): Promise<T>;
  /** Runs a job on a connection of its own without time limits, once. */
  runLong<T>(job: (client: ClientBase) => Promise<T>): Promise<T>;
  /** The same for what is read bit by bit. */
  streamLong<T>(job: (client: ClientBase) => AsyncIterable<T>): AsyncIterable<T>;
  /** A connection of one's own, not yet connected, which waits for answers no longer than others. */
  client(): Client;
  close(): Promise<void>;
}

/** Connects to nothing yet. */
export function createConnections(databaseUrl: string, log: Log): Connections {
  const config = { connectionString: databaseUrl, keepAlive: true, application_name: 'trust-act-bot' };
  const pool = new Pool({ ...config, ...limits, max: connections });
  // Connections that break while nobody uses them: the pool makes new ones.
  pool.on('error', error => log.warn(errorFields(error), 'an idle connection to the database broke'));
  const slot = pLimit(connections);
  let closing: Promise<void> | undefined;

  const once = <T>(job: (client: ClientBase) => Promise<T>): Promise<T> => {
    const queued = performance.now();
    return slot(async () => {
      if (performance.now() - queued > queuePatience) throw new DatabaseFault('no connection came free');
      const client = await faulting(() => pool.connect());
      const ignored = () => undefined;
      client.on('error', ignored);
      const result = await settle(job(client));
      // After a fault nobody knows what state the connection is in.
      const broken = !result.ok && (result.error instanceof DatabaseFault || !(await rolledBack(client)));
      client.off('error', ignored);
      client.release(broken);
      if (!result.ok) throw result.error;
      return result.value;
    });
  };

  const { connectionTimeoutMillis, query_timeout } = limits;

  const own = async () => {
    if (closing) throw new StoreUnavailable('the store is closed');
    const client = new Client({ ...config, connectionTimeoutMillis });
    client.on('error', () => undefined);
    await faulting(() => client.connect()).catch((error: unknown) => {
      throw unavailable(error);
    });
    return client;
  };

  return {
    async run(job, patienceMs = patience) {
      if (closing) throw new StoreUnavailable('the store is closed');
      const begun = performance.now();
      for (let tries = 0; ; tries++) {
        const result = await settle(once(job));
        if (result.ok) return result.value;
        const waitMs = Math.min(400, 25 * 2 ** tries) * (0.5 + Math.random());
        if (!isPassing(result.error) || performance.now() + waitMs - begun > patienceMs) {
          throw unavailable(result.error);
        }
        await delay(waitMs);
      }
    },
    async runLong(job) {
      const client = await own();
      try {
        return await faulting(() => job(client));
      } catch (error) {
        throw unavailable(error);
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    async *streamLong(job) {
      const client = await own();
      try {
        yield* job(client);
      } catch (error) {
        throw unavailable(error);
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    client: () => new Client({ ...config, connectionTimeoutMillis, query_timeout }),
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

const settle = <T>(promise: Promise<T>): Promise<Settled<T>> =>
  promise.then(
    value => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error }),
  );

/** Ends what a job left open when its own code threw. */
async function rolledBack(client: PoolClient): Promise<boolean> {
  return (await settle(client.query('rollback'))).ok;
}
