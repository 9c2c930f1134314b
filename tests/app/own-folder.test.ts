import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ownFolder } from '../../src/app/own-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('makes a folder that only this user opens, in one that is there', () => {
  const data = temporaryFolder();
  const cache = path.join(data, 'cache');
  expect(ownFolder(cache)).toBe(cache);
  expect(statSync(cache).mode & 0o777).toBe(0o700);
  expect(ownFolder(cache)).toBe(cache);
  expect(ownFolder(path.join(data, 'nowhere/cache'))).toBeUndefined();
  expect(existsSync(path.join(data, 'nowhere'))).toBe(false);
});

it('takes none in which others can put something', () => {
  const data = temporaryFolder();
  const cache = path.join(data, 'cache');
  mkdirSync(cache);
  for (const mode of [0o777, 0o1777, 0o775]) {
    chmodSync(cache, mode);
    expect(ownFolder(cache), mode.toString(8)).toBeUndefined();
    chmodSync(cache, 0o755);
    chmodSync(data, mode);
    expect(ownFolder(cache), mode.toString(8)).toBeUndefined();
    chmodSync(data, 0o700);
  }
  expect(ownFolder(cache)).toBe(cache);
  // Who made a link may lead it elsewhere tomorrow.
  const link = path.join(data, 'link');
  symlinkSync(cache, link);
  expect(ownFolder(link)).toBeUndefined();
});
