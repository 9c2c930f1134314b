import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
/** Made by `npm run words`. */
export const generated = 'src/i18n/words/words.ts';
/** What a change can touch, or be checked by. */
const parts = [
  ...['bench', 'commands', 'knowledge', 'sandbox', 'src', 'tests'],
  ...[
    'biome.json',
    'docs/claim-map.md',
    'knip.json',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    '.env.example',
  ],
];

/** A copy of the project in which a change is tried. */
export interface Copy {
  /** Adds a file; one that is there already is a fault of the change. */
  add(file: string, text: string): void;
  /** Puts one text in the place of another, which must stand there exactly once. */
  edit(file: string, text: string, instead: string): void;
  /** Runs Node in the copy; gives its exit code and all it printed. */
  node(...args: readonly string[]): { readonly code: number | null; readonly output: string };
  /** What a module, run in the root of the copy, gives as default. */
  evaluate(source: string): unknown;
  /** Paths of the files that differ from the project's, in the order of their names. */
  touched(): readonly string[];
  remove(): void;
}

/** For {@link Copy.evaluate}: `answer` gives what the bot of the copy answers in the end, also where it is busy and answers in two steps. */
export const door = `
  import { coreOf, realKnowledge } from './bench/fixture.ts';
  import { autocomplete, command } from './tests/support/interactions.ts';
  const knowledge = await realKnowledge();
  const handle = await coreOf(knowledge);
  const answer = async interaction => {
    const { response, later } = await handle(interaction);
    return later ? (await later).body : response;
  };
`;

/** Copies the project into a temporary folder; the packages are shared. */
export function copyOfTree(): Copy {
  const folder = mkdtempSync(path.join(tmpdir(), 'change-'));
  for (const part of parts) cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const at = (file: string) => path.join(folder, file);

  const node: Copy['node'] = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { code: status, output: stripVTControlCharacters(`${stdout}${stderr}`) };
  };
  return {
    node,
    add(file, text) {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text, { flag: 'wx' });
    },
    edit(file, text, instead) {
      const before = readFileSync(at(file), 'utf8');
      const count = before.split(text).length - 1;
      if (count !== 1) throw new Error(`${file} has this ${count} times, not once: ${text}`);
      writeFileSync(
        at(file),
        before.replace(text, () => instead),
      );
    },
    evaluate(source) {
      writeFileSync(at('evaluated.ts'), source);
      const print = `import('./evaluated.ts').then(async m => { console.log('\\n=>' + JSON.stringify(await m.default)); process.exit(0); })`;
      const { code, output } = node(
        '--input-type=module',
        '--disable-warning=ExperimentalWarning',
        '-e',
        print,
      );
      rmSync(at('evaluated.ts'));
      const value = /^=>(.*)$/m.exec(output)?.[1];
      if (code !== 0 || value === undefined) throw new Error(output);
      return JSON.parse(value);
    },
    touched: () =>
      parts
        .flatMap(part => filesBelow(folder, part))
        .filter(file => textOf(path.join(root, file)) !== textOf(at(file)))
        .sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function filesBelow(folder: string, part: string): string[] {
  if (/\.\w+$/.test(part)) return [part];
  return readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
