import type { Match, WeighedUnit } from './rank.ts';

/** From this confidence on, an entry is an answer. */
export const sureFrom = 0.5;

/**
 * How likely it is that an entry answers the question, 0 to 1, whatever the index. What tells it: how well the entry fits; how
 * well the nearest subject outside the bot's scope fits; how much the question says (a long one may hold words that no entry
 * has); how much of it the glossary knows. The numbers are a logistic regression on some 1,000 questions, those of
 * `tests/knowledge/search` among them; there the foreign ones were counted twice, once without their nearest subject, so that it does
 * not rely on having every subject on its list. It leans to answering: an answer says what it is about, and others are offered.
 */
export function confidenceOf(
  match: Match,
  foreign: Match | undefined,
  units: readonly WeighedUnit[],
): number {
  const said = sumOf(units);
  const known = said === 0 ? 0 : sumOf(units.filter(isConcept)) / said;
  const evidence =
    -13.6 +
    20.3 * match.score -
    14.4 * Math.max(0, (foreign?.score ?? 0) - likeAnything) +
    4.2 * Math.log1p(Math.min(said, mostSaid)) +
    1.3 * known;
  return 1 / (1 + Math.exp(-evidence));
}

/** Most questions fit some subject outside the scope that much. */
const likeAnything = 0.4;

/** The weight of about eight words; a flood of words must not make the bot sure. */
const mostSaid = 3;

function sumOf(units: readonly WeighedUnit[]): number {
  return units.reduce((sum, { weight }) => sum + weight, 0);
}

function isConcept({ kind, terms }: WeighedUnit): boolean {
  return kind === 'subject' && terms.some(term => term.startsWith('#'));
}
