import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CopiedTree, copyTree } from '../support/copied-tree.ts';

/** Made by `npm run words`. */
export const generated = 'src/i18n/words/words.ts';

/** A copy of the project in which a change is tried. */
export interface Copy extends CopiedTree {
  /** Adds a file; one that is there already is a fault of the change. */
  add(file: string, text: string): void;
  /** Puts one text in the place of another, which must stand there exactly once. */
  edit(file: string, text: string, instead: string): void;
  /** What a module, run in the root of the copy, gives as default. */
  evaluate(source: string): Promise<unknown>;
  remove(): void;
}

/** For {@link Copy.evaluate}: `answer` gives what the bot of the copy answers in the end, also where it is busy and answers in two steps. */
export const door = `
  import { coreOf, realKnowledge } from './bench/fixture.ts';
  import { command } from './tests/support/interactions.ts';
  const knowledge = await realKnowledge();
  const handle = await coreOf(knowledge);
  const answer = async interaction => {
    const { response, later } = await handle(interaction);
    return later ? (await later).body : response;
  };
`;

/** Copies the project into a temporary folder; the packages are shared. */
export function copyOfTree(): Copy {
  const tree = copyTree(mkdtempSync(path.join(tmpdir(), 'change-')));
  const at = (file: string) => path.join(tree.folder, file);
  return {
    ...tree,
    add(file, text) {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text, { flag: 'wx' });
    },
    edit(file, text, instead) {
      const before = tree.read(file);
      const count = before.split(text).length - 1;
      if (count !== 1) throw new Error(`${file} has this ${count} times, not once: ${text}`);
      writeFileSync(
        at(file),
        before.replace(text, () => instead),
      );
    },
    async evaluate(source) {
      writeFileSync(
        at('evaluated.ts'),
        `${source}\n`.replace('export default ', 'const value = ') +
          "console.log('\\n=>' + JSON.stringify(await value));\nprocess.exit(0);\n",
      );
      const { code, output } = await tree.run('evaluated.ts');
      rmSync(at('evaluated.ts'));
      const value = /^=>(.*)$/m.exec(output)?.[1];
      if (code !== 0 || value === undefined) throw new Error(output);
      return JSON.parse(value);
    },
    remove: () => rmSync(tree.folder, { recursive: true, force: true }),
  };
}
