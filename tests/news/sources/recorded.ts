import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceId } from '../../../src/news/sources/list.ts';

/** The folder of the recorded bodies. */
export const fixtures = path.join(import.meta.dirname, 'fixtures');

const files: Readonly<Partial<Record<SourceId, string>>> = {
  courtlistener: 'courtlistener.atom.xml',
  ca7: 'ca7.rss.xml',
  'federal-register': 'federal-register.json',
  'grants-gov': 'grants-gov.json',
  ilga: 'ilga.xml',
  doj: 'doj.json',
};

/** The recorded body of a source; throws where there is none yet. */
export function recorded(id: SourceId): Buffer {
  const file = files[id];
  if (!file)
    throw new Error(`record an answer of ${id} in tests/news/sources/fixtures and name it in recorded.ts`);
  return readFileSync(path.join(fixtures, file));
}
