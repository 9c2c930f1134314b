import { expect, test } from 'vitest';
import { run } from '../../torture/delivery.ts';

test.each(['file', 'postgres'] as const)(
  'killed at random points (%s), while Discord loses answers: every item is posted exactly once',
  async kind => {
    const tally = await run(10, kind);
    expect(tally.kills).toBe(10);
    expect(tally.approved).toBeGreaterThan(0);
    expect(tally.once).toBe(tally.approved * tally.channels);
  },
  120_000,
);
