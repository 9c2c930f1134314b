import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchFaults } from '../../../src/app/watch-check.ts';
import { parseContent } from '../../../src/knowledge/content/parse.ts';
import { parseYaml } from '../../../src/knowledge/content/yaml.ts';
import { createSources } from '../../../src/news/sources/all.ts';
import { readWatchList, sourceIds } from '../../../src/news/sources/list.ts';

const file = path.resolve(import.meta.dirname, '../../../knowledge/watch.yaml');
const text = readFileSync(file, 'utf8');
const settled = (text: string): unknown => {
  const yaml = parseYaml(text);
  return yaml.ok ? yaml.value : undefined;
};
const faults = (text: string) => {
  const yaml = parseYaml(text);
  if (!yaml.ok) return [`watch.yaml: ${yaml.reason}`];
  const read = readWatchList(yaml.value);
  return read.ok ? [] : read.faults.map(({ file, reason }) => `${file}: ${reason}`);
};

describe('knowledge/watch.yaml', () => {
  const read = readWatchList(settled(text));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));

  it('follows the two dockets, and says why for everything in both languages', () => {
    expect(read.list.dockets.map(({ id }) => id)).toEqual(['69616357', '69623767']);
    for (const { why } of Object.values(read.list).flat()) {
      expect(why.en).not.toBe(why.es);
      expect(Math.min(why.en.length, why.es?.length ?? 0)).toBeGreaterThan(10);
    }
  });

  it('gives every source something to watch', () => {
    const sources = createSources(read.list, sourceIds, {});
    expect(sources.map(({ id }) => id)).toEqual([...sourceIds]);
    for (const { feeds } of sources) {
      expect(feeds.length).toBeGreaterThan(0);
      for (const feed of feeds) expect(new URL(feed.request().url).protocol).toBe('https:');
    }
  });

  it('asks the addresses that are documented', () => {
    const urls = createSources(read.list, sourceIds, {}).map(
      ({ feeds }) => feeds[0]?.request().url.split('?')[0],
    );
    expect(urls).toEqual([
      'https://www.courtlistener.com/docket/69616357/feed/',
      'https://media.ca7.uscourts.gov/cgi-bin/OpinionsWeb/processWebInputExternal.pl',
      'https://www.federalregister.gov/api/v1/documents.json',
      'https://api.grants.gov/v1/api/search2',
      'https://www.ilga.gov/ftp/legislation/104/BillStatus/XML/10400HB1312.xml',
      'https://www.justice.gov/api/v1/press_releases.json',
    ]);
  });
});

describe('a faulty watch list', () => {
  it('names every fault at once, for a person who does not program', () => {
    const broken = text
      .replace('id: 69616357', 'id: sixty')
      .replace('bill: HB1312', 'bill: H.B. 1312')
      .replace('kind: funding', 'kind: money')
      .replace('\ngrants:', '\ngrant:');
    expect(faults(broken)).toEqual([
      'watch.yaml: `dockets`, item 1, `id` is “sixty” but must be the digits of the docket’s address',
      'watch.yaml: `register`, item 1, `kind` is “money” but must be one of litigation, funding, law',
      'watch.yaml: `bills`, item 1, `bill` is “H.B. 1312” but must look like HB1312',
      'watch.yaml: has the unknown key `grant` (is it spelled right?); what can be watched is `dockets`, `appeals`, `register`, `grants`, `bills`, `releases`',
    ]);
  });

  it('says so when something stands twice, or cannot be read at all', () => {
    expect(faults(text.replace('id: 69623767', 'id: 69616357'))).toEqual([
      'watch.yaml: `dockets` has the same one twice',
    ]);
    expect(faults('dockets: [')).toEqual([expect.stringContaining('cannot be read as YAML')]);
    expect(faults('')).toEqual([expect.stringContaining('watch.yaml: ')]);
  });

  it('wants a number or parties for an appeal', () => {
    expect(faults(text.replace('    number: 25-3050\n', ''))).toEqual([
      'watch.yaml: `appeals`, item 2, `number` or `parties` is needed to know the case by',
    ]);
  });

  it('is a fault of the knowledge base like any other', () => {
    const watched = (text: string) => {
      const { watch, faults } = parseContent(new Map([['watch.yaml', text]]));
      return [...faults.filter(({ file }) => file === 'watch.yaml'), ...watchFaults({ watch })];
    };
    expect(watched(text)).toEqual([]);
    expect(watched('dockets: [')).toEqual([
      { file: 'watch.yaml', reason: expect.stringContaining('cannot be read as YAML') },
    ]);
    expect(watched(text.replace('bill: HB1312', 'bill: 1312'))).toEqual([
      { file: 'watch.yaml', reason: '`bills`, item 1, `bill` is “1312” but must look like HB1312' },
    ]);
  });
});
