import { expect, test } from 'vitest';
import { run } from '../../torture/storage-crash.ts';

test('no confirmed edit is lost when the writing process is killed', async () => {
  const { rounds, confirmed } = await run(10, 'file');
  expect(rounds).toBe(10);
  expect(confirmed).toBeGreaterThanOrEqual(10);
}, 60_000);

test('no confirmed edit is lost, and none is made twice, when the database is killed', async () => {
  const { rounds, confirmed } = await run(10, 'postgres');
  expect(rounds).toBe(10);
  expect(confirmed).toBeGreaterThanOrEqual(200);
}, 120_000);
