import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changes } from './all.ts';
import { copyOfTree, generated } from './copy.ts';

const contributing = readFileSync(path.join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');

/** The files that a section of CONTRIBUTING.md lists: the first words of its list's items, without the generated ones. */
function listed(heading: string): string[] {
  const section = contributing.split(/^### /m).find(text => text.startsWith(`${heading}\n`)) ?? '';
  return Array.from(section.matchAll(/^- `([^`]+)`/gm), ([, file]) => file ?? '').sort();
}

describe.each(changes)('$heading', ({ heading, apply, works }) => {
  // Compilers and bots run in it, on machines that are busy with other things.
  it('touches the files that CONTRIBUTING.md names, compiles, and works', { timeout: 240_000 }, async () => {
    const copy = copyOfTree();
    try {
      await apply(copy);
      expect(copy.touched().filter(file => file !== generated)).toEqual(listed(heading));
      expect(await copy.run('node_modules/typescript/bin/tsc', '--noEmit')).toEqual({ code: 0, output: '' });
      await works(copy);
    } finally {
      copy.remove();
    }
  });
});
