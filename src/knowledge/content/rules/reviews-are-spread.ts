import { fallbackLanguage } from '../../../i18n/languages.ts';
import type { Fault, Knowledge } from '../entry.ts';
import type { KnowledgeRule } from '../load.ts';
import { reviewDay } from '../review.ts';

/** The share of entries that may fall due in one month. */
export const mostInOneMonth = 0.15;
/** Fewer than this are looked through in an evening, however few the entries are. */
const alwaysFine = 3;

/** A review day later than the one that follows from `asOf`. */
export const reviewIsNotLate: KnowledgeRule = ({ entries }) =>
  Array.from(entries.values()).flatMap((entry): Fault[] => {
    const due = reviewDay(entry, undefined);
    if (due === undefined || entry.reviewBy === undefined || entry.reviewBy <= due) return [];
    const reason = `\`reviewBy\` is ${entry.reviewBy}, but facts of ${entry.asOf} are due on ${due}: an entry may only set an earlier day, or none`;
    return [{ file: `${entry.id}.${fallbackLanguage}.md`, reason }];
  });

/** Months still to come in which too many entries fall due at once. `today` is an ISO day. */
export const reviewsAreSpread =
  (today: string): KnowledgeRule =>
  knowledge => {
    const months = dueByMonth(knowledge);
    const all = months.reduce((sum, [, count]) => sum + count, 0);
    return months
      .filter(
        ([month, count]) => month > today.slice(0, 7) && count > alwaysFine && count > all * mostInOneMonth,
      )
      .map(([month, count]) => ({
        file: 'all entries',
        reason: `${count} of ${all} entries fall due in ${month}; at most ${mostInOneMonth * 100} % may: look at some of them now, or give some an earlier \`reviewBy\``,
      }));
  };

/** How many entries fall due in each month that has any, in order: `[['2026-12', 4], …]`. */
export function dueByMonth({ entries }: Knowledge): readonly (readonly [month: string, count: number])[] {
  const days = Array.from(entries.values()).flatMap(({ reviewBy }) => reviewBy ?? []);
  return Array.from(
    Map.groupBy(days, day => day.slice(0, 7)),
    ([month, due]) => [month, due.length] as const,
  ).sort(([a], [b]) => (a < b ? -1 : 1));
}
