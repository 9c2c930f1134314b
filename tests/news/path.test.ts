import { expect, test } from 'vitest';
import { messageViolations } from '../support/discord-rules.ts';
import { approveNews, follow, labelsOf, messageOf, startLive, textOf } from './live.ts';
import { startFeedServer } from './sources/feed-server.ts';
import { docketEntry, docketFeed } from './watch/watch-rig.ts';

const docketPath = '/docket/69616357/feed/';

test('a docket entry becomes a card, is approved, and is posted once, in the community’s language', async () => {
  const feeds = await startFeedServer();
  feeds.answer(docketPath, docketFeed(docketEntry(1, 'COMPLAINT')));
  const live = await startLive('2026-03-12T12:00:00Z', {
    env: { SOURCES: 'courtlistener', SOURCE_COURTLISTENER_URL: feeds.origin, SOURCES_CRON: '* * * * *' },
  });
  const { discord } = live;
  const violations: string[] = [];
  discord.seen = ({ method, path, body }) => {
    if (method !== 'GET' && /messages(\/\d+)?$/.test(path))
      violations.push(...messageViolations(body as object));
  };
  const manager = discord.use({ user: 'manager' });
  await manager.command('settings review', { channel: discord.channel('moderators').id });
  await follow(live, 'general', { language: 'es' });
  await live.moveTo('2026-03-12T12:05:00Z');
  await live.moveTo('2026-03-12T12:06:00Z');
  const before = discord.messages('moderators').length;

  feeds.answer(
    docketPath,
    docketFeed(
      docketEntry(2, 'OPINION and ORDER @everyone **bold** [x](https://evil.example)', { day: '2026-03-12' }),
      docketEntry(1, 'COMPLAINT'),
    ),
  );
  await live.moveTo('2026-03-12T12:10:00Z');
  const cards = discord.messages('moderators').slice(before);
  expect(cards).toHaveLength(1);
  const [card] = cards;
  if (!card) return;
  expect(card.pinged).toEqual({ users: [], roles: [], everyone: false });
  expect(textOf(card)).toContain('12 March 2026');
  expect(textOf(card)).toContain('\\@everyone \\*\\*bold\\*\\* \\[x\\]');
  expect(labelsOf(card)).toEqual(
    expect.arrayContaining(['Approve', 'Edit', 'Merge', 'Hold', 'Ignore', 'Ignore this kind']),
  );

  const moderator = discord.use({ user: 'moderator', channel: 'moderators' });
  const form = await moderator.press(card, 'Words in Español');
  const written = await moderator.submit(form, {
    headline: 'La corte decidió',
    summary: 'Primera frase. Segunda frase.',
  });
  const updated = await moderator.press(messageOf(written), 'Approve');
  expect(updated.kind).toBe('update');
  expect(textOf(messageOf(updated))).toContain('Approved');

  await live.moveTo('2026-03-12T13:59:00Z');
  expect(discord.messages('general')).toEqual([]);
  await live.moveTo('2026-03-12T14:00:00Z');
  await live.moveTo('2026-03-12T14:01:00Z');
  await live.moveTo('2026-03-13T14:00:00Z');
  const posts = discord.messages('general');
  expect(posts).toHaveLength(1);
  const text = posts[0] ? textOf(posts[0]) : '';
  expect(text).toContain('Novedades');
  expect(text).toContain('12 de marzo de 2026 · Cortes');
  expect(text).toContain('La corte decidió');
  expect(text).toContain('https://www.courtlistener.com/docket/9001/t/#entry-2');
  expect(text).toContain('Información general, no asesoría legal.');

  expect(violations).toEqual([]);

  const member = discord.use({ channel: 'general' });
  const all = messageOf(await member.command('updates', { kind: 'litigation' }));
  expect(all.viewerId).toBeDefined();
  expect(textOf(all)).toContain('La corte decidió');
  expect(textOf(all)).toContain('Only in Spanish so far');
  const post = posts[0];
  if (post)
    expect(textOf(messageOf(await member.press(post, 'Todas las novedades')))).toContain('Latest updates');
});

test('what was approved before Confirm is never posted; what is approved later is, whatever its date', async () => {
  const live = await startLive('2026-03-02T12:00:00Z');
  await approveNews(live, 'Before');
  await follow(live, 'general', { kind: 'litigation' });
  await approveNews(live, 'Back-filled', { date: '2019-05-01' });
  await approveNews(live, 'Money', { kind: 'funding' });
  await live.moveTo('2026-03-02T15:00:00Z');
  const posts = live.discord.messages('general').map(textOf);
  expect(posts).toHaveLength(1);
  expect(posts[0]).toContain('Back-filled');
  expect(posts[0]).not.toMatch(/Before|Money/);
});
