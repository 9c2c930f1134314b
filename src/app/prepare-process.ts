import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * To be called before anything else is imported. Later starts read compiled code from a cache (0.1 s instead of 0.4 s), and the young generation
 * of the heap keeps its first size: building the search would else grow it by 60 MB that are never given back, on a server of 512 MB.
 */
export function prepareProcess(): void {
  enableCompileCache();
  setFlagsFromString('--semi-space-growth-factor=1');
}
