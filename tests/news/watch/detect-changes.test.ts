import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrival, Finding } from '../../../src/news/model/finding.ts';
import { fresh } from '../../../src/news/watch/detect-changes.ts';

const now = new Date('2026-03-10T12:00:00Z');
const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

function finding(n: number, version = 0): Finding {
  return {
    source: 'courtlistener',
    feed: '9001',
    id: `courtlistener:9001:entry-${n}`,
    kind: 'litigation',
    event: 'order',
    title: `Entry ${n}`,
    link: 'https://example.org/',
    date: day(n % 300),
    quote: '',
    hash: `${n}-${version}`.padEnd(16, '_'),
    why: { en: '', es: '' },
  };
}

/** Looks one after the other, as the watcher does them. */
function looks(bodies: readonly (readonly Finding[])[]): { arrivals: Arrival[]; remembered: number } {
  let state: Parameters<typeof fresh>[1] = { begun: false, seen: [] };
  const arrivals: Arrival[] = [];
  for (const body of bodies) {
    const look = fresh(body, state, now);
    arrivals.push(...look.fresh, ...look.changed);
    state = { ...look.remembered, begun: true };
  }
  return { arrivals, remembered: state.seen.length };
}

const body = fc
  .uniqueArray(fc.record({ n: fc.nat(40), version: fc.nat(2) }), { selector: ({ n }) => n, maxLength: 30 })
  .map(items => items.map(({ n, version }) => finding(n, version)));

describe('what is new', () => {
  it('is announced exactly once, whatever a feed shows, hides, reorders and brings back', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), bodies => {
        const { arrivals } = looks(bodies);
        const atFirst = new Set(bodies[0]?.map(({ id }) => id));
        const later = new Set(bodies.slice(1).flatMap(items => items.map(({ id }) => id)));
        const expected = [...later].filter(id => !atFirst.has(id)).toSorted();
        expect(
          arrivals
            .filter(({ change }) => change === 'new')
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is an edit only where the words of something announced differ from the last ones seen', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), bodies => {
        const atFirst = new Set(bodies[0]?.map(({ id }) => id));
        const last = new Map<string, string>();
        let edits = 0;
        for (const { id, hash } of bodies.flat()) {
          if (!atFirst.has(id) && last.has(id) && last.get(id) !== hash) edits++;
          last.set(id, hash);
        }
        expect(looks(bodies).arrivals.filter(({ change }) => change === 'edited')).toHaveLength(edits);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change with the order within a body', () => {
    fc.assert(
      fc.property(body, body, fc.infiniteStream(fc.nat()), (first, second, keys) => {
        const key = new Map(second.map(item => [item.id, keys.next().value]));
        const shuffled = second.toSorted((a, b) => Number(key.get(a.id)) - Number(key.get(b.id)));
        const told = (items: Finding[]) =>
          looks([first, items])
            .arrivals.map(({ id }) => id)
            .toSorted();
        expect(told(shuffled)).toEqual(told(second));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the memory', () => {
  it('is bounded, and what it let go of is not announced when it returns', () => {
    const all = Array.from({ length: 9_000 }, (_, n) => ({ ...finding(n), date: day(n) }));
    const bodies = Array.from({ length: 9 }, (_, index) => all.slice(index * 1_000, (index + 1) * 1_000));
    const once = looks([[], ...bodies]);
    expect(once.arrivals).toHaveLength(9_000);
    expect(once.remembered).toBeLessThanOrEqual(4_000);
    const again = looks([[], ...bodies, ...bodies.toReversed()]);
    expect(again.arrivals).toHaveLength(9_000);
  });
});
