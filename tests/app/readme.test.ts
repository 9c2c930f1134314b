import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { sourceIds } from '../../src/news/sources/list.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'knowledge/README.md'], {
  cwd: root,
});

it.each(pages)('%s links only to what is there', page => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
  const missing = links.filter(target => !existsSync(path.join(root, path.dirname(page), target)));
  expect(missing).toEqual([]);
});

// What CONTRIBUTING.md names is made in a copy of the tree: tests/changes.
it.each(pages.filter(page => page !== 'CONTRIBUTING.md'))(
  '%s names only files and folders that there are',
  page => {
    const named = read(page).matchAll(/`((?:src|tests|commands|knowledge|bench|docs|sandbox)\/[\w./-]+)`/g);
    const paths = Array.from(named, ([, name]) => name ?? '').filter(name => !/[A-Z]{2}/.test(name));
    expect(paths.filter(name => !existsSync(path.join(root, name)))).toEqual([]);
  },
);

it.each(pages)('%s names only scripts that there are', page => {
  const named = [...read(page).matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter(name => !(name in packageJson.scripts))).toEqual([]);
});

it('the two commands of the first screen are in its first twelve lines', () => {
  const first = read('README.md').split('\n').slice(0, 12).join('\n');
  expect(first).toContain('npm ci && npm run sandbox');
  expect(first).toContain('npm ci && npm test');
});

it('.env.example names every source', () => {
  expect(read('.env.example')).toContain(`a comma list of ${sourceIds.join(', ')}; all`);
});
