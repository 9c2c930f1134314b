import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FaqEntry,
  faqEntrySchema,
  kept,
  latest,
  type Revision,
} from '../../../src/community/entries/entry.ts';
import { publish, remove, restore, revise, thin } from '../../../src/community/entries/revise.ts';

const by = '410000000000000001';
const content = (title: string) => ({ title, answers: { en: 'Text.' }, aliases: [] });
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const some = (entry: FaqEntry | undefined): FaqEntry => {
  if (!entry) throw new Error('no entry');
  return entry;
};

describe('revisions', () => {
  test('any sequence of changes keeps every text, counts without a gap, and never publishes one draft twice', () => {
    const step = fc.record({
      what: fc.constantFrom('publish', 'remove', 'restore'),
      draft: fc.integer({ min: 1, max: 6 }),
      lag: fc.integer({ min: 0, max: 2 }),
      from: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        let entry: FaqEntry | undefined;
        for (const [minute, { what, draft, lag, from }] of steps.entries()) {
          const before: FaqEntry | undefined = entry;
          const n = before ? latest(before).n : 0;
          const act = { by, at: at(minute) };
          const base = Math.max(0, n - lag);
          const [after, result] =
            what === 'publish'
              ? publish(before, { ...act, draft: `d${draft}`, base, content: content(`title ${draft}`) })
              : what === 'remove'
                ? remove(before, { ...act, base })
                : restore(before, { ...act, from });
          if (result.done) {
            expect(some(after).revisions).toHaveLength(n + 1);
            expect(some(after).revisions.slice(0, n)).toEqual(before?.revisions ?? []);
            expect(latest(some(after)).n).toBe(n + 1);
          } else expect(after).toBe(before);
          entry = after;
        }
        const drafts = entry?.revisions.flatMap(({ draft }) => draft ?? []) ?? [];
        expect(new Set(drafts).size).toBe(drafts.length);
      }),
    );
  });

  test('a draft written on an older revision is a conflict, also of an entry that should be new', () => {
    const [one] = publish(undefined, { by, at: at(0), draft: 'a', base: 0, content: content('One') });
    const late = { by, at: at(1), draft: 'b', base: 0, content: content('Two') };
    expect(publish(one, late)[1]).toMatchObject({ done: false, reason: 'conflict', latest: { n: 1 } });
  });

  test('the newest 100 stay, older ones one a day, at most 300 days; numbers go on', () => {
    let entry: FaqEntry | undefined;
    // Four changes a day, for 500 days.
    for (let change = 0; change < 2_000; change++) {
      entry = revise(entry, { by, at: at(change * 360), content: content(`Title ${change}`) });
    }
    const { revisions } = faqEntrySchema.parse(entry);
    expect(latest({ revisions }).n).toBe(2_000);
    expect(revisions.slice(-100).map(({ n }) => n)).toEqual(
      Array.from({ length: 100 }, (_, index) => 1_901 + index),
    );
    const old = revisions.slice(0, -100);
    expect(old).toHaveLength(kept.days);
    const days = old.map(revision => revision.at.slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    // Of each day the last one stays.
    expect(old.every(({ n }) => n % 4 === 0)).toBe(true);
  });

  test('thinning changes nothing below 100, keeps order, and is done once it is done', () => {
    const revisions = fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 250 }).map(gaps => {
      let minute = 0;
      return gaps.map((gap, index): Revision => {
        minute += gap;
        return { n: index + 1, at: at(minute), by };
      });
    });
    fc.assert(
      fc.property(revisions, list => {
        const once = thin(list);
        expect(thin(once)).toEqual(once);
        expect(once.slice(-100)).toEqual(list.slice(-100));
        expect(once.map(({ n }) => n)).toEqual(once.map(({ n }) => n).sort((a, b) => a - b));
        if (list.length <= 100) expect(once).toEqual(list);
      }),
    );
  });
});
