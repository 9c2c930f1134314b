import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.join(import.meta.dirname, '../../sandbox/page/words');
const read = (file: string): object => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

/** Every text by its name, with the names that are filled in. */
const namesOf = (words: object, before = ''): string[] =>
  Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [`${before}${name} ${(text.match(/\{\w+\}/g) ?? []).sort().join(' ')}`.trim()]
      : namesOf(text, `${before}${name}.`),
  );

const english = namesOf(read('en.json'));

it.each(readdirSync(folder))(
  'the page’s words in %s are words of English, with the same names filled in',
  file => {
    expect(namesOf(read(file)).filter(name => !english.includes(name))).toEqual([]);
  },
);

it.each(['es.json'])('%s is whole', file => {
  expect(namesOf(read(file))).toHaveLength(english.length);
});
