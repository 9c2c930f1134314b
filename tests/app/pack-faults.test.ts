import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { otherPack } from './fixtures/other-pack.ts';

/** Nothing listens there: a content pack with faults is told before Discord is needed. */
const discord = {
  DISCORD_TOKEN: 'not.a.token',
  DISCORD_APPLICATION_ID: '100000000000000001',
  DISCORD_API_BASE_URL: 'http://127.0.0.1:1/api',
};
const mains = ['src/main.ts', 'src/cli/deploy.ts', 'sandbox/main.ts', 'src/cli/knowledge.ts'];

/** A copy of the other pack, changed. */
function copyOfPack(change: (file: (name: string) => string) => void): string {
  const folder = path.join(temporaryFolder(), 'pack');
  cpSync(otherPack, folder, { recursive: true });
  change(name => path.join(folder, name));
  return folder;
}

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${from} does not stand in ${file}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}

interface Case {
  readonly what: string;
  readonly folder: () => string;
  /** File and reason, as they must stand in the message. */
  readonly told: readonly (readonly [file: string, reason: string])[];
}

const cases: readonly Case[] = [
  {
    what: 'no such folder',
    folder: () => path.join(temporaryFolder(), 'nowhere'),
    told: [['nowhere', 'there is no such folder; KNOWLEDGE_DIR must name the folder of a content pack']],
  },
  {
    what: 'a file in place of a folder',
    folder: () => path.join(otherPack, 'pack.yaml'),
    told: [['pack.yaml', 'this is no folder; KNOWLEDGE_DIR must name the folder of a content pack']],
  },
  {
    what: 'no pack.yaml',
    folder: () => copyOfPack(file => rmSync(file('pack.yaml'))),
    told: [['pack.yaml', 'the file is missing']],
  },
  {
    what: 'a pack.yaml that is no YAML',
    folder: () => copyOfPack(file => writeFileSync(file('pack.yaml'), 'topics: [')),
    told: [['pack.yaml', 'line 1 cannot be read as YAML']],
  },
  {
    what: 'faults of every kind at once',
    folder: () =>
      copyOfPack(file => {
        edit(
          file('pack.yaml'),
          ['Pacific/Honolulu', 'Pacific/Atlantis'],
          ['ferries/a-ticket]', 'ferries/a-tiket]'],
          ['name: faroles', 'name: ayuda'],
          ['topics:\n', `topics:\n${topic('help')}`],
        );
        edit(file('watch.yaml'), ['dockets:', 'county-board: [one]\ndockets:']);
      }),
    told: [
      ['pack.yaml', '`timezone` is “Pacific/Atlantis” but must be a time zone such as'],
      ['pack.yaml', '`order` of ferries: there is no entry ferries/a-tiket'],
      ['pack.yaml', 'the topic help: its command’s name in en, “help”, is taken by the bot’s own /help'],
      [
        'pack.yaml',
        'the topic help: its command’s option in es, “idioma”, is taken by the option language of every command',
      ],
      ['pack.yaml', 'the topic lanterns: its command’s name in es, “ayuda”, is taken by'],
      [
        'watch.yaml',
        'has the unknown key `county-board` (is it spelled right?); what can be watched is `dockets`',
      ],
    ],
  },
];

const topic = (id: string) => `  - id: ${id}
    command:
      option: deck
      en: { name: ${id}, description: d, option: deck, optionDescription: o, help: h }
      es: { name: otra, description: d, option: idioma, optionDescription: o, help: h }
`;

describe.each(cases)('$what', ({ folder, told }) => {
  it.each(mains)('stops %s with one message, which names each fault by file', async main => {
    const pack = folder();
    const { code, stdout, stderr } = await runCli(main, {
      ...discord,
      DATA_DIR: temporaryFolder(),
      KNOWLEDGE_DIR: pack,
      PORT: '0',
    });
    expect([code, stdout]).toEqual([1, '']);
    // The check prints a file once, and its faults below it.
    const all = main.includes('knowledge')
      ? told.flatMap(([file, reason]) => [`${file}\n`, `  - ${reason}`])
      : told.map(([file, reason]) => `${file}: ${reason}`);
    for (const text of all) expect(stderr).toContain(text);
    expect(stderr).toContain(pack);
    expect(stderr).not.toMatch(/^\s+at |Error:|node:internal/m);
  });
});
