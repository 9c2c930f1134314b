import { readFileSync } from 'node:fs';
import type { Pack } from '../../src/knowledge/content/entry.ts';
import { readPack } from '../../src/knowledge/content/pack.ts';

const read = readPack(readFileSync(new URL('../../knowledge/pack.yaml', import.meta.url), 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.faults));

/** What the knowledge base of this project is about. */
export const pack: Pack = read.pack;
