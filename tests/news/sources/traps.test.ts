import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/news/model/finding.ts';
import type { Parsed } from '../../../src/news/model/source.ts';
import { createSources } from '../../../src/news/sources/all.ts';
import type { SourceId } from '../../../src/news/sources/list.ts';
import { testWatchList } from './watch-list.ts';

const recorded = (file: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', file), 'utf8');

function feedOf(id: SourceId) {
  const feed = createSources(testWatchList, [id], {})[0]?.feeds[0];
  if (!feed) throw new Error('no feed');
  return feed;
}

function findings(parsed: Parsed): readonly Finding[] {
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.findings;
}

const one = (parsed: Parsed): Finding => {
  const [only, ...others] = findings(parsed);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return only;
};

const atom = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Test</title>${entries.join('')}</feed>`;
const entry = (
  n: number,
  summary: string,
  { published = '2026-07-02T00:00:00-07:00', slug = 'a-v-b' } = {},
) =>
  `<entry><title>Entry #${n} in ${slug}, 9:99-cv-09999</title><published>${published}</published><id>https://www.courtlistener.com/docket/9001/${slug}/?order_by=desc#entry-${n}</id><summary type="html">${summary}</summary></entry>`;

describe('courtlistener', () => {
  const feed = feedOf('courtlistener');

  it('reads entries without `updated`', () => {
    const body = recorded('courtlistener.atom.xml');
    expect(body).not.toMatch(/<entry>(?:(?!<\/entry>).)*<updated>/s);
    expect(findings(feed.read(body))).toHaveLength(5);
  });

  it('knows an entry again when the name of the case, and with it the address, has changed', () => {
    const before = one(feed.read(atom(entry(12, 'NOTICE of appeal'))));
    const after = one(feed.read(atom(entry(12, 'NOTICE of appeal', { slug: 'a-v-c' }))));
    expect(after.id).toBe(before.id);
    expect(after.hash).toBe(before.hash);
  });

  it('gives the filing day whatever the zone it is written in', () => {
    const days = [
      '2026-07-02T00:00:00-07:00',
      '2026-07-02T07:00:00Z',
      '2026-07-02T07:00:00+00:00',
      '2026-07-02T20:30:00-07:00',
      '2026-07-03T03:30:00Z',
    ].map(published => one(feed.read(atom(entry(1, 'ORDER', { published })))).date);
    expect(new Set(days)).toEqual(new Set(['2026-07-02']));
  });

  it('changes the hash, not the id, when the text is edited', () => {
    const [before, after] = ['ORDER signed', 'ORDER signed (corrected)'].map(text =>
      one(feed.read(atom(entry(3, text)))),
    );
    expect(after?.id).toBe(before?.id);
    expect(after?.hash).not.toBe(before?.hash);
  });

  it('does not call it an edit when only the white space changes', () => {
    const [before, after] = ['ORDER  signed\n by the court', 'ORDER signed by the court'].map(text =>
      one(feed.read(atom(entry(3, text)))),
    );
    expect(after?.hash).toBe(before?.hash);
  });

  it('passes over an entry without a date and keeps the others', () => {
    const parsed = feed.read(atom(entry(1, 'ORDER', { published: 'soon' }), entry(2, 'ORDER')));
    expect(parsed).toMatchObject({
      ok: true,
      findings: [{ id: 'courtlistener:9001:entry-2' }],
      skipped: [expect.stringContaining('date')],
    });
  });

  it('says what is wrong with a page that is no feed', () => {
    const wall = feed.read('<!doctype html><html><body>Are you a robot?</body></html>');
    expect(wall).toMatchObject({ ok: false, reason: expect.stringContaining('document type') });
    expect(feed.read('<html><body>x</body></html>')).toMatchObject({ ok: false });
    expect(feed.read('')).toMatchObject({ ok: false });
  });

  it.each([
    ['MINUTE entry before the Honorable Test Judge: Motion hearing held.', 'minute-entry'],
    ['ORDER by Judge Test granting 62 Motion for Preliminary Injunction.', 'order'],
    ['MEMORANDUM Opinion and Order', 'opinion'],
    ['MEMORANDUM by Example State in support of motion to dismiss', 'brief'],
    ['AMENDED NOTICE of Appeal by Test Party', 'notice-of-appeal'],
    ['PAYMENT of appeal fee regarding notice of appeal 12', 'record-on-appeal'],
    ['RESPONSE by Test Party to motion for order', 'brief'],
    ['Unopposed MOTION by Test Party to stay', 'motion'],
    ['NOTICE of Appearance by Test Counsel', 'appearance'],
    ['NOTIFICATION of Affiliates pursuant to Local Rule 3.2', 'disclosure'],
    ['ENTERED JUDGMENT', 'judgment'],
    ['[Proposed] Order re stipulation', 'filing'],
    ['Something nobody has a word for', 'filing'],
  ])('calls “%s” %s', (text, event) => {
    expect(one(feed.read(atom(entry(1, text)))).event).toBe(event);
  });
});

describe('ca7', () => {
  const feed = feedOf('ca7');
  const recordedFindings = findings(feed.read(recorded('ca7.rss.xml')));

  it('tells apart opinions that share a guid', () => {
    expect(new Set(recordedFindings.map(({ id }) => id)).size).toBe(2);
  });

  it('keeps only the watched appeals, by number and by the names of the parties', () => {
    expect(recordedFindings.map(({ caseName, why }) => [caseName, why.en])).toEqual([
      ['USA v. State of Illinois', 'Why this is followed (test).'],
      ['Watched Test Party v. Other & Sons, Inc.', 'Why the second one (test).'],
    ]);
  });

  it('reads dates with named zones as the day that is written', () => {
    // 23:15 CST is the next day in UTC.
    expect(recordedFindings.map(({ date }) => date)).toEqual(['2026-02-18', '2026-02-18']);
  });

  it('is content with a month in which nothing of interest came', () => {
    const empty = '<rss version="2.0"><channel><title>Test</title></channel></rss>';
    expect(feed.read(empty)).toEqual({ ok: true, findings: [], skipped: [] });
  });
});

describe('federal-register', () => {
  const feed = feedOf('federal-register');

  it('reads absent results with zero hits as nothing found', () => {
    expect(feed.read('{"description":"Test","count":0}')).toEqual({ ok: true, findings: [], skipped: [] });
  });

  it('does not take absent results with hits for nothing found', () => {
    expect(feed.read('{"description":"Test","count":3}')).toMatchObject({ ok: false });
    expect(feed.read('{"errors":{"term":"bad"}}')).toMatchObject({ ok: false });
  });

  it('passes over a document of another shape, and refuses a page of them', () => {
    const { results } = JSON.parse(recorded('federal-register.json'));
    const page = (documents: unknown[]) => JSON.stringify({ count: 1, results: documents });
    expect(feed.read(page([...results, { title: 'no number' }]))).toMatchObject({
      ok: true,
      skipped: [expect.stringContaining('number')],
    });
    expect(feed.read(page([{ title: 'no number' }, 7]))).toMatchObject({ ok: false });
  });
});

describe('grants-gov', () => {
  const feed = feedOf('grants-gov');

  it('asks by POST, several states separated by a bar', () => {
    const { url, post } = feed.request();
    expect(url).toBe('https://api.grants.gov/v1/api/search2');
    expect(JSON.parse(post ?? '')).toMatchObject({
      keyword: '"Test Grant"',
      oppStatuses: 'forecasted|posted',
    });
  });

  it('sees an error code in a body that came with 200', () => {
    const body = '{"errorcode":7,"msg":"Test <b>failure</b>"}';
    expect(feed.read(body)).toEqual({ ok: false, reason: 'error 7: Test failure' });
  });

  it('reads absent hits with a count of zero as nothing found', () => {
    expect(feed.read('{"errorcode":0,"data":{"hitCount":0}}')).toEqual({
      ok: true,
      findings: [],
      skipped: [],
    });
    expect(feed.read('{"errorcode":0,"data":{"hitCount":2}}')).toMatchObject({ ok: false });
  });

  it('takes ids as text and as numbers', () => {
    expect(findings(feed.read(recorded('grants-gov.json'))).map(({ id }) => id)).toEqual([
      'grants-gov:990001',
      'grants-gov:990002',
    ]);
  });
});

describe('ilga', () => {
  const feed = feedOf('ilga');

  it('asks for the file with the number padded to four', () => {
    expect(feed.request().url).toBe(
      'https://www.ilga.gov/ftp/legislation/104/BillStatus/XML/10400HB0099.xml',
    );
  });

  it('does not shift the flat run where a part is missing', () => {
    const quotes = findings(feed.read(recorded('ilga.xml'))).map(({ date, quote }) => `${date} ${quote}`);
    expect(quotes.slice(0, 3)).toEqual([
      '2026-01-01 House: Filed with the Clerk by Rep. Test Sponsor',
      '2026-01-02 First Reading',
      '2026-01-02 House: Referred to Rules Committee',
    ]);
  });

  it('keeps two equal actions of one day apart', () => {
    const ids = findings(feed.read(recorded('ilga.xml'))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(7);
  });

  it('finds the actions whatever the root is called', () => {
    const body = recorded('ilga.xml').replaceAll('billstatus>', 'whatever>');
    expect(findings(feed.read(body))).toHaveLength(7);
    expect(feed.read('<billstatus><title>x</title></billstatus>')).toMatchObject({ ok: false });
  });
});

describe('doj', () => {
  const feed = feedOf('doj');
  const release = (n: number) => ({
    uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    title: `Test immigration release ${n}`,
    url: `https://www.justice.gov/test-${n}`,
    date: String(1_700_000_000 + n * 86_400),
  });
  const page = (count: number, from: number, to: number) => {
    const step = from < to ? 1 : -1;
    const length = Math.abs(to - from) + 1;
    return JSON.stringify({
      metadata: { responseInfo: { status: 200 }, resultset: { count: String(count) } },
      results: Array.from({ length }, (_, index) => release(from + index * step)),
    });
  };

  it('reads dates as text and as numbers, at midnight in Washington or in UTC', () => {
    expect(findings(feed.read(recorded('doj.json'))).map(({ date }) => date)).toEqual([
      '2026-02-25',
      '2026-02-24',
    ]);
  });

  it('keeps only releases that mention what is watched', () => {
    expect(findings(feed.read(recorded('doj.json'))).map(({ title }) => title)).not.toContainEqual(
      expect.stringContaining('Fraud'),
    );
  });

  it('stays on the first page while the newest come first', () => {
    expect(feed.read(page(45, 45, 26))).toMatchObject({ ok: true });
    expect(feed.read(page(45, 45, 26))).not.toHaveProperty('cursor');
  });

  it('goes to the last page when the oldest come first, and follows it as it fills', () => {
    expect(feed.read(page(45, 1, 20))).toMatchObject({ cursor: '2', seeking: true });
    expect(feed.request('2').url).toContain('page=2');
    const last = feed.read(page(45, 41, 45), '2');
    expect(last).toMatchObject({ cursor: '2' });
    expect(last).not.toHaveProperty('seeking');
    expect(findings(last)).toHaveLength(5);
    expect(feed.read(page(63, 41, 60), '2')).toMatchObject({ cursor: '3' });
  });

  it('comes back to the first page when the order is mended', () => {
    const mended = feed.read(page(45, 5, 1), '2');
    expect(mended).toMatchObject({ ok: true, seeking: true });
    expect(mended).not.toHaveProperty('cursor');
  });

  it('sees a failure in the envelope of a body that came with 200', () => {
    const body = JSON.stringify({
      metadata: { responseInfo: { status: 500, developerMessage: 'Test' }, resultset: { count: 0 } },
    });
    expect(feed.read(body)).toEqual({ ok: false, reason: 'status 500: Test' });
  });
});

describe('every source', () => {
  it('puts its path and query on the origin that replaces its own', () => {
    const origins = {
      courtlistener: 'http://127.0.0.1:9/',
      ca7: 'http://127.0.0.1:9',
      doj: 'http://127.0.0.1:9',
    };
    const urls = createSources(testWatchList, ['courtlistener', 'ca7', 'doj', 'ilga'], origins).map(
      source => source.feeds[0]?.request().url,
    );
    expect(urls[0]).toBe('http://127.0.0.1:9/docket/9001/feed/');
    expect(urls[1]).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/cgi-bin\/OpinionsWeb\/processWebInputExternal\.pl\?Time=month&/,
    );
    expect(urls[2]).toMatch(/^http:\/\/127\.0\.0\.1:9\/api\/v1\/press_releases\.json\?pagesize=20&page=0/);
    expect(urls[3]).toMatch(/^https:\/\/www\.ilga\.gov\//);
  });
});
