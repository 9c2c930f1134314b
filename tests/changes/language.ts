import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Change } from './change.ts';

const fixture = (file: string) =>
  readFileSync(path.join(import.meta.dirname, '../i18n/fixtures/polish', file), 'utf8');

/** Polish, with a part of the words and one entry. `tests/i18n/new-language.test.ts` talks to the bot in it. */
export const language: Change = {
  heading: 'A language',
  before: '53 files of code, and all content at once',
  apply(copy) {
    copy.edit('src/i18n/languages.ts', '] as const satisfies', `${fixture('row.txt')}] as const satisfies`);
    for (const file of ['src/i18n/words/pl.json', 'knowledge/rights/silence.pl.md'])
      copy.add(file, fixture(file));
  },
  async works(copy) {
    const { code, output } = await copy.run('src/cli/words.ts', '--check');
    expect(output).toMatch(/^pl: \d+ words are not translated yet$/m);
    expect(code).toBe(0);
  },
};
