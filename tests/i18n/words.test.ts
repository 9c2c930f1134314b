import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordReport } from '../../src/app/word-report.ts';
import { fallbackLanguage, languages, requiredLanguages } from '../../src/i18n/languages.ts';
import { compile } from '../../src/i18n/messages.ts';
import { wordFaults } from '../../src/i18n/word-faults.ts';
import { missingWords, readWords } from '../../src/i18n/words.ts';

const english = readWords(fallbackLanguage);

describe('the files of words', () => {
  it.each(languages)('%s has the names and placeholders of English, and its own plurals', language => {
    expect(wordFaults(english, readWords(language), language)).toEqual([]);
  });

  it.each(requiredLanguages)('%s is whole', language => {
    expect(missingWords(language)).toEqual([]);
  });

  it('are those that the types were made from', () => {
    const { types, file } = wordReport();
    expect(readFileSync(file, 'utf8'), 'run `npm run words`').toBe(types);
  });
});

describe('a fault is named by file and name', () => {
  const faultsOf = (own: Parameters<typeof wordFaults>[1]) =>
    wordFaults({ a: { title: 'For {name}', count: '{n, plural, one {# day} other {# days}}' } }, own, 'es');

  it.each([
    [{ b: 'x' }, ['src/i18n/words/es.json: b is not in en.json']],
    [{ a: { title: '' } }, ['src/i18n/words/es.json: a.title is empty: leave it out until it is translated']],
    [
      { a: { title: 'Para {nombre}' } },
      [
        'src/i18n/words/es.json: a.title fills in {nombre}, which en.json does not',
        'src/i18n/words/es.json: a.title leaves out {name}',
      ],
    ],
    [
      { a: { count: '{n, plural, other {# días}}' } },
      ['src/i18n/words/es.json: a.count has no text for “one” of {n}'],
    ],
    [
      { a: { count: '{n, plural, one {# día} other {# días}}, {n, plural, other {# horas}}' } },
      ['src/i18n/words/es.json: a.count has no text for “one” of {n}'],
    ],
    [{ a: { title: 'Para {name' } }, [expect.stringContaining('cannot be read as ICU MessageFormat')]],
  ])('%j', (own, faults) => {
    expect(faultsOf(own as never)).toEqual(faults);
  });

  it('a word that is not translated yet is no fault', () => {
    expect(faultsOf({ a: { title: 'Para {name}' } })).toEqual([]);
  });
});

describe('messages', () => {
  it('have no function where there is nothing to fill in', () => {
    expect(compile("It's here.", 'en')).toBe("It's here.");
  });

  it.each([
    ['For {name}, in {channel}.', { name: 'Ana', channel: '<#1>' }, 'For Ana, in <#1>.'],
    ['{n, plural, one {# day} other {# days}}', { n: 1 }, '1 day'],
    ['{n, plural, one {# day} other {# days}}', { n: 1200 }, '1,200 days'],
    ['**{on, select, true {yes} other {no}}**', { on: true }, '**yes**'],
    ["It''s '{'{name}'}'", { name: 'x' }, "It's {x}"],
  ])('%s', (message, values, text) => {
    const filled = compile(message, 'en');
    expect(typeof filled === 'string' ? filled : filled(values)).toBe(text);
  });
});
