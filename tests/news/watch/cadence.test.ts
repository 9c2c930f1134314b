import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf } from '../../../src/news/watch/cadence.ts';

const hour = 3_600_000;
const now = new Date('2026-03-10T12:30:00Z');
const alone = { index: 0, count: 1 };

describe('the cadence of a feed', () => {
  it('is exact where that is asked for, with five fields and with six', () => {
    expect(cadenceOf('*/5 * * * *', true, alone, Math.random).next(now, 0)).toEqual(
      new Date('2026-03-10T12:35:00Z'),
    );
    expect(cadenceOf('*/2 * * * * *', true, alone, Math.random).next(now, 0)).toEqual(
      new Date('2026-03-10T12:30:02Z'),
    );
  });

  it('comes at once the first time, but not before its time where it is exact', () => {
    expect(cadenceOf('7 * * * *', false, alone, () => 0).first(now)).toEqual(now);
    expect(cadenceOf('7 * * * *', true, alone, () => 0).first(now)).toEqual(new Date('2026-03-10T13:07:00Z'));
  });

  it('refuses what is no cron expression, and seven fields', () => {
    expect(() => cadenceOf('hourly', false, alone, () => 0)).toThrow();
    expect(() => cadenceOf('* * * * * * *', false, alone, () => 0)).toThrow();
  });

  it('comes once an occurrence, within half of the cadence and half an hour after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('7 * * * *', '*/10 * * * *', '22 */2 * * *', '37 11,15,21 * * *', '0 3 * * *'),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(4),
        (cron, start, chance, index) => {
          const spread = cadenceOf(cron, false, { index, count: 5 }, () => chance).next(start, 0);
          const exact = cadenceOf(cron, true, alone, () => 0);
          const occurrence = exact.next(start, 0);
          expect(spread.getTime()).toBeGreaterThanOrEqual(occurrence.getTime());
          expect(spread.getTime() - occurrence.getTime()).toBeLessThan(hour / 2);
          expect(spread.getTime()).toBeLessThan(exact.next(occurrence, 0).getTime());
        },
      ),
    );
  });

  it('spreads the feeds of a source', () => {
    const times = [0, 1, 2].map(index =>
      cadenceOf('0 * * * *', false, { index, count: 3 }, () => 0.5)
        .next(now, 0)
        .toISOString()
        .slice(11, 16),
    );
    expect(times).toEqual(['13:05', '13:15', '13:25']);
  });

  it('doubles its wait with each failure, up to a day', () => {
    const cadence = cadenceOf('30 * * * *', true, alone, () => 0);
    const waits = [1, 2, 3, 4, 5, 6, 50].map(
      failures => (cadence.next(now, failures).getTime() - now.getTime()) / hour,
    );
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
  });

  it('does not wait longer for a failing feed that is asked once a day anyway', () => {
    const cadence = cadenceOf('0 3 * * *', true, alone, () => 0);
    expect(cadence.next(now, 9)).toEqual(cadence.next(now, 0));
  });

  it('does not come before it is asked to', () => {
    const cadence = cadenceOf('30 * * * *', true, alone, () => 0);
    const notBefore = new Date(now.getTime() + 5.2 * hour);
    expect(cadence.next(now, 1, notBefore)).toEqual(new Date('2026-03-10T18:30:00Z'));
    const onTheHour = new Date('2026-03-10T15:30:00Z');
    expect(cadence.next(now, 1, onTheHour)).toEqual(onTheHour);
  });
});
