import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingSchema } from '../../../src/news/model/finding.ts';
import { createSources } from '../../../src/news/sources/all.ts';
import { sourceIds } from '../../../src/news/sources/list.ts';
import { fixtures, recorded } from './recorded.ts';
import { testWatchList } from './watch-list.ts';

describe('a recorded feed gives the recorded findings', () => {
  it.each(sourceIds)('%s', id => {
    const [source] = createSources(testWatchList, [id], {});
    const parsed = source?.feeds[0]?.read(recorded(id).toString());
    if (!parsed?.ok) throw new Error(parsed?.reason ?? 'no feed');
    const expected = JSON.parse(readFileSync(path.join(fixtures, `${id}.findings.json`), 'utf8'));
    expect(parsed.findings).toEqual(expected);
    expect(parsed.skipped).toEqual([]);
    for (const finding of parsed.findings) expect(findingSchema.parse(finding)).toEqual(finding);
  });
});

// Published samples that stand beside some checkouts; the project commits none of them.
const samples = path.resolve(import.meta.dirname, '../../../../shared/feeds');

describe.skipIf(!existsSync(samples))('published samples', () => {
  const bragg = { id: 'test', name: 'A published opinion', number: '21-2913', why: { en: '', es: '' } };
  const list = { ...testWatchList, appeals: [bragg] };

  it.each([
    [
      'courtlistener',
      'courtlistener/docket_feed_CONSTRUCTED.atom.xml',
      ['2099-01-04', '2099-01-03', '2099-01-02'],
    ],
    ['ca7', 'ca7_opinions/ca7_example.rss.xml', ['2023-01-17']],
    [
      'federal-register',
      'federalregister/documents_sample_real_trimmed_2026-09-13.json',
      ['2026-09-14', '2026-09-14'],
    ],
    ['federal-register', 'federalregister/documents_empty_shape.json', []],
    [
      'grants-gov',
      'grantsgov/search2_real_trimmed_2026-05-28.json',
      ['2023-05-17', '2022-01-01', '2026-05-27'],
    ],
    ['ilga', 'ilga/10400HB9999_CONSTRUCTED.xml', ['2099-01-01', '2099-01-02', '2099-01-02']],
    ['doj', 'doj/press_releases_CONSTRUCTED.json', ['2099-01-01']],
  ] as const)('%s reads %s', (id, file, dates) => {
    const [source] = createSources(list, [id], {});
    const parsed = source?.feeds[0]?.read(readFileSync(path.join(samples, file), 'utf8'));
    expect(parsed).toMatchObject({ ok: true, skipped: [] });
    expect(parsed?.ok && parsed.findings.map(({ date }) => date)).toEqual(dates);
  });
});
