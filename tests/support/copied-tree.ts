import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tree/imports.ts';

/** A copy of the project in which a test may change what a contributor would. */
export interface CopiedTree {
  read(file: string): string;
  readonly folder: string;
  /** Files that are not as in the project, in the order of their names. */
  touched(): string[];
  /** A script of the project's packages, in the copy; resolves with its exit code and all it printed. */
  run(
    script: string,
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly output: string }>;
}

const left = new Set(['node_modules', '.git', 'pictures', 'coverage', '.env']);

/** Copies the project into an empty folder; the packages are the project's own. */
export function copyTree(folder: string): CopiedTree {
  cpSync(root, folder, { recursive: true, filter: file => !left.has(path.basename(file)) });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const files = (from: string) =>
    globSync(['*', '.env.example', '{src,commands,knowledge,sandbox,tests,bench,docs}/**/*'], {
      cwd: from,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(from, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter(file => !file.split('/').some(part => left.has(part)));
  const read = (file: string, from: string) => readFileSync(path.join(from, file));
  return {
    folder,
    read: file => read(file, folder).toString(),
    touched() {
      const before = new Set(files(root));
      const isNew = (file: string) => !before.has(file) || !read(file, root).equals(read(file, folder));
      return files(folder).filter(isNew).sort();
    },
    async run(script, ...args) {
      const child = spawn(process.execPath, [script, ...args], {
        cwd: folder,
        // Not the variables of the test runner that runs this one.
        env: { PATH: process.env.PATH, NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
      const [code] = await once(child, 'close');
      return { code: code ?? 1, output };
    },
  };
}
