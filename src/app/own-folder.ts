import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Write permission for the group or for everybody. */
const othersWrite = 0o022;

/**
 * A folder from which code and content may be read again, made where it is missing in a folder that is there; undefined where it cannot be made, or
 * where anybody but this user (and root) could put something there.
 */
export function ownFolder(folder: string): string | undefined {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    return [folder, path.dirname(folder)].every(isOwn) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function isOwn(folder: string): boolean {
  const found = lstatSync(folder);
  const user = process.getuid?.();
  // Windows has no such permissions; a folder in a user's own profile is that user's.
  if (user === undefined) return found.isDirectory();
  return found.isDirectory() && [user, 0].includes(found.uid) && (found.mode & othersWrite) === 0;
}
