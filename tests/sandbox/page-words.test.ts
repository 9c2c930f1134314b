import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locales, pageWords } from '../../sandbox/page-words.ts';
import {
  asLanguage,
  fallbackLanguage,
  languageRow,
  languages,
  requiredLanguages,
} from '../../src/i18n/languages.ts';
import { wordFaults } from '../../src/i18n/word-faults.ts';
import type { WordTree } from '../../src/i18n/words.ts';

const folder = 'sandbox/page/words';
const files = readdirSync(new URL(`../../${folder}`, import.meta.url));
const read = (language: string): WordTree =>
  JSON.parse(readFileSync(new URL(`../../${folder}/${language}.json`, import.meta.url), 'utf8'));

it.each(files)('%s is of a language of the bot, with the names and placeholders of English', file => {
  const language = asLanguage(file.replace('.json', ''));
  expect(language).toBeDefined();
  if (language) expect(wordFaults(read(fallbackLanguage), read(language), language, folder)).toEqual([]);
});

it.each(requiredLanguages)('%s is whole', language => {
  for (const locale of languageRow(language).locales) expect(pageWords(locale).someEnglish).toBe(false);
});

it('a locale that the bot does not speak is shown in English, and can be chosen like the others', () => {
  expect(pageWords('xx').words).toEqual(read(fallbackLanguage));
  expect(locales.slice(0, 2)).toEqual(languageRow(fallbackLanguage).locales);
  expect(new Set(locales).size).toBe(locales.length);
  expect(locales.length).toBeGreaterThan(languages.length * 2);
});
