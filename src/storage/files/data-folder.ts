import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Stored } from '../document.ts';
import { StoreInUse } from '../store.ts';
import { unavailable } from './disk-error.ts';
import type { DocumentFiles } from './document-files.ts';
import { openDocumentFiles } from './document-files.ts';
import { syncFolder } from './durable-file.ts';
import { lockFolder } from './folder-lock.ts';
import { documentsFolder } from './snapshot.ts';

const foldersOf = (dataDir: string) => ({
  documents: documentsFolder(dataDir),
  /** While {@link replaceDocuments} runs: the new documents, and for a moment the old ones. */
  incoming: path.join(dataDir, 'incoming'),
  outgoing: path.join(dataDir, 'outgoing'),
});

/** Makes the folder where it is missing, and holds it until the returned function is called. Throws {@link StoreInUse} and StoreUnavailable. */
export async function holdDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The folder above may be one that this user cannot open.
    if (made !== undefined) await syncFolder(path.dirname(made)).catch(() => undefined);
    return await lockFolder(dataDir);
  } catch (error) {
    throw error instanceof StoreInUse ? error : unavailable(error, dataDir);
  }
}

/** Ends what a process that was killed, or failed, within {@link replaceDocuments} has left. */
export async function tidyDataFolder(dataDir: string): Promise<void> {
  const { documents, incoming, outgoing } = foldersOf(dataDir);
  try {
    if (!existsSync(documents) && existsSync(outgoing)) await rename(outgoing, documents);
    await rm(incoming, { recursive: true, force: true });
    await rm(outgoing, { recursive: true, force: true });
  } catch (error) {
    throw unavailable(error, dataDir);
  }
}

/**
 * Puts these documents in the place of all there are. They are written beside the old ones first: at every moment one of the two folders is
 * whole, and {@link tidyDataFolder} finds it.
 */
export async function replaceDocuments(dataDir: string, documents: AsyncIterable<Stored>): Promise<void> {
  const folders = foldersOf(dataDir);
  await tidyDataFolder(dataDir);
  await writeAll(await openDocumentFiles(folders.incoming), documents);
  try {
    await rename(folders.documents, folders.outgoing);
    await rename(folders.incoming, folders.documents);
    await syncFolder(dataDir);
    await rm(folders.outgoing, { recursive: true, force: true });
  } catch (error) {
    throw unavailable(error, dataDir);
  }
}

async function writeAll(files: DocumentFiles, documents: AsyncIterable<Stored>): Promise<void> {
  let batch: Stored[] = [];
  const write = async () => {
    await Promise.all(batch.map(stored => files.write(stored, undefined)));
    batch = [];
  };
  for await (const stored of documents) if (batch.push(stored) === 64) await write();
  await write();
}
