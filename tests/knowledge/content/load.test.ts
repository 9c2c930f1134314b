import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { requiredLanguages } from '../../../src/i18n/languages.ts';
import { checkFile, noCheckData, readCheckData } from '../../../src/knowledge/content/check-file.ts';
import { claimMapFaults, claimMapFile, readClaimMap } from '../../../src/knowledge/content/claim-map.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { notCopied } from '../../../src/knowledge/content/rules/not-copied.ts';
import { writingRules } from '../../../src/knowledge/content/rules/writing-rules.ts';
import { readOriginals } from '../../../src/knowledge/report/originals.ts';
import { loadLexicon } from '../../../src/knowledge/search/lexicon.ts';

const folder = path.join(import.meta.dirname, '../../../knowledge');
const loaded = await loadKnowledge(folder);
const lexicon = loadLexicon(folder);
const check = readCheckData(readFileSync(path.join(folder, checkFile), 'utf8'));
const data = check.ok ? check.data : noCheckData;
const originals = readOriginals();

test('the content has no fault', async () => {
  expect(check).toEqual({ ok: true, data: expect.anything() });
  const today = new Date().toISOString().slice(0, 10);
  const checked = await loadKnowledge(folder, writingRules({ data, today, originals: new Map() }));
  expect(checked.ok ? [] : checked.faults).toEqual([]);
  expect(lexicon.ok ? [] : lexicon.faults).toEqual([]);
});

test.skipIf(originals.size === 0)('nothing is copied from what the content was written from', async () => {
  const checked = await loadKnowledge(folder, [notCopied(originals, data)]);
  expect(checked.ok ? [] : checked.faults).toEqual([]);
});

test('the map of claims leads to entries, from A1 to A24', () => {
  if (!loaded.ok) throw new Error('the content has faults');
  const file = path.join(folder, '..', claimMapFile);
  expect(existsSync(file)).toBe(true);
  const claims = readClaimMap(readFileSync(file, 'utf8'));
  const numbers = Array.from({ length: 24 }, (_, at) => `A${at + 1}`);
  expect(claims.map(({ id }) => id)).toEqual(expect.arrayContaining(numbers));
  expect(claimMapFaults(claims, loaded.knowledge)).toEqual([]);
});

test('there are at least 30 entries over every topic, in every language, and 20 developments', () => {
  if (!loaded.ok) throw new Error('the content has faults');
  const { entries, developments, hotlines } = loaded.knowledge;
  expect(entries.size).toBeGreaterThanOrEqual(30);
  expect(new Set(Array.from(entries.values(), ({ topic }) => topic))).toEqual(
    new Set(loaded.knowledge.pack.topics.map(({ id }) => id)),
  );
  for (const { text } of entries.values()) {
    for (const language of requiredLanguages) expect(text[language]?.body.length).toBeGreaterThan(100);
  }
  expect(developments.length).toBeGreaterThanOrEqual(20);
  const dates = developments.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(hotlines.some(({ first }) => first)).toBe(true);
});

test('every concept and subject of the lexicon speaks every language', () => {
  if (!lexicon.ok) throw new Error('the lexicon has faults');
  const { concepts, shapes, outOfScope } = lexicon.lexicon;
  for (const [name, phrases] of Object.entries({ ...concepts, ...shapes, ...outOfScope })) {
    for (const language of requiredLanguages)
      expect(phrases[language]?.length, `${name} in ${language}`).toBeGreaterThan(0);
  }
});
