import { expect, it } from 'vitest';
import { type JobParts, jobTable } from '../../src/app/jobs.ts';
import { startScheduler } from '../../src/app/scheduler.ts';
import { quiet } from '../support/quiet-log.ts';

/** The table over parts that only note what was called. */
function noting() {
  const called: string[] = [];
  const note = (what: string) => async () => void called.push(what);
  const parts = {
    community: {
      usage: { flush: note('usage') },
      curation: { sweep: note('drafts') },
      transfer: { sweep: note('imports') },
      upstream: { look: note('upstream') },
      retention: { look: async (guilds: ReadonlySet<string>) => void called.push(`left ${[...guilds]}`) },
    },
    news: { tick: note('post') },
    look: note('sources'),
    guilds: async () => new Set(['1', '2']),
  } as unknown as JobParts;
  return { called, jobs: jobTable(parts) };
}

it('the table names every job once, and says how often it runs', () => {
  const { jobs } = noting();
  expect(jobs.map(({ name, every }) => [every, name])).toEqual([
    ['minute', 'watch sources'],
    ['minute', 'post news'],
    ['minute', 'save usage counts'],
    ['minute', 'forget old drafts'],
    ['minute', 'forget old imports'],
    ['day', 'notice changed built-in answers'],
    ['day', 'forget servers that were left'],
  ]);
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
});

it('each runs when it is due: daily ones once a day, and again where they failed', async () => {
  const { called, jobs } = noting();
  let now = new Date('2026-11-27T10:00:00Z');
  let broken = true;
  const failing = {
    name: 'failing',
    every: 'day' as const,
    run: async () => {
      called.push('failing');
      if (broken) throw new Error('not today');
    },
  };
  const scheduler = startScheduler([...jobs, failing], () => now, quiet);
  await scheduler.tick();
  expect(called.toSorted()).toEqual([
    'drafts',
    'failing',
    'imports',
    'left 1,2',
    'post',
    'sources',
    'upstream',
    'usage',
  ]);
  called.length = 0;
  broken = false;
  await scheduler.tick();
  expect(called.toSorted()).toEqual(['drafts', 'failing', 'imports', 'post', 'sources', 'usage']);
  called.length = 0;
  now = new Date('2026-11-28T00:00:00Z');
  await scheduler.tick();
  expect(called).toContain('left 1,2');
  expect(called).toContain('failing');
  await scheduler.stop();
});
