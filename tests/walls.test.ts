import { describe, expect, it } from 'vitest';
import { arrowsOf, circles, folderOf, type Import, importsOf, productFiles } from './tree/imports.ts';
import { walls } from './tree/walls.ts';

const files = productFiles();
const imports = files.flatMap(importsOf);

function fault({ file, target, ownFile }: Import): string | undefined {
  const from = folderOf(file);
  const wall = walls[from];
  if (!wall) return `${file} is in a folder that is not in the table`;
  if (!ownFile) {
    return wall.packages.some(pattern => pattern.test(target))
      ? undefined
      : `${file} may not import ${target}`;
  }
  // The version that is told to other servers.
  if (target === 'package.json' && from === 'app') return undefined;
  const to = folderOf(target);
  return to === from || wall.folders.includes(to) ? undefined : `${file} may not import ${target}`;
}

describe('walls', () => {
  it('every file keeps to the table', () => {
    expect(imports.map(fault).filter(Boolean)).toEqual([]);
  });

  it('no circle of files or folders, types included', () => {
    expect(circles(arrowsOf(imports))).toEqual([]);
    expect(circles(arrowsOf(imports, folderOf))).toEqual([]);
  });

  it('beside main.ts there is no file at the root of src', () => {
    expect(files.filter(file => file.split('/').length === 2 && file.startsWith('src/'))).toEqual([
      'src/main.ts',
    ]);
  });

  it('reads every folder', () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(walls)));
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('would see a breach and a circle', () => {
    const breach = (file: string, target: string) =>
      fault({ file, target, ownFile: target.includes('/') && target.endsWith('.ts') });
    expect(breach('src/interactions/handle.ts', 'discord.js')).toContain('may not import discord.js');
    expect(breach('src/interactions/command.ts', 'commands/services.ts')).toContain('may not import');
    expect(breach('src/cli/deploy.ts', 'src/i18n/languages.ts')).toContain('may not import');
    expect(breach('src/main.ts', 'sandbox/main.ts')).toContain('may not import');
    expect(breach('src/other.ts', 'src/lib/log.ts')).toContain('not in the table');
    const round = (from: string, to: string) => ({ file: from, target: to, ownFile: true });
    expect(circles(arrowsOf([round('a.ts', 'b.ts'), round('b.ts', 'c.ts'), round('c.ts', 'a.ts')]))).toEqual([
      ['a.ts', 'b.ts', 'c.ts'],
    ]);
  });
});
