import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fallbackLanguage, languageIn, languageRow, languages, ownName } from '../../src/i18n/languages.ts';
import { productFiles, root } from '../tree/imports.ts';

const codes = languages.flatMap(language => [language, languageRow(language).stemmer ?? language]).join('|');
const names = languages
  .flatMap(language => [ownName(language), languageIn(language, fallbackLanguage)])
  .join('|');
/** `'es'`, `{ es: … }`, `text.es`, `answer_es`, `'in Spanish'`. `en-US` is no language for people: Discord's default, and how dates are taken apart. */
const naming = new RegExp(
  [
    `['"\`](?:${codes})['"\`]`,
    `[{,] *(?:${codes}):`,
    `[._](?:${codes})\\b`,
    `['"\`][^'"\`\n]*\\b(?:${names})\\b`,
  ].join('|'),
  'gu',
);
const own = ['src/i18n/languages.ts', 'src/i18n/words/words.ts'];

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');

it('only the rows and the files of words name a language', () => {
  const found = productFiles()
    .filter(file => !own.includes(file))
    .flatMap(file =>
      [...withoutComments(readFileSync(path.join(root, file), 'utf8')).matchAll(naming)].map(
        ([text]) => `${file}: ${text.trim()}`,
      ),
    );
  expect(found).toEqual([]);
});

it.each(["if (language === 'es')", "const words = { en: 'x' }", 'text.es', '`answer_en`', "'in Spanish'"])(
  'it would find %s',
  code => expect(code.match(naming)).not.toBeNull(),
);
