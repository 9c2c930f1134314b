import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry, Knowledge, SourceRecord } from './entry.ts';
import { readContentFiles } from './files.ts';
import type { KnowledgeRule, Loaded } from './load.ts';

/**
 * The same as `loadKnowledge`, without checking again what was found whole at an earlier start: the result is kept in `cacheFolder` under a hash
 * of every content file and of all code that can check them, so any change of either is checked anew. Of a start, reading and checking 412 files
 * took 320 ms and 25 MiB more than this, 50 ms (`npm run bench -- clever`). Nobody else may be able to write in the folder: what stands there is
 * believed. Where it cannot be written, everything is checked each time. `extraRules` rest on other code, so they are asked at every start.
 */
export async function loadCached(
  folder: string,
  cacheFolder: string | undefined,
  extraRules: readonly KnowledgeRule[] = [],
): Promise<Loaded> {
  const file = cacheFolder && path.join(cacheFolder, `knowledge-${fingerprint(folder)}.json`);
  const known = file && recall(file);
  const faults = known ? extraRules.flatMap(rule => rule(known)) : [];
  if (known) return faults.length > 0 ? { ok: false, faults } : { ok: true, knowledge: known };
  const { loadKnowledge } = await import('./load.ts');
  const loaded = await loadKnowledge(folder, extraRules);
  if (loaded.ok && cacheFolder && file) remember(cacheFolder, file, loaded.knowledge);
  return loaded;
}

/** All that code of `knowledge` may import, besides packages (`tests/walls.test.ts`). */
const code = ['..', '../../i18n', '../../lib'].map(folder => path.join(import.meta.dirname, folder));

function fingerprint(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const each of [folder, ...code]) {
    for (const [file, text] of readContentFiles(each) ?? []) hash.update(`${file}\0${text}\0`);
  }
  // The packages.
  hash.update(readFileSync(path.join(import.meta.dirname, '../../../package.json')));
  return hash.digest('hex').slice(0, 32);
}

interface Kept {
  readonly entries: readonly [string, Entry][];
  readonly sources: readonly [string, SourceRecord][];
  readonly rest: Omit<Knowledge, 'entries' | 'sources'>;
}

function recall(file: string): Knowledge | undefined {
  try {
    const { entries, sources, rest }: Kept = JSON.parse(readFileSync(file, 'utf8'));
    return { ...rest, entries: new Map(entries), sources: new Map(sources) };
  } catch {
    // Absent, or cut short by a full disk: it is made again.
    return undefined;
  }
}

function remember(cacheFolder: string, file: string, { entries, sources, ...rest }: Knowledge): void {
  const kept: Kept = { entries: [...entries], sources: [...sources], rest };
  try {
    mkdirSync(cacheFolder, { recursive: true });
    for (const old of readdirSync(cacheFolder)) {
      if (/^knowledge-[0-9a-f]{32}\.json$/.test(old)) rmSync(path.join(cacheFolder, old), { force: true });
    }
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // It only saves time.
  }
}
