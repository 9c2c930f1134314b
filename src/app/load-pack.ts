import { loadCached } from '../knowledge/content/cache.ts';
import type { Fault, Knowledge } from '../knowledge/content/entry.ts';
import { KnowledgeFaulty } from '../knowledge/errors.ts';
import { readWatchList, type WatchList } from '../news/sources/list.ts';
import { nameFaults } from './name-faults.ts';
import { watchFaults } from './watch-check.ts';

/** A content pack without faults. */
export interface LoadedPack {
  readonly knowledge: Knowledge;
  readonly watch: WatchList;
}

/** What can be wrong with a pack beside its texts: only commands and sources know their names. */
export const packRules = [watchFaults, nameFaults];

/**
 * The content pack in a folder, for `npm start`, `npm run deploy` and the sandbox, so that a fault of it stops all of them. Throws
 * `KnowledgeFaulty`, whose message names every fault by file and says what to do. `cacheFolder` as for `loadCached`.
 */
export async function loadPack(folder: string, cacheFolder?: string): Promise<LoadedPack> {
  const loaded = await loadCached(folder, cacheFolder, packRules);
  if (!loaded.ok) throw new KnowledgeFaulty(explainFaults(folder, loaded.faults));
  const watch = readWatchList(loaded.knowledge.watch);
  if (!watch.ok) throw new KnowledgeFaulty(explainFaults(folder, watch.faults));
  return { knowledge: loaded.knowledge, watch: watch.list };
}

const explainFaults = (folder: string, faults: readonly Fault[]): string =>
  [
    `The content in ${folder} has faults:`,
    ...faults.map(({ file, reason }) => `  - ${file}: ${reason}`),
    'Mend them and check with `npm run knowledge` (knowledge/README.md says how), or set KNOWLEDGE_DIR to another content pack.',
  ].join('\n');
