import { expect, test } from 'vitest';
import { claimMapFaults, readClaimMap, usableFacts } from '../../../../src/knowledge/content/claim-map.ts';
import type { Knowledge } from '../../../../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../../../../src/knowledge/content/load.ts';
import { coverage } from '../../../../src/knowledge/report/coverage.ts';
import { contentFolder } from '../folder.ts';
import { other } from './faults-of.ts';

const map = `
| Claim | In short | Entries |
|---|---|---|
| A1 | Silence (rights/nowhere in words) | rights/silence |
| A3 | Gone | rights/gone |
| G12, G13 | Two facts | rights/silence, developments/2025-07-25-ruling |
| A4 | None | |
`;

async function fixture(): Promise<Knowledge> {
  const loaded = await loadKnowledge(contentFolder(other('Yes.', 'Sí.')));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.knowledge;
}
const claims = readClaimMap(map);

test('rows are read by their first and last cell', () => {
  expect(claims).toEqual([
    { id: 'A1', entries: ['rights/silence'] },
    { id: 'A3', entries: ['rights/gone'] },
    { id: 'G12', entries: ['rights/silence', 'developments/2025-07-25-ruling'] },
    { id: 'G13', entries: ['rights/silence', 'developments/2025-07-25-ruling'] },
    { id: 'A4', entries: [] },
  ]);
});

test('a row that leads nowhere and a claim left out are told', async () => {
  const knowledge = await fixture();
  expect(claimMapFaults(claims, knowledge).map(({ reason }) => reason)).toEqual([
    'A3: there is no entry rights/gone',
    'A4 names no entry',
    'A2 is missing',
  ]);
  const good = readClaimMap('| A1 | rights/silence |\n| G12 | rights/other |');
  expect(claimMapFaults(good, knowledge)).toEqual([]);
});

test('the coverage names facts without entry and entries without claim', async () => {
  const knowledge = await fixture();
  const facts =
    '| G12 | A fact. | high |\n| G14 | Another. | medium (one report) |\n| G15 | A rumor. | low |';
  expect(usableFacts(facts)).toEqual(['G12', 'G14']);
  expect(coverage(claims, knowledge, new Map([['facts.md', facts]]))).toEqual([
    'A: 3 have entries',
    'G: 2 have entries',
    '1 of 2 usable facts have no entry\n  G14',
    '1 of 2 entries stand on no row of the map\n  rights/other',
  ]);
});
