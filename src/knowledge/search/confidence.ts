import type { Match } from './rank.ts';

/** From this confidence on, an entry is an answer. */
export const sureFrom = 0.5;

/** How likely it is that an entry answers the question, 0 to 1, whatever the index. */
export function confidenceOf(match: Match, foreign: Match | undefined): number {
  const evidence = -2.6 + 12.2 * match.coverage + 5.7 * match.similarity - 14 * (foreign?.score ?? 0);
  return 1 / (1 + Math.exp(-evidence));
}
