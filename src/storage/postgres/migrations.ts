import type { ClientBase } from 'pg';
import { StoreUnavailable } from '../../lib/unavailable.ts';

/** Changes of the tables, oldest first. A published one never changes; new ones are added at the end. */
const migrations: readonly string[] = [
  `create table documents (
     key text collate "C" primary key,
     body jsonb not null,
     due_at timestamptz,
     version integer not null,
     updated_at timestamptz not null default now()
   );
   create index documents_due on documents (split_part(key, ':', 1), due_at) where due_at is not null;
   -- Which changes were made: asked when a connection broke within a commit. Kept for a day.
   create table applied_changes (id uuid primary key, applied_at timestamptz not null default now())`,
];

/** Any number will do, if no other program on the database takes it: the ASCII of "trust". */
const lock = 0x7472757374;

/** Brings the tables up to date, in one transaction. When several replicas start at once, one does it and the others wait for it. */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [lock]);
  await client.query('create table if not exists storage_version (version integer not null)');
  const { rows } = await client.query<{ version: number }>('select version from storage_version');
  const done = rows[0]?.version ?? 0;
  if (done > migrations.length) {
    throw new StoreUnavailable(
      'The database of DATABASE_URL was used by a newer version of the bot. Start that version again, or restore a backup into another database.',
    );
  }
  for (const migration of migrations.slice(done)) await client.query(migration);
  if (done < migrations.length) {
    await client.query('delete from storage_version');
    await client.query('insert into storage_version values ($1)', [migrations.length]);
  }
  await client.query('commit');
}
