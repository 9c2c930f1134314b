import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Texts below a folder by their path with `/`, without hidden files, in the order of their names; undefined where it is no folder that can be
 * read ({@link folderFault} says why). Read synchronously: for 250 small files that takes half the time.
 */
export function readContentFiles(folder: string): ReadonlyMap<string, string> | undefined {
  const files: [string, string][] = [];
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const full = path.join(entry.parentPath, entry.name);
      const file = path.relative(folder, full).split(path.sep).join('/');
      if (entry.isFile() && !/(^|\/)\./.test(file)) files.push([file, readFileSync(full, 'utf8')]);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file of a content pack that says what the pack is about. */
export const packFile = 'pack.yaml';

/** Why {@link readContentFiles} found nothing, for the operator. */
export function folderFault(folder: string): string {
  const what = statSync(folder, { throwIfNoEntry: false });
  if (!what) return 'there is no such folder';
  return what.isDirectory() ? 'the bot may not read everything in it' : 'this is no folder';
}
