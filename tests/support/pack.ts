import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../../src/app/folders.ts';
import type { Pack } from '../../src/knowledge/content/entry.ts';
import { packFile } from '../../src/knowledge/content/files.ts';
import { readPack } from '../../src/knowledge/content/pack.ts';

/** What the content of a folder is about; its entries are not read. */
export function packIn(folder: string): Pack {
  const read = readPack(readFileSync(path.join(folder, packFile), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.pack;
}

/** What the knowledge base of this project is about. */
export const pack = packIn(folders.knowledge);
