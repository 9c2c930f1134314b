import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { ownFolder } from './own-folder.ts';

/**
 * To be called before anything else is imported. Each part can be left out and the bot does the same, later or with more memory: `npm run bench --
 * clever` measures that. Gives the folder for what later starts may read again, or undefined where there is no safe one.
 */
export function prepareProcess(dataDir: string): string | undefined {
  const cache = ownFolder(path.join(dataDir, 'cache'));
  if (cache) keepCompiledCode(cache);
  keepYoungHeapSmall();
  return cache;
}

/** Without a folder named, Node would take one that everybody on the machine can make first. */
export const keepCompiledCode = (cache: string): unknown => enableCompileCache(path.join(cache, 'code'));

/** The young generation of the heap keeps its first size: building the search would else grow it by memory that is never given back. */
export const keepYoungHeapSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
