import type { Match, WeighedUnit } from './rank.ts';

/** From this confidence on, an entry is an answer. */
export const sureFrom = 0.5;

/**
 * How likely it is that an entry answers the question, 0 to 1, whatever the index. What tells it: how well the entry fits; how
 * well the nearest subject outside the bot's scope fits; how much the question says (a long one may hold words that no entry
 * has); how much of it the glossary knows. The numbers are a logistic regression on some 900 questions, those of
 * `tests/ask` among them; there the foreign ones were counted twice, once without their nearest subject, so that it does
 * not rely on having every subject on its list.
 */
export function confidenceOf(
  match: Match,
  foreign: Match | undefined,
  units: readonly WeighedUnit[],
): number {
  const said = sumOf(units);
  const known = said === 0 ? 0 : sumOf(units.filter(isConcept)) / said;
  const evidence =
    -11.8 +
    20.2 * match.score -
    8.9 * (foreign?.score ?? 0) +
    4 * Math.log1p(Math.min(said, mostSaid)) +
    2 * known;
  return 1 / (1 + Math.exp(-evidence));
}

/** The weight of about eight words; a flood of words must not make the bot sure. */
const mostSaid = 3;

function sumOf(units: readonly WeighedUnit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}

function isConcept({ kind, terms }: WeighedUnit): boolean {
  return kind === 'subject' && terms.some(term => term.startsWith('#'));
}
