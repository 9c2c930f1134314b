import { expect } from 'vitest';
import type { Change } from './change.ts';

/** A sentence of the bot's own, with a plural. */
export const word: Change = {
  heading: 'A word of the bot',
  before: '3',
  async apply(copy) {
    const add = (language: string, message: string) =>
      copy.edit(`src/i18n/words/${language}.json`, '  "answers": {\n', `  "answers": {\n    ${message},\n`);
    add('en', '"pools": "{count, plural, one {# pool} other {# pools}}"');
    add('es', '"pools": "{count, plural, one {# alberca} other {# albercas}}"');
    expect(await copy.run('src/cli/words.ts')).toEqual({ code: 0, output: '' });
  },
  async works(copy) {
    const found = await copy.evaluate(`
      import { wordsOf } from './src/i18n/words.ts';
      export default [1, 2].map(count => wordsOf('es').answers.pools({ count }));
    `);
    expect(found).toEqual(['1 alberca', '2 albercas']);
    // A word that is used and is nowhere does not compile; one whose types are old, or whose plural is not whole, is named.
    copy.add(
      'commands/answers/pools.ts',
      "import { wordsOf } from '../../src/i18n/words.ts';\n\nexport const pools = wordsOf('en').answers.ponds;\n",
    );
    const compiled = await copy.run('node_modules/typescript/bin/tsc', '--noEmit');
    expect(compiled.code).not.toBe(0);
    expect(compiled.output).toMatch(
      /commands\/answers\/pools\.ts\(3,\d+\): error TS\d+: Property 'ponds' does not exist/,
    );
    copy.edit(
      'src/i18n/words/es.json',
      '{count, plural, one {# alberca} other {# albercas}}',
      '{count, plural, other {# albercas}}',
    );
    copy.edit('src/i18n/words/en.json', '"pools": "', '"ponds": "no", "pools": "');
    const checked = await copy.run('src/cli/words.ts', '--check');
    expect(checked.code).toBe(1);
    expect(checked.output).toContain(
      'src/i18n/words/es.json: answers.pools has no text for “one” of {count}',
    );
    expect(checked.output).toContain('src/i18n/words/es.json: answers.ponds is missing');
    expect(checked.output).toContain('src/i18n/words/words.ts is older than en.json: run `npm run words`');
  },
};
