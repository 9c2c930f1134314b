import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Services } from '../../commands/services.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { Command } from '../../src/interactions/command.ts';
import { createHandle } from '../../src/interactions/handle.ts';
import { command } from '../support/interactions.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(['README.md', 'docs/**/*.md', 'knowledge/README.md'], { cwd: root });

it.each(pages)('%s links only to what is there', page => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
  const missing = links.filter(target => !existsSync(path.join(root, path.dirname(page), target)));
  expect(missing).toEqual([]);
});

it.each(pages)('%s names only files and folders that there are', page => {
  const named = read(page).matchAll(/`((?:src|tests|commands|knowledge|bench|docs|sandbox)\/[\w./-]+)`/g);
  const paths = Array.from(named, ([, name]) => name ?? '').filter(name => !/[A-Z]{2}/.test(name));
  expect(paths.filter(name => !existsSync(path.join(root, name)))).toEqual([]);
});

it.each(pages)('%s names only scripts that there are', page => {
  const named = [...read(page).matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter(name => !(name in packageJson.scripts))).toEqual([]);
});

it('the two commands of the first screen are in its first twelve lines', () => {
  const first = read('README.md').split('\n').slice(0, 12).join('\n');
  expect(first).toContain('npm ci && npm run sandbox');
  expect(first).toContain('npm ci && npm test');
});

it('the README’s command works as it stands there', async () => {
  const source = /```ts\n([\s\S]+?)```/.exec(read('README.md'))?.[1] ?? '';
  const file = path.join(temporaryFolder(), 'hello.ts');
  writeFileSync(file, source.replaceAll("'../src/", `'${pathToFileURL(root).href}/src/`));
  const { default: hello }: { default: Command } = await import(pathToFileURL(file).href);
  const handle = createHandle({
    commands: new Map([[hello.name, hello]]),
    services: {} as Services,
    communityOf: () => ({}),
    now: () => new Date(),
    newCode: () => 'code',
    onError: (_code, error) => {
      throw error;
    },
  });
  const { response } = await handle(command('hello', { name: '@everyone', language: 'es' }));
  expect(JSON.stringify(response)).toContain('## Hola');
  expect(JSON.stringify(response)).toContain('\\\\@everyone');
});

it('.env.example names every setting of the contract', () => {
  const settings =
    'DISCORD_TOKEN DISCORD_APPLICATION_ID DISCORD_PUBLIC_KEY DISCORD_API_BASE_URL DATA_DIR DATABASE_URL HOST PORT SHARD_COUNT SHARD_IDS SOURCES SOURCES_CRON OPERATOR_NAME OPERATOR_URL LOG_LEVEL';
  const example = read('.env.example');
  expect(settings.split(' ').filter(name => !example.includes(`${name}=`))).toEqual([]);
});
