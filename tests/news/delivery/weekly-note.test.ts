import { expect, test } from 'vitest';
import type { Entry, Knowledge } from '../../../src/knowledge/content/entry.ts';
import type { FeedStatus } from '../../../src/news/watch/watcher.ts';
import { textOf } from '../live.ts';
import { day, noKnowledge, postRig } from '../post-rig.ts';

const text = { aliases: [], translation: 'original' as const, body: 'Text.' };
const entry: Entry = {
  id: 'rights/at-home',
  topic: 'rights',
  sources: ['act'],
  asOf: '2025-01-01',
  reviewBy: '2026-06-05',
  status: 'current',
  urgent: false,
  related: [],
  text: { en: { ...text, title: 'At your door' }, es: { ...text, title: 'En su puerta' } },
};
const knowledge: Knowledge = { ...noKnowledge, entries: new Map([[entry.id, entry]]) };

const failing: FeedStatus = {
  source: 'ilga',
  feed: 'hb1',
  name: 'House Bill 1',
  page: 'https://example.org/',
  why: { en: 'Because.', es: 'Porque.' },
  failures: 5,
  skipped: 0,
  waiting: 0,
};

test('the weekly note tells moderators what needs them, once a week and once for all replicas', async () => {
  const rig = await postRig();
  const sources = async () => [failing, { ...failing, name: 'All well', failures: 0 }];
  const replicas = [rig.process({ knowledge, sources }), rig.process({ knowledge, sources })];
  const tick = () => Promise.all(replicas.map(({ updates }) => updates.tick()));
  // Monday, 1 June, 08:00 in Chicago: the first note would come at nine.
  await tick();
  rig.clock.forward(7 * day + 2 * 3_600_000);
  await tick();
  await tick();
  const [note, ...others] = rig.posts('moderators').map(textOf);
  expect(others).toEqual([]);
  expect(note).toContain('This week, for moderators');
  expect(note).toContain('1 answer is past the day for a check');
  expect(note).toContain('At your door');
  expect(note).toContain('House Bill 1');
  expect(note).not.toContain('All well');
  rig.clock.forward(7 * day);
  await tick();
  expect(rig.posts('moderators')).toHaveLength(2);
});

test('a week in which all is well has no note', async () => {
  const rig = await postRig();
  await rig.updates.tick();
  for (let week = 0; week < 3; week++) await rig.forward(7 * day);
  expect(rig.posts('moderators')).toEqual([]);
});
