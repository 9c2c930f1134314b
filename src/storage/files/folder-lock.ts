import { open } from 'node:fs/promises';
import path from 'node:path';
import { tryLock, unlock } from 'fs-native-extensions';
import { StoreInUse } from '../store.ts';

/**
 * Holds a folder for this process until the returned function is called, by a lock of the operating system: that of a killed process is free
 * at once, and none can go stale. Throws {@link StoreInUse} where another process (or another store of this one) holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = await open(path.join(folder, 'lock'), 'a+', 0o600);
  if (!tryLock(file.fd)) {
    // Windows does not let a locked file be read.
    const holder = await file.readFile('utf8').catch(() => '');
    await file.close();
    throw new StoreInUse(
      `${folder} is in use by another process${holder && ` (process ${holder.trim()})`}. ` +
        'Stop that one first, or set DATA_DIR to another folder. Several processes can share DATABASE_URL.',
    );
  }
  await file.truncate();
  await file.write(`${process.pid}\n`);
  return async () => {
    unlock(file.fd);
    await file.close();
  };
}
