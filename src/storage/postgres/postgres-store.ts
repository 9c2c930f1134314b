import { randomUUID } from 'node:crypto';
import { createTurns } from '../../lib/keyed-queue.ts';
import type { Log } from '../../lib/log.ts';
import { OutcomeUnknown, StoreUnavailable } from '../../lib/unavailable.ts';
import type { Adapter } from '../adapter.ts';
import type { Stored, Verdict } from '../document.ts';
import { decide, decode, isKey, keyOf } from '../document.ts';
import { createWatchers } from '../watchers.ts';
import { tryChange, whichWasMade } from './change.ts';
import { createConnections } from './connections.ts';
import { allDocuments, replaceDocuments } from './documents.ts';
import { faulting, unavailable } from './fault.ts';
import { listen } from './listen.ts';
import { migrate } from './migrations.ts';
import { columns, type Row, storedOf } from './row.ts';

/** Where the shared store is, and who is told of what goes wrong. */
export interface PostgresStoreOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly onListenerError: (error: unknown) => void;
  /** How long, in milliseconds, to ask what became of a change whose confirmation was lost. Default 10,000. */
  readonly doubtPatience?: number;
}

/** How long, in milliseconds, a starting bot waits for a database that starts too. */
const startPatience = 10_000;
const hour = 3_600_000;
/** In notices, instead of a key: everything may have changed. */
const everything = '*';

/** The shared store: one table of a PostgreSQL 14 or newer, for any number of processes. Throws {@link StoreUnavailable} where it cannot be used. */
export async function openPostgresStore({
  databaseUrl,
  log,
  onListenerError,
  doubtPatience = 10_000,
}: PostgresStoreOptions): Promise<Adapter> {
  const connections = createConnections(databaseUrl, log);
  const watchers = createWatchers(onListenerError);
  /** Changes of one document wait here for each other, and not with a connection in hand. */
  const turns = createTurns();
  const self = randomUUID();
  const query = <R>(text: string, values: readonly unknown[] = [], patience?: number): Promise<R[]> =>
    connections.run(async client => {
      const { rows } = await faulting(() => client.query(text, [...values]));
      return rows;
    }, patience);

  try {
    await query('select 1', [], startPatience);
    await connections.runLong(migrate);
  } catch (error) {
    await connections.close();
    throw error;
  }
  const [schema] = await query<{ name: string }>('select current_schema() as name');
  // Bots that share a database keep apart by schema; a channel belongs to the whole database.
  const channel = `documents of ${schema?.name}`;
  const notice = (what: string) => ({ channel, payload: `${self} ${what}` });

  const stopListening = await listen({
    client: connections.client,
    channel,
    log,
    onGap: watchers.missed,
    onPayload(payload) {
      const [from, ...rest] = payload.split(' ');
      const what = rest.join(' ');
      if (from === self) return;
      if (what === everything) watchers.missed();
      else watchers.changed(what);
    },
  }).catch(async (error: unknown) => {
    await connections.close();
    throw unavailable(error);
  });

  /** Forgets which changes were made longer than a day ago. One that fails is made up for by the next. */
  const prune = () => {
    query(`delete from applied_changes where applied_at < now() - interval '1 day'`).catch(() => undefined);
  };
  prune();
  const pruning = setInterval(prune, hour);
  pruning.unref();

  const change = async <R>(key: string, decision: (kept: Stored | undefined) => Verdict<R>): Promise<R> => {
    const sent = new Map<string, Verdict<R>>();
    const verdict = await connections
      .run(client => tryChange(client, key, decision, notice(key), sent))
      .catch(async (error: unknown) => {
        if (!(error instanceof StoreUnavailable) || sent.size === 0) throw error;
        const made = await connections
          .run(client => whichWasMade(client, key, sent), doubtPatience)
          .catch((cause: unknown) => {
            throw new OutcomeUnknown('the database went away while it confirmed a change', { cause });
          });
        if (!made) throw error;
        return made;
      });
    if (verdict.write !== 'nothing') watchers.changed(key);
    return verdict.result;
  };

  let closing: Promise<void> | undefined;

  return {
    async read(collection, id) {
      const key = keyOf(collection, id);
      if (!isKey(key)) return undefined;
      const [row] = await query<Row>(`select ${columns} from documents where key = $1`, [key]);
      return row && decode(collection, storedOf(row));
    },
    async update(collection, id, next) {
      const key = keyOf(collection, id);
      if (!isKey(key)) decide(collection, id, undefined, next);
      return turns.run(key, () => change(key, kept => decide(collection, id, kept, next)));
    },
    async due(collection, now, limit = 1000) {
      const rows = await query<{ id: string }>(
        `select substr(key, $4) as id from documents
         where split_part(key, ':', 1) = $1 and due_at <= $2 order by due_at, key limit $3`,
        [collection.name, now, limit, collection.name.length + 2],
      );
      return rows.map(row => row.id);
    },
    async *keys(prefix) {
      if (!prefix.isWellFormed() || prefix.includes('\0')) return;
      for (let after = ''; ; ) {
        const rows = await query<{ key: string }>(
          'select key from documents where key ^@ $1 and key > $2 order by key limit 1000',
          [prefix, after],
        );
        for (const row of rows) yield row.key;
        const last = rows.at(-1);
        if (rows.length < 1000 || !last) return;
        after = last.key;
      }
    },
    async forget(key) {
      if (!isKey(key)) return;
      await turns.run(key, () =>
        change(key, kept =>
          kept ? { write: 'removal', result: undefined } : { write: 'nothing', result: undefined },
        ),
      );
    },
    watch: watchers.watch,
    async ping() {
      await query('select 1', [], 0);
    },
    close() {
      clearInterval(pruning);
      closing ??= turns.settled().then(async () => {
        await Promise.all([stopListening(), connections.close()]);
      });
      return closing;
    },
    all: () => connections.streamLong(allDocuments),
    async isEmpty() {
      const rows = await query('select from documents limit 1');
      return rows.length === 0;
    },
    async replaceAll(documents) {
      await connections.runLong(client => replaceDocuments(client, documents, notice(everything)));
      watchers.missed();
    },
  };
}
