import { expect, test } from 'vitest';
import type { Development, Knowledge } from '../../../src/knowledge/content/entry.ts';
import { textOf } from '../live.ts';
import { day, noKnowledge, postRig } from '../post-rig.ts';

const development = (id: string): Development => ({
  id,
  date: id.slice(0, 10),
  kind: 'law',
  sources: ['act#p2', 'act#p3'],
  asOf: '2026-01-01',
  entries: [],
  text: {
    en: { title: `News ${id}`, translation: 'original', body: 'It was signed.' },
    es: { title: `Noticia ${id}`, translation: 'unreviewed', body: 'Se firmó.' },
  },
});

/** A version of the bot that comes with these developments, newest first. */
const version = (...ids: string[]): Knowledge => ({
  ...noKnowledge,
  developments: ids.map(development),
  sources: new Map([
    [
      'act',
      {
        label: { en: 'The Act', es: 'La Ley' },
        publisher: 'State',
        date: '2017',
        kind: 'primary',
        url: 'https://example.org/act',
      },
    ],
  ]),
});

test('what comes with the bot is history for a new community; what a later version brings of late is posted once, however many replicas', async () => {
  const rig = await postRig();
  const guildId = rig.discord.home.id;
  const old = rig.process({ knowledge: version('2025-07-25-b', '2017-08-28-a') });
  const { id: channelId } = rig.discord.channel('general');
  const id = await old.updates.subscriptions.propose(guildId, {
    channelId,
    channelType: 0,
    kind: 'all',
    schedule: 'daily 09:00',
    zone: 'America/Chicago',
    language: 'es',
  });
  await old.updates.subscriptions.confirm(guildId, id);
  rig.clock.forward(day);
  await old.updates.tick();
  expect(rig.posts('general')).toEqual([]);

  const next = version('2026-05-01-d', '2025-07-25-b', '2019-02-02-c', '2017-08-28-a');
  const replicas = [rig.process({ knowledge: next }), rig.process({ knowledge: next }), old];
  for (let at = 0; at < 3; at++) {
    rig.clock.forward(day);
    await Promise.all(replicas.map(({ updates }) => updates.tick()));
  }
  const [post, ...others] = rig.posts('general').map(textOf);
  expect(others).toEqual([]);
  expect(post).toContain('Noticia 2026-05-01-d');
  // A later version that fills in past years posts no history.
  expect(post).not.toMatch(/2019-02-02-c|2025-07-25-b|2017-08-28-a/);
  expect(post).toContain('[La Ley](https://example.org/act)');
  expect(post).toContain('Ninguna persona ha revisado');
});

test('the first developments that ever come are history for channels that followed before', async () => {
  const rig = await postRig();
  await rig.follow('general');
  const next = rig.process({ knowledge: version('2026-05-01-d', '2026-04-01-c') });
  for (let at = 0; at < 2; at++) {
    rig.clock.forward(day);
    await next.updates.tick();
  }
  expect(rig.posts('general')).toEqual([]);
  const { shipped } = await next.updates.news.current(rig.discord.home.id);
  expect(shipped).toHaveLength(2);
});
