import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/news/fetch/decode-text.ts';
import type { Finding } from '../../../../src/news/model/finding.ts';
import { createSources } from '../../../../src/news/sources/all.ts';
import { sourceIds } from '../../../../src/news/sources/list.ts';
import { docketEntry, docketFeed, nextLook, watchRig } from '../../watch/watch-rig.ts';
import { testWatchList } from '../watch-list.ts';
import { expectPlain } from './plainness.ts';

const folder = path.join(import.meta.dirname, 'files');
const files = readdirSync(folder).filter(name => name !== 'README.md');
const feeds = createSources(testWatchList, sourceIds, {}).map(({ id, feeds }) => ({ id, feed: feeds[0] }));

function readAll(body: string): Finding[] {
  return feeds.flatMap(({ feed }) => {
    const parsed = feed?.read(body);
    return parsed?.ok ? parsed.findings : [];
  });
}

describe('hostile files', () => {
  it.each(files)('%s crashes no reader and leaves nothing but plain text', name => {
    const findings = readAll(decodeText(readFileSync(path.join(folder, name)), null));
    findings.forEach(expectPlain);
    expect({}).not.toHaveProperty('polluted');
  });

  const titles = (name: string) =>
    readAll(decodeText(readFileSync(path.join(folder, name)), null)).map(({ title }) => title);

  it('are read where they can be: no script, no style, no comment; entities once', () => {
    const [first, second] = readAll(readFileSync(path.join(folder, 'html-injection.atom.xml.txt'), 'utf8'));
    expect(first).toMatchObject({ title: 'Title', link: 'https://www.courtlistener.com/docket/9001/' });
    expect(first?.quote).toMatch(/^One Two link/);
    expect(first?.quote).not.toContain('evil()');
    expect(second).toMatchObject({ title: '<b>CDATA</b> ]]> end', quote: 'xhtml' });
    expect(titles('utf16le-bom.atom.xml.txt')).toEqual(['sixteen \u{1f600}']);
    expect(titles('latin1-as-utf8.atom.xml.txt')[0]).toMatch(/^Casta\ufffdon/);
  });

  it('find nothing by the names every object has', () => {
    const found = readAll(readFileSync(path.join(folder, 'prototype.json.txt'), 'utf8'));
    expect(found.map(({ source, event }) => `${source} ${event}`)).toEqual([
      'federal-register notice',
      'grants-gov grant-closing',
      'doj press-release',
    ]);
  });

  it('expand no entity', () => {
    for (const name of ['entity-bomb.atom.xml.txt', 'entity-file.rss.xml.txt']) {
      for (const { feed } of feeds) {
        expect(feed?.read(readFileSync(path.join(folder, name), 'utf8')).ok).toBe(false);
      }
    }
  });
});

describe('huge bodies', () => {
  const long = 'long '.repeat(900_000);

  it.each<[string, () => string]>([
    ['a title of 4.5 MB', () => docketFeed(docketEntry(1, 'ORDER').replace('Entry #1', long)).body],
    ['a text of 4.5 MB', () => docketFeed(docketEntry(1, `ORDER ${long}`)).body],
    ['a text of a million tags', () => docketFeed(docketEntry(1, '&lt;b&gt;'.repeat(500_000))).body],
    ['a text of a million entities', () => docketFeed(docketEntry(1, '&amp;amp;'.repeat(500_000))).body],
    ['a document of a million nested elements', () => `<feed>${'<a>'.repeat(1_500_000)}`],
    [
      'a document of nested elements that are closed',
      () => `<feed>${'<a>'.repeat(600_000)}${'</a>'.repeat(600_000)}</feed>`,
    ],
    ['an element of a million attributes', () => `<feed ${'a="1" '.repeat(800_000)}/>`],
    ['a hundred thousand entries', () => docketFeed('<entry><id>1</id></entry>'.repeat(100_000)).body],
    [
      'two thousand full entries',
      () => docketFeed(...Array.from({ length: 2_000 }, (_, n) => docketEntry(n, 'ORDER '.repeat(300)))).body,
    ],
    [
      'a hundred thousand actions',
      () =>
        `<b><actions>${'<statusdate>1/1/2026</statusdate><action>x</action>'.repeat(90_000)}</actions></b>`,
    ],
    ['five million angle brackets', () => '<'.repeat(5_000_000)],
    ['unclosed comments', () => `<feed>${'<!--'.repeat(1_000_000)}`],
    ['unclosed CDATA', () => `<feed>${'<![CDATA['.repeat(500_000)}`],
    ['deep JSON', () => `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`],
    [
      'a hundred thousand results',
      () => JSON.stringify({ count: 1, errorcode: 0, results: Array(100_000).fill({}) }),
    ],
    [
      'a title of combining marks',
      () =>
        JSON.stringify({
          count: 1,
          results: [
            {
              document_number: '2026-1',
              title: `a${'\u0301'.repeat(1_000_000)}`,
              html_url: 'x',
              publication_date: '2026-01-01',
              type: 'Notice',
            },
          ],
        }),
    ],
    [
      'spaces and brackets',
      () =>
        JSON.stringify({
          count: 1,
          results: [
            {
              document_number: '2026-1',
              title: 't',
              abstract: `${' ('.repeat(1_000_000)}${'[ '.repeat(400_000)}`,
              html_url: 'x',
              publication_date: '2026-01-01',
              type: 'Notice',
            },
          ],
        }),
    ],
    [
      'an opinion of brackets',
      () =>
        `<rss version="2.0"><channel><item><description>FinalOpinion in case# 99-1002 ${' (a {b [c'.repeat(400_000)}</description><pubDate>1 Jan 2026</pubDate></item></channel></rss>`,
    ],
  ])('%s', (_, make) => {
    readAll(make()).forEach(expectPlain);
  });

  it('of 10 MB are not even read to their end, and the next honest one is', async () => {
    const rig = await watchRig();
    const [first, second] = ['/docket/9001/feed/', '/docket/9002/feed/'];
    rig.server.answer(second, docketFeed());
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT')));
    await rig.main.tick();
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT'), docketEntry(2, 'x'.repeat(10_000_000))));
    await nextLook(rig);
    expect((await rig.main.status())[0]).toMatchObject({ failures: 1, problem: { code: 'too-large' } });
    rig.server.answer(first, docketFeed(docketEntry(1, 'COMPLAINT'), docketEntry(2, 'MOTION')));
    await nextLook(rig);
    expect(rig.news()).toMatchObject([{ id: 'courtlistener:9001:entry-2' }]);
  });

  it('and hostile files, from a server, leave every feed failing or well, never stuck', async () => {
    const rig = await watchRig({ ids: ['courtlistener', 'federal-register'] });
    for (const name of files) {
      const body = readFileSync(path.join(folder, name));
      for (const path of ['/docket/9001/feed/', '/docket/9002/feed/', '/api/v1/documents.json']) {
        rig.server.answer(path, { body });
      }
      rig.clock.forward(3 * 86_400_000);
      await rig.main.tick();
    }
    for (const status of await rig.main.status()) {
      expect(status.nextTry?.getTime()).toBeGreaterThan(rig.clock.now().getTime());
      expect(status.waiting).toBe(0);
    }
    rig
      .news()
      .forEach(({ change: _c, late: _l, noise: _n, seenAt: _s, ...finding }) => void expectPlain(finding));
  });
});
