import { expect, onTestFinished, test } from 'vitest';
import { startCourt } from '../../sandbox/sources/court.ts';
import { sampleNames } from '../../sandbox/sources/samples.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { courtlistener } from '../../src/news/sources/courtlistener.ts';
import { routineOf } from '../../src/news/watch/routine.ts';
import { testWatchList } from '../news/sources/watch-list.ts';
import { quiet } from '../support/quiet-log.ts';

const docket = { id: '9001', name: 'A case', number: '1:25', why: { en: 'why', es: 'por qué' } };

async function court(now: string) {
  const started = await startCourt(docket, () => new Date(now));
  onTestFinished(started.stop);
  const origin = started.environment.SOURCE_COURTLISTENER_URL;
  const [feed] = courtlistener({ ...testWatchList, dockets: [docket] }, origin).feeds;
  if (!feed) throw new Error('no feed');
  const body = async () => (await fetch(feed.request(undefined).url)).text();
  const findings = async () => {
    const parsed = feed.read(await body(), undefined);
    if (!parsed.ok || parsed.skipped.length > 0) throw new Error(JSON.stringify(parsed));
    return parsed.findings;
  };
  return { ...started, body, findings };
}

test.each([
  ['2026-03-08T07:30:00Z', '2026-03-07'],
  ['2026-03-08T20:00:00Z', '2026-03-08'],
  ['2026-07-01T06:59:00Z', '2026-06-30'],
  ['2026-11-01T07:30:00Z', '2026-11-01'],
  ['2026-11-02T07:30:00Z', '2026-11-01'],
])('at %s its feed is read with the day %s, by the reader of the real one', async (now, day) => {
  const { body, findings, file, seen } = await court(now);
  file();
  expect(seen()).toBe(false);
  expect((await findings()).map(({ date, event }) => [date, event])).toEqual([
    [day, 'order'],
    [day, 'complaint'],
  ]);
  expect(seen()).toBe(true);
  expect(await body()).not.toContain('<updated>');
});

test('it does its four things in turn; all that it files says what it is', async () => {
  const { findings, file } = await court('2026-03-12T12:00:00Z');
  const before = await findings();
  for (const name of [...sampleNames, ...sampleNames]) expect(file()).toBe(name);
  const after = await findings();
  expect(after.map(({ event }) => event)).toEqual([
    'minute-entry',
    'notice-of-appeal',
    'order',
    'minute-entry',
    'notice-of-appeal',
    'order',
    'complaint',
  ]);
  expect(new Set(after.map(({ id }) => id)).size).toBe(7);
  expect(after.filter(finding => routineOf(finding)).map(({ event }) => event)).toEqual([
    'minute-entry',
    'minute-entry',
  ]);
  expect(after.filter(({ quote }) => quote.includes('Corrected text')).map(({ event }) => event)).toEqual([
    'order',
    'order',
  ]);
  for (const { title, quote, link } of [...before, ...after]) {
    expect(title).toMatch(/^SAMPLE DATA: /);
    expect(quote).toMatch(/^SAMPLE DATA – not a real docket entry: /);
    const page = await (await fetch(link)).text();
    expect(page).toContain(`id="${new URL(link).hash.slice(1)}"`);
  }
});

test('where SOURCES names other sources there is no court', async () => {
  const sandbox = await startSandbox({ port: 0, log: quiet, env: { SOURCES: 'none' } });
  onTestFinished(sandbox.stop);
  const place = { user: 'member', channel: '', locale: 'en-US', server: 'en-US' };
  const answer = await fetch(`${sandbox.address}/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'file', place }),
  });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { kind: 'refused', reason: 'No court files here.' },
  ]);
});
