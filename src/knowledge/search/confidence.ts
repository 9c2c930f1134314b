import type { Match, WeighedUnit } from './rank.ts';

/** From this confidence on, an entry is an answer. */
export const sureFrom = 0.5;

/** How likely it is that an entry answers the question, 0 to 1, whatever the index. */
export function confidenceOf(
  match: Match,
  _units: readonly WeighedUnit[],
  foreign: Match | undefined,
): number {
  const evidence =
    -5 + 5 * match.coverage + 6 * match.similarity - 5 * Math.max(0, (foreign?.score ?? 0) - 0.3);
  return 1 / (1 + Math.exp(-evidence));
}
