import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { StoreUnavailable } from '../../lib/unavailable.ts';
import type { OnDamage } from '../adapter.ts';
import { isKey, type Stored } from '../document.ts';
import { codeOf, Damaged, unavailable } from './disk-error.ts';
import { durableFile } from './durable-file.ts';
import { keyOfFileName } from './file-names.ts';

/** The folder of the documents in a data folder. */
export const documentsFolder = (dataDir: string): string => path.join(dataDir, 'documents');

/**
 * Every document of a data folder, read and not touched, so that it also works beside a running bot: each document is whole, though one may be
 * newer than the next. A damaged file is reported, and its copy given instead. Throws {@link StoreUnavailable} where there is no store.
 */
export async function* snapshot(dataDir: string, onDamage: OnDamage): AsyncIterable<Stored> {
  const folder = documentsFolder(dataDir);
  const names = await readdir(folder).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT'
      ? new StoreUnavailable(`there is no store in ${dataDir}`, { cause: error })
      : unavailable(error, dataDir);
  });
  const stems = new Set(names.flatMap(name => /^([^.]+)\.json(?:\.bak)?$/.exec(name)?.[1] ?? []));
  for (const stem of stems) {
    const key = keyOfFileName(stem);
    if (key === undefined || !isKey(key)) continue;
    const file = path.join(folder, `${stem}.json`);
    const stored = (await readWhole(file, key, onDamage)) ?? (await readWhole(`${file}.bak`, key, onDamage));
    if (stored) yield stored;
  }
}

/** Null where the file is damaged, or gone since the names were read. */
async function readWhole(file: string, key: string, onDamage: OnDamage): Promise<Stored | null> {
  try {
    return await durableFile(file, key).read();
  } catch (error) {
    if (!(error instanceof Damaged)) throw unavailable(error, path.dirname(file));
    onDamage(key, `${path.basename(file)} could not be used: ${error.message}.`);
    return null;
  }
}
