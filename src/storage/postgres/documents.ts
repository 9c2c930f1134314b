import type { ClientBase } from 'pg';
import type { Stored } from '../document.ts';
import { faulting } from './fault.ts';
import { columns, type Row, rowOf, storedOf, typedColumns } from './row.ts';

/** Documents sent or fetched at once. */
const page = 200;

/** Every document, as they all were at one moment. */
export async function* allDocuments(client: ClientBase): AsyncIterable<Stored> {
  await faulting(() => client.query('begin isolation level repeatable read read only'));
  for (let after = ''; ; ) {
    const { rows } = await faulting(() =>
      client.query<Row>(`select ${columns} from documents where key > $1 order by key limit ${page}`, [
        after,
      ]),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield* rows.map(storedOf);
    after = last.key;
  }
}

/** Puts these documents in the place of all there are, in one transaction: other replicas see all or nothing, and wait with their changes. */
export async function replaceDocuments(
  client: ClientBase,
  documents: AsyncIterable<Stored>,
  notice: { readonly channel: string; readonly payload: string },
): Promise<void> {
  const insert = (batch: readonly Stored[]) =>
    client.query(
      `insert into documents (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as row (${typedColumns})`,
      [JSON.stringify(batch.map(rowOf))],
    );
  await client.query('begin');
  await client.query('lock table documents in exclusive mode');
  await client.query('delete from documents');
  let batch: Stored[] = [];
  for await (const stored of documents) {
    batch.push(stored);
    if (batch.length < page) continue;
    await insert(batch);
    batch = [];
  }
  await insert(batch);
  await client.query('select pg_notify($1, $2)', [notice.channel, notice.payload]);
  await client.query('commit');
}
