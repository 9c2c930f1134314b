import path from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { topics } from '../../../src/knowledge/content/entry.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { readsEasily } from '../../../src/knowledge/content/reading-grade.ts';
import { loadLexicon } from '../../../src/knowledge/search/lexicon.ts';

const folder = path.join(import.meta.dirname, '../../../knowledge');
const loaded = await loadKnowledge(folder, [readsEasily]);
const lexicon = loadLexicon(folder);

test('the content has no fault', () => {
  expect(loaded.ok ? [] : loaded.faults).toEqual([]);
  expect(lexicon.ok ? [] : lexicon.faults).toEqual([]);
});

test('there are at least 30 entries over every topic, in every language, and 20 developments', () => {
  if (!loaded.ok) throw new Error('the content has faults');
  const { entries, developments, hotlines } = loaded.knowledge;
  expect(entries.size).toBeGreaterThanOrEqual(30);
  expect(new Set(Array.from(entries.values(), ({ topic }) => topic))).toEqual(new Set(topics));
  for (const { text } of entries.values()) {
    for (const language of languages) expect(text[language]?.body.length).toBeGreaterThan(100);
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
    for (const language of languages)
      expect(phrases[language].length, `${name} in ${language}`).toBeGreaterThan(0);
  }
});
