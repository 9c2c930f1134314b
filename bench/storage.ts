import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Adapter } from '../src/storage/adapter.ts';
import type { Stored } from '../src/storage/document.ts';
import { openStore } from '../src/storage/open.ts';
import type { Collection } from '../src/storage/store.ts';
import { onServer, startPostgres, withSchema } from '../tests/support/postgres.ts';
import { quiet } from '../tests/support/quiet-log.ts';
import { percentile, type Row } from './row.ts';

const sizes = [10, 1_000, 10_000] as const;
const rounds = 300;

/** About what a community's settings and followings take: 2 kB. */
const subscriptions: Collection<{ text: string; next: string; edits: number }> = {
  name: 'following',
  schema: z.strictObject({ text: z.string(), next: z.string(), edits: z.int() }),
  dueAt: ({ next }) => new Date(next),
};
const next = '2099-01-01T00:00:00.000Z';

async function* documents(count: number): AsyncIterable<Stored> {
  for (let n = 0; n < count; n++) {
    const body = { text: 'x'.repeat(2_000), next, edits: 0 };
    yield { key: `following:${n}`, version: 1, dueAt: next, body };
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Cost of one edit with more and more documents, and of the minute's look at what is due, on both stores. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trust-act-bot-bench-'));
  const server = await startPostgres();
  try {
    const file = (count: number) => ({ databaseUrl: undefined, dataDir: path.join(folder, String(count)) });
    const postgres = (count: number) => ({ databaseUrl: withSchema(server.url, `s${count}`), dataDir: '' });
    for (const count of sizes) await onServer(server.url, `create schema s${count}`);
    return [...(await measure('file', file)), ...(await measure('postgres', postgres))];
  } finally {
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

type Place = (count: number) => { databaseUrl: string | undefined; dataDir: string };

async function measure(kind: string, place: Place): Promise<readonly Row[]> {
  const open = (count: number) => openStore({ ...place(count), log: quiet });
  for (const count of sizes) {
    const store = await open(count);
    await store.replaceAll(documents(count));
    await store.close();
  }
  const stores = new Map<number, Adapter>();
  let openMs = 0;
  for (const count of sizes) openMs = await timed(async () => stores.set(count, await open(count)));
  const edits = await interleaved(stores);
  const largest = stores.get(10_000);
  const firstDue = await timed(async () => largest?.due(subscriptions, new Date()));
  const laterDue: number[] = [];
  for (let n = 0; n < 50; n++)
    laterDue.push(await timed(async () => largest?.due(subscriptions, new Date())));
  for (const store of stores.values()) await store.close();

  const edit = (count: number) => percentile(edits.get(count) ?? [], 0.5);
  return [
    ...sizes.map(count => ({
      what: `${kind}: one edit among ${count} documents, p50`,
      value: edit(count),
      unit: 'ms',
    })),
    { what: `${kind}: one edit, 1,000 / 10 documents`, value: edit(1_000) / edit(10), unit: 'x', limit: 1.5 },
    {
      what: `${kind}: one edit, 10,000 / 10 documents`,
      value: edit(10_000) / edit(10),
      unit: 'x',
      limit: 1.5,
    },
    { what: `${kind}: to open with 10,000 documents`, value: openMs, unit: 'ms' },
    { what: `${kind}: what is due among 10,000, the first time`, value: firstDue, unit: 'ms' },
    {
      what: `${kind}: what is due among 10,000, p99`,
      value: percentile(laterDue, 0.99),
      unit: 'ms',
      limit: 50,
    },
  ];
}

/** Milliseconds of each edit, by number of documents; the stores take turns, so that a slow moment of the machine meets all alike. */
async function interleaved(
  stores: ReadonlyMap<number, Adapter>,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const samples = new Map<number, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [count, store] of stores) {
      const id = String((round * 7_919) % count);
      const took = await timed(() =>
        store.update(subscriptions, id, kept => [
          { text: kept?.text ?? '', next, edits: (kept?.edits ?? 0) + 1 },
          undefined,
        ]),
      );
      // The first rounds warm up connections and code.
      if (round >= 20) samples.set(count, [...(samples.get(count) ?? []), took]);
    }
  }
  return samples;
}
