import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, copyOfTree } from '../changes/copy.ts';
import { language as polish } from '../changes/language.ts';

/**
 * A contributor brings a language: one row, one file of words with gaps, and the entries that are translated already. Everything else must do
 * without a change, and the bot must speak it. Then, in the same copy, a command whose words are not all there must not pass.
 */

const fixture = path.join(import.meta.dirname, 'fixtures/polish');
const tsc = 'node_modules/typescript/bin/tsc';
const vitest = 'node_modules/vitest/vitest.mjs';
const patient = { timeout: 300_000 };

let copy: Copy;
beforeAll(async () => {
  copy = copyOfTree();
  await polish.apply(copy);
  const more = 'knowledge/rights/consulate.pl.md';
  copy.add(more, readFileSync(path.join(fixture, more), 'utf8'));
}, 120_000);
afterAll(() => copy.remove());

const write = (file: string, text: string) => writeFileSync(path.join(copy.folder, file), text);

describe('a new language', () => {
  it('is one row and one file of words, besides its content', patient, async () => {
    const { code, output } = await copy.run('src/cli/words.ts');
    expect(output).toMatch(/^pl: \d+ words are not translated yet$/m);
    expect(code, output).toBe(0);
    const touched = copy.touched();
    const content = touched.filter(file => file.startsWith('knowledge/'));
    const program = touched.filter(file => !content.includes(file));
    console.log(
      `A new language touches ${program.length} files: ${program.join(', ')}; and its content: ${content.join(', ')}`,
    );
    expect(program).toEqual(['src/i18n/languages.ts', 'src/i18n/words/pl.json']);
    expect(content).toEqual(['knowledge/rights/consulate.pl.md', 'knowledge/rights/silence.pl.md']);
  });

  it('compiles, and its content is in order', patient, async () => {
    expect((await copy.run(tsc, '--noEmit')).output).toBe('');
    expect((await copy.run(tsc, '--noEmit', '-p', 'sandbox/page')).output).toBe('');
    const { code, output } = await copy.run('src/cli/knowledge.ts');
    expect(output).toMatch(/The content is in order: \d+ entries in en, es, pl\./);
    expect(code, output).toBe(0);
    expect((await copy.run('src/cli/words.ts', '--check')).code).toBe(0);
  });

  it('is spoken by the bot', patient, async () => {
    const here = path.join(copy.folder, 'tests/i18n/fixtures/polish');
    renameSync(path.join(here, 'in-polish.ts'), path.join(here, 'in-polish.test.ts'));
    // With those of the project's own tests that look at languages: they must not count them.
    const tests = [
      'tests/i18n/fixtures/polish',
      'tests/i18n/words',
      'tests/app/registration',
      'tests/sandbox/page-words',
      'tests/commands/answers/first-screen',
      'tests/commands/curate/form-languages',
      'tests/news/review/card',
      'tests/news/subscriptions/schedule',
      'tests/knowledge/content/load',
    ];
    const { code, output } = await copy.run(vitest, 'run', ...tests);
    expect(code, output).toBe(0);
    expect(output).toMatch(new RegExp(`Test Files +${tests.length} passed`));
  });
});

it('more languages than fit into a row of buttons share a menu', patient, async () => {
  const file = 'src/i18n/languages.ts';
  const [rows, rest] = copy.read(file).split('] as const satisfies');
  const codes = ['uk', 'vi', 'fr'];
  const added = codes.map(
    code => `  { code: '${code}', name: '${code}', locales: ['${code}'], direction: 'ltr' },\n`,
  );
  write(file, `${rows}${added.join('')}] as const satisfies${rest}`);
  for (const code of codes) write(`src/i18n/words/${code}.json`, '{}');
  const here = path.join(copy.folder, 'tests/i18n/fixtures/many');
  renameSync(path.join(here, 'in-many-languages.ts'), path.join(here, 'in-many-languages.test.ts'));
  const { code, output } = await copy.run(vitest, 'run', 'tests/i18n/fixtures/many');
  expect(code, output).toBe(0);
  expect(output).toMatch(/Tests +2 passed/);
});

describe('a new command', () => {
  const command = `import { wordsOf } from '../src/i18n/words.ts';
import type { Command } from './services.ts';

/** Says hello. */
const hello: Command = {
  kind: 'slash',
  name: 'hello',
  access: 'everyone',
  where: 'anywhere',
  run: (_args, { language }) => ({ text: wordsOf(language).hello.greeting }),
};

export default hello;
`;
  type Words = Record<string, Record<string, unknown>>;
  const addWords = (language: string, change: (words: Words) => void) => {
    const file = `src/i18n/words/${language}.json`;
    const words: Words = JSON.parse(copy.read(file));
    change(words);
    write(file, JSON.stringify(words, null, 2));
  };

  it(
    'does not compile with a word that is not there, and the check names the file and what it lacks',
    patient,
    async () => {
      write('commands/hello.ts', command);
      const compiled = await copy.run(tsc, '--noEmit');
      expect(compiled.output).toMatch(
        /^commands\/hello\.ts\(10,\d+\): error TS2339: Property 'hello' does not exist/m,
      );
      expect(compiled.code).not.toBe(0);
      const { code, output } = await copy.run('src/cli/words.ts', '--check');
      expect(output).toContain('src/i18n/words/en.json has no commands.hello\n');
      expect(code).toBe(1);
    },
  );

  it(
    'is not in order until the languages in which all must be there have it, and then compiles',
    patient,
    async () => {
      addWords('en', words => {
        words.hello = { greeting: 'Hello' };
        words.commands = { ...words.commands, hello: { name: 'hello' } };
      });
      const old = await copy.run('src/cli/words.ts', '--check');
      expect(old.output).toContain('src/i18n/words/words.ts is older than en.json');
      const missing = await copy.run('src/cli/words.ts');
      expect(missing.output).toContain('src/i18n/words/es.json: hello.greeting is missing\n');
      expect(missing.output).toContain('src/i18n/words/es.json: commands.hello.name is missing\n');
      expect(missing.output).toContain('src/i18n/words/en.json has no commands.hello.description\n');
      expect(missing.code).toBe(1);
      for (const language of ['en', 'es']) {
        addWords(language, words => {
          words.hello = { greeting: 'Hello' };
          words.commands = { ...words.commands, hello: { name: 'hello', description: 'Says hello' } };
        });
      }
      const whole = await copy.run('src/cli/words.ts');
      expect(whole.code, whole.output).toBe(0);
      expect((await copy.run(tsc, '--noEmit')).output).toBe('');
    },
  );
});
