import { expect, test } from 'vitest';
import {
  reviewIsNotLate,
  reviewsAreSpread,
} from '../../../../src/knowledge/content/rules/reviews-are-spread.ts';
import { entryText, spanishText } from '../folder.ts';
import { faultsOf, silence } from './faults-of.ts';

const body = 'You may stay silent.';
const cuerpo = 'Puede guardar silencio.';

test('a review day later than the one that follows from the facts’ day is told', async () => {
  const late = silence(body, cuerpo, { reviewBy: '2026-01-23' });
  expect(await faultsOf(reviewIsNotLate, late)).toEqual([
    expect.stringContaining(
      'rights/silence.en.md: `reviewBy` is 2026-01-23, but facts of 2025-01-22 are due on 2026-01-22',
    ),
  ]);
  const onTheDay = silence(body, cuerpo, { reviewBy: '2026-01-22' });
  expect(await faultsOf(reviewIsNotLate, onTheDay)).toEqual([]);
});

/** One entry for each number, each due on `days` of it. */
function dueOn(days: readonly string[]): Record<string, string | null> {
  const files = days.flatMap((reviewBy, index) => {
    const names = (prefix: string) => `[${prefix}${index}a, ${prefix}${index}b, ${prefix}${index}c]`;
    const en = { reviewBy, title: `Title ${index}`, aliases: names('en') };
    const es = { reviewBy, title: `Título ${index}`, aliases: names('es') };
    return [
      [`rights/e${index}.en.md`, entryText(en)],
      [`rights/e${index}.es.md`, spanishText(es)],
    ];
  });
  return {
    ...Object.fromEntries(files),
    'rights/silence.en.md': entryText({ reviewBy: '2025-02-01' }),
    'rights/silence.es.md': spanishText({ reviewBy: '2025-02-01' }),
  };
}

test('a month to come in which more than 15 % fall due is told; a month gone by is not', async () => {
  const spread = ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07'].flatMap(month =>
    ['01', '02', '03'].map(day => `${month}-${day}`),
  );
  const rule = reviewsAreSpread('2025-02-15');
  expect(await faultsOf(rule, dueOn(spread))).toEqual([]);
  const crowded = dueOn([...spread, '2025-07-04']);
  expect(await faultsOf(rule, crowded)).toEqual([
    expect.stringContaining('all entries: 4 of 17 entries fall due in 2025-07; at most 15 % may'),
  ]);
  expect(await faultsOf(reviewsAreSpread('2025-08-01'), crowded)).toEqual([]);
});
