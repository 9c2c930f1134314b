import type { Match, WeighedUnit } from './rank.ts';

/** From this confidence on, an entry is an answer. */
export const sureFrom = 0.5;

/**
 * How likely it is that an entry answers the question, 0 to 1, whatever the index: by how well it fits, how well the nearest
 * subject outside the bot's scope fits, and how much the question says (a long one may hold words that no entry has).
 * The numbers are a logistic regression on the questions of `tests/ask`.
 */
export function confidenceOf(
  match: Match,
  foreign: Match | undefined,
  units: readonly WeighedUnit[],
): number {
  const said = units.reduce((sum, unit) => sum + unit.weight, 0);
  const evidence =
    -13.6 + 22.1 * match.score - 7.3 * (foreign?.score ?? 0) + 5.1 * Math.log1p(Math.min(said, mostSaid));
  return 1 / (1 + Math.exp(-evidence));
}

/** The weight of about eight words; a flood of words must not make the bot sure. */
const mostSaid = 3;
