import path from 'node:path';
import type { SourceId } from '../../../src/news/sources/list.ts';

/** The folder of the recorded bodies, and each source's own. */
export const fixtures = path.join(import.meta.dirname, 'fixtures');
export const recorded: Readonly<Record<SourceId, string>> = {
  courtlistener: 'courtlistener.atom.xml',
  ca7: 'ca7.rss.xml',
  'federal-register': 'federal-register.json',
  'grants-gov': 'grants-gov.json',
  ilga: 'ilga.xml',
  doj: 'doj.json',
};
