import { setTimeout as delay } from 'node:timers/promises';
import { type Client, escapeIdentifier } from 'pg';
import { errorFields, type Log } from '../../lib/log.ts';

/** What to listen to, and who is told. */
export interface ListenOptions {
  readonly client: () => Client;
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** The connection was lost and is there again; what was said meanwhile is lost. */
  readonly onGap: () => void;
  readonly log: Log;
}

/** A dead connection is noticed within this time and the driver's time limit, in milliseconds: no packet tells of a pulled cable. */
const heartbeat = 15_000;

/** Listens to a channel until the returned function is called. A lost connection is made again. The first one must succeed. */
export async function listen({ client, channel, onPayload, onGap, log }: ListenOptions) {
  const stopped = new AbortController();

  const connect = async () => {
    const connection = client();
    // The `end` that follows tells all that is needed.
    connection.on('error', error =>
      log.warn(errorFields(error), 'the connection that hears of changes broke'),
    );
    connection.on('notification', ({ payload }) => payload !== undefined && onPayload(payload));
    const ended = new Promise<void>(resolve => connection.once('end', () => resolve()));
    try {
      await connection.connect();
      await connection.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      await connection.end().catch(() => undefined);
      throw error;
    }
    const beat = setInterval(() => {
      connection.query('select 1').catch(() => connection.end().catch(() => undefined));
    }, heartbeat);
    beat.unref();
    void ended.then(() => clearInterval(beat));
    return { ended, end: () => connection.end() };
  };

  const reconnect = async () => {
    for (let tries = 0; ; tries++) {
      await delay(Math.min(5_000, 100 * 2 ** tries), undefined, { signal: stopped.signal, ref: false });
      const made = await connect().catch(() => undefined);
      if (made) return made;
    }
  };

  let current = await connect();
  const staying = (async () => {
    while (!stopped.signal.aborted) {
      await current.ended;
      if (stopped.signal.aborted) return;
      current = await reconnect();
      if (stopped.signal.aborted) await current.end();
      else onGap();
    }
  })().catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
  });

  return async () => {
    stopped.abort();
    await current.end().catch(() => undefined);
    await staying;
  };
}
