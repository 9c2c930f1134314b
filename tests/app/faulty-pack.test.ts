import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const whole = path.join(import.meta.dirname, 'fixtures/other-pack');
const text = readFileSync(path.join(whole, 'pack.yaml'), 'utf8');
const withPack = (change: (text: string) => string) => (folder: string) =>
  writeFileSync(path.join(folder, 'pack.yaml'), change(text));

type Case = readonly [what: string, breakIt: (folder: string) => void, reason: string];

const inPack: readonly Case[] = [
  ['no folder', folder => rmSync(folder, { recursive: true }), 'KNOWLEDGE_DIR must name the folder'],
  ['no pack.yaml', folder => rmSync(path.join(folder, 'pack.yaml')), 'the file is missing'],
  ['a zone that is none', withPack(it => it.replace('America/Denver', 'Denver')), 'must be a time zone'],
  [
    'a topic that is called like a command',
    folder => {
      renameSync(path.join(folder, 'water'), path.join(folder, 'help'));
      withPack(it => it.replace('id: water', 'id: help').replace('name: water', 'name: help'))(folder);
    },
    'the topic help has the name of a command of the bot',
  ],
];
/** What only those who read the entries can see. */
const inContent: readonly Case[] = [
  [
    'an order with an entry that is not there, and a watch list of something unknown',
    folder => {
      withPack(it => it.replace('tenants/deposit]', 'tenants/gone]'))(folder);
      writeFileSync(path.join(folder, 'watch.yaml'), 'tweets: []\n');
    },
    '`order` of tenants: there is no entry tenants/gone',
  ],
];

it.each([
  ...['src/main.ts', 'sandbox/main.ts', 'src/cli/knowledge.ts'].flatMap(main =>
    [...inPack, ...inContent].map(one => [main, ...one] as const),
  ),
  ...inPack.map(one => ['src/cli/deploy.ts', ...one] as const),
])('%s ends with a plain sentence: %s', async (main, what, breakIt, reason) => {
  const folder = path.join(temporaryFolder(), 'pack');
  cpSync(whole, folder, { recursive: true });
  breakIt(folder);
  const { code, output } = await runCli(main, {
    DISCORD_TOKEN: 'x.y.z',
    DISCORD_APPLICATION_ID: '100000000000000001',
    DISCORD_API_BASE_URL: 'http://127.0.0.1:9/api',
    DATA_DIR: temporaryFolder(),
    KNOWLEDGE_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  expect(output).toContain(reason);
  // All faults at once.
  if (what.includes('watch list')) expect(output).toContain('watch.yaml');
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});
