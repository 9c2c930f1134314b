import type { Fault, Knowledge } from './entry.ts';

/** The project's file that says which entries answer which claim or fact. */
export const claimMapFile = 'docs/claim-map.md';

/** A claim of the article (`A7`) or a fact of the research (`G12`), with the entries that speak of it. */
export interface Claim {
  readonly id: string;
  readonly entries: readonly string[];
}

const id = /^[A-Z]\d+[a-z]?$/;

/** The rows of the map's tables: the first cell is an id (or several, with commas), the last one lists entries. */
export function readClaimMap(markdown: string): Claim[] {
  return markdown.split('\n').flatMap(line => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim());
    const ids = (cells[0] ?? '').split(/, */);
    if (cells.length < 2 || !ids.every(each => id.test(each))) return [];
    const entries = cells.at(-1)?.match(/[a-z0-9-]+\/[a-z0-9-]+/g) ?? [];
    return ids.map(each => ({ id: each, entries: [...new Set(entries)] }));
  });
}

/** Rows that lead nowhere, and gaps in the row of the article's claims, A1 and on. */
export function claimMapFaults(claims: readonly Claim[], { entries, developments }: Knowledge): Fault[] {
  const known = new Set([...entries.keys(), ...developments.map(({ id }) => `developments/${id}`)]);
  const numbers = claims.flatMap(({ id }) => (/^A\d+$/.test(id) ? Number(id.slice(1)) : []));
  const gaps = Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1).filter(
    number => !numbers.includes(number),
  );
  return [
    ...claims.flatMap(({ id, entries }) => [
      ...(entries.length === 0 ? [`${id} names no entry`] : []),
      ...entries.filter(entry => !known.has(entry)).map(entry => `${id}: there is no entry ${entry}`),
    ]),
    ...gaps.map(number => `A${number} is missing`),
  ].map(reason => ({ file: claimMapFile, reason }));
}

/** Entries that no claim and no fact of the map leads to. */
export function unmapped(claims: readonly Claim[], { entries }: Knowledge): string[] {
  const named = new Set(claims.flatMap(claim => claim.entries));
  return [...entries.keys()].filter(entry => !named.has(entry));
}

/** The facts of a research file that may be used, by their ids: rows of its tables that start with one and are not of low confidence. */
export function usableFacts(markdown: string): string[] {
  return markdown.split('\n').flatMap(line => {
    const cells = line.split('|').map(cell => cell.trim());
    const fact = cells[1] ?? '';
    return /^G\d+[a-z]?$/.test(fact) && cells.some(cell => /^(high|medium)\b/.test(cell)) ? [fact] : [];
  });
}
