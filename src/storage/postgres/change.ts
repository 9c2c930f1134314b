import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Stored, Verdict } from '../document.ts';
import { faulting } from './fault.ts';
import { columns, type Row, storedOf } from './row.ts';

type Query = (text: string, values?: unknown[]) => Promise<Row[]>;

const queryOf =
  (client: ClientBase): Query =>
  async (text, values = []) =>
    (await faulting(() => client.query<Row>(text, values))).rows;

/** What other replicas are told of a change. */
export interface Notice {
  readonly channel: string;
  readonly payload: string;
}

/**
 * One try of a change, in a transaction that holds the document's row. When the connection breaks within the commit, nobody knows whether the
 * change was made. So each try leaves an id in `applied_changes`, within its transaction, and in `sent`; and a later try, once it holds the row,
 * looks for the ids before it changes anything. It gets the row only when the server has ended the broken try, one way or the other.
 */
export async function tryChange<R>(
  client: ClientBase,
  key: string,
  decide: (kept: Stored | undefined) => Verdict<R>,
  notice: Notice,
  sent: Map<string, Verdict<R>>,
): Promise<Verdict<R>> {
  const query = queryOf(client);
  await query('begin');
  const kept = await lockRow(query, key);
  const made = await madeAlready(query, sent);
  const verdict = made ?? decide(kept);
  if (made || verdict.write === 'nothing') {
    await query('rollback');
    return verdict;
  }
  const id = randomUUID();
  const told = [id, notice.channel, notice.payload, key];
  if (verdict.write === 'removal') await query(removal, told);
  else {
    const { body, dueAt, version } = verdict.stored;
    await query(writing, [...told, JSON.stringify(body), dueAt, version]);
  }
  sent.set(id, verdict);
  await query('commit');
  return verdict;
}

/** Which of the sent tries was made, if any: undefined means that none was, nor will be. */
export async function whichWasMade<R>(
  client: ClientBase,
  key: string,
  sent: ReadonlyMap<string, Verdict<R>>,
): Promise<Verdict<R> | undefined> {
  const query = queryOf(client);
  await query('begin');
  await lockRow(query, key);
  const made = await madeAlready(query, sent);
  await query('rollback');
  return made;
}

async function madeAlready<R>(
  query: Query,
  sent: ReadonlyMap<string, Verdict<R>>,
): Promise<Verdict<R> | undefined> {
  if (sent.size === 0) return undefined;
  const [row] = await query('select id::text as key from applied_changes where id = any($1::uuid[])', [
    [...sent.keys()],
  ]);
  return row && sent.get(row.key);
}

/** Holds the document's row until the transaction ends; where there is none, an empty one that nobody else sees. */
async function lockRow(query: Query, key: string): Promise<Stored | undefined> {
  for (;;) {
    const [row] = await query(`select ${columns} from documents where key = $1 for update`, [key]);
    if (row) return row.version === 0 ? undefined : storedOf(row);
    // Waits for another transaction that makes the same document, and does nothing when that one succeeds.
    await query(`insert into documents (key, body, version) values ($1, 'null', 0) on conflict do nothing`, [
      key,
    ]);
  }
}

const writing = `
  with noted as (insert into applied_changes (id) values ($1::uuid)),
    written as (
      update documents set body = $5::jsonb, due_at = $6::timestamptz, version = $7::integer, updated_at = now()
      where key = $4
    )
  select pg_notify($2, $3)`;

const removal = `
  with noted as (insert into applied_changes (id) values ($1::uuid)),
    removed as (delete from documents where key = $4)
  select pg_notify($2, $3)`;
