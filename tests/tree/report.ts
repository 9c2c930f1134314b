import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changes } from '../changes/all.ts';
import { copyOfTree, generated } from '../changes/copy.ts';
import { arrowsOf, circles, folderOf, importsOf, productFiles, root } from './imports.ts';
import { walls } from './walls.ts';

// `npm run tree`: what the tree looks like, in numbers. `npm run check` prints it.

const files = productFiles();
const imports = files.flatMap(importsOf);
const folders = arrowsOf(imports, folderOf);
const upward = imports.filter(({ file, target, ownFile }) => {
  const [from, to] = [folderOf(file), folderOf(target)];
  return ownFile && from !== to && to !== 'root' && !walls[from]?.folders.includes(to);
});
const lengths = files
  .map(file => [readFileSync(path.join(root, file), 'utf8').split('\n').length - 1, file] as const)
  .sort(([a], [b]) => b - a);
const [longest, longestFile] = lengths[0] ?? [0, ''];
const median = lengths[Math.floor(lengths.length / 2)]?.[0] ?? 0;

console.log('folder        files  lines  imports from');
for (const [folder, own] of Map.groupBy(files, folderOf)) {
  const lines = lengths.filter(([, file]) => own.includes(file)).reduce((sum, [length]) => sum + length, 0);
  const from = [...(folders.get(folder) ?? [])].filter(to => to !== 'root').sort();
  console.log(
    `${folder.padEnd(12)} ${String(own.length).padStart(6)} ${String(lines).padStart(6)}  ${from.join(' ')}`,
  );
}
const atRoot = files.filter(file => /^src\/[^/]+$/.test(file));
console.log(`\nfiles at the root of src: ${atRoot.join(', ')}`);
console.log(`circles of files: ${circles(arrowsOf(imports)).length}, of folders: ${circles(folders).length}`);
console.log(
  `arrows between folders: ${[...folders.values()].reduce((sum, to) => sum + to.size, 0)}, upward: ${upward.length}`,
);
console.log(`longest file: ${longest} lines (${longestFile}), median: ${median}`);

console.log('\nfiles that a common change touches  before  now');
for (const { heading, before, apply } of changes) {
  const copy = copyOfTree();
  try {
    await apply(copy);
    const touched = copy.touched().filter(file => file !== generated);
    console.log(`${heading.padEnd(35)} ${before}  →  ${touched.length}`);
  } finally {
    copy.remove();
  }
}
