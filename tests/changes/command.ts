import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Change } from './change.ts';
import { door } from './copy.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
/** A block of code of the README, by its language. */
const block = (language: string, at: number): string =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]+?)\`\`\``, 'g'))][at]?.[1] ?? '';

/** The README's example, as it is printed there. */
export const command: Change = {
  heading: 'A command',
  before: '4',
  async apply(copy) {
    copy.add('commands/hello.ts', block('ts', 0));
    for (const [at, language] of ['en', 'es'].entries()) {
      copy.edit(
        `src/i18n/words/${language}.json`,
        '  "commands": {\n',
        `  "commands": {\n${block('json', at).replace(/^/gm, '    ').trimEnd()},\n`,
      );
    }
    expect(await copy.run('src/cli/words.ts')).toEqual({ code: 0, output: '' });
  },
  async works(copy) {
    const found = await copy.evaluate(`
      ${door}
      import { registration } from './src/interactions/register.ts';
      import { loadCommands } from './src/app/load-commands.ts';
      import { folders } from './src/app/folders.ts';
      const response = await answer(command('hello', { name: '@everyone', language: 'es' }));
      const commands = registration((await loadCommands(folders.commands, knowledge.pack)).values(), 'global');
      export default { response, told: commands.find(({ name }) => name === 'hello') };
    `);
    expect(JSON.stringify(found)).toContain('## Hola');
    expect(JSON.stringify(found)).toContain('\\\\@everyone');
    expect(found).toMatchObject({ told: { name_localizations: { 'es-ES': 'hola' } } });
    expect(
      await copy.run('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', 'commands'),
    ).toMatchObject({ code: 0 });
    expect(await copy.run('node_modules/knip/bin/knip.js')).toMatchObject({ code: 0 });
  },
};
