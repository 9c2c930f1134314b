import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../sandbox/discord/ask.ts';
import { mostSubscriptions } from '../../../src/news/subscriptions/subscriptions.ts';
import { approveNews, follow, type Live, labelsOf, messageOf, startLive, textOf } from '../live.ts';

const begin = '2026-06-01T13:00:00Z';
const said = (answer: Answer) => textOf(messageOf(answer));

function asManager(live: Live, locale = 'en-US') {
  return live.discord.use({ user: 'manager', locale });
}

/** The id of the only following, as autocomplete offers it. */
async function onlyId(live: Live): Promise<string> {
  const choices = await asManager(live).autocomplete('announcements pause', { id: '' });
  expect(choices).toHaveLength(1);
  return String(choices[0]?.value);
}

function denyBot(live: Live, channel: string, deny: bigint): void {
  const id = live.discord.world.botId;
  live.discord.channel(channel).overwrites.push({ id, kind: 'member', allow: 0n, deny });
}

describe('/announcements follow', () => {
  test('shows the next three times in the viewer’s own time and does nothing before Confirm', async () => {
    const live = await startLive(begin);
    const channel = live.discord.channel('general').id;
    const asked = await asManager(live).command('announcements follow', {
      channel,
      kind: 'litigation',
      schedule: 'weekly mon 09:00',
      timezone: 'America/New_York',
    });
    const unix = (time: string) => `<t:${Date.parse(time) / 1_000}:F>`;
    // Nine in New York has just begun, so the first one is in a week.
    for (const day of ['08', '15', '22']) expect(said(asked)).toContain(unix(`2026-06-${day}T13:00:00Z`));
    expect(labelsOf(messageOf(asked))).toEqual(['Confirm', 'Cancel']);
    expect(said(await asManager(live).command('announcements list'))).toContain('No channel follows yet');

    const confirmed = await asManager(live).press(messageOf(asked), 'Confirm');
    expect(confirmed.kind).toBe('update');
    expect(said(await asManager(live).command('announcements list'))).toContain('weekly mon 09:00');
    // A second press of the old message changes nothing.
    const again = await live.discord
      .use({ user: 'manager' })
      .send(
        3,
        { component_type: 2, custom_id: `announcements:confirm:${await onlyId(live)}` },
        messageOf(asked),
      );
    expect(said(again)).toContain('confirmed already');
  });

  test('is cancelled, or forgotten after an hour', async () => {
    const live = await startLive(begin);
    const channel = live.discord.channel('general').id;
    const values = { channel, kind: 'all', schedule: 'daily 09:00' };
    const asked = await asManager(live).command('announcements follow', values);
    await asManager(live).press(messageOf(asked), 'Cancel');
    const old = await asManager(live).command('announcements follow', values);
    await live.moveTo('2026-06-01T14:01:00Z');
    expect(said(await asManager(live).press(messageOf(old), 'Confirm'))).toContain('too long ago');
    expect(said(await asManager(live).command('announcements list'))).toContain('No channel follows yet');
  });

  test.each([
    ['general', PermissionFlagsBits.ViewChannel, 'View Channel'],
    ['general', PermissionFlagsBits.SendMessages, 'Send Messages'],
    ['general', PermissionFlagsBits.ReadMessageHistory, 'Read Message History'],
  ])('in %s names the permission that is missing at once', async (channel, permission, name) => {
    const live = await startLive(begin);
    denyBot(live, channel, permission);
    const { id } = live.discord.channel(channel);
    const values = { channel: id, kind: 'all', schedule: 'daily 09:00' };
    const refused = await asManager(live).command('announcements follow', values);
    expect(said(refused)).toContain(name);
    expect(labelsOf(messageOf(refused))).toEqual([]);
  });

  test('in a thread needs another permission; a role that nobody may mention needs one more', async () => {
    const live = await startLive(begin);
    const general = live.discord.channel('general');
    const thread = live.discord.addChannel({ name: 'Updates', type: 11, parentId: general.id });
    denyBot(live, 'general', PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads);
    const role = [...live.discord.home.roles.values()].find(({ name }) => name === 'Moderators');
    const values = { channel: thread.id, kind: 'all', schedule: 'daily 09:00', role: role?.id ?? '' };
    const refused = said(await asManager(live).command('announcements follow', values));
    expect(refused).toContain('Send Messages in Threads');
    expect(refused).not.toContain('**Send Messages**');
    expect(refused).toContain('Mention @everyone, @here, and All Roles');
  });

  test('pings no @everyone, which Discord offers among the roles', async () => {
    const live = await startLive(begin);
    const channel = live.discord.channel('general').id;
    const values = { channel, kind: 'all', schedule: 'daily 09:00', role: live.discord.home.id };
    const refused = await asManager(live).command('announcements follow', values);
    expect(said(refused)).toContain('I never ping @everyone');
    expect(labelsOf(messageOf(refused))).toEqual([]);
  });

  test('says in plain words, in the person’s language, what it did not understand', async () => {
    const live = await startLive(begin);
    const channel = live.discord.channel('general').id;
    const ask = (values: Record<string, string>) =>
      asManager(live, 'es-419').command('announcements follow', { channel, kind: 'all', ...values });
    expect(said(await ask({ schedule: 'mañana' }))).toContain('`semanal lunes 09:00`');
    expect(said(await ask({ schedule: 'daily 25:00' }))).toContain('No entendí la hora');
    expect(said(await ask({ schedule: 'daily 09:00', timezone: 'Springfield' }))).toContain('zona horaria');
  });

  test('of what the channel follows already is refused: its news would come twice', async () => {
    const live = await startLive(begin);
    await follow(live, 'general', { kind: 'litigation' });
    await expect(follow(live, 'general', { kind: 'all' })).rejects.toThrow('would come twice');
    await follow(live, 'general', { kind: 'funding' });
    await follow(live, 'general', { kind: 'litigation', language: 'es' });
    await follow(live, 'news', { kind: 'all' });
    await approveNews(live, 'A ruling');
    await live.moveTo('2026-06-01T14:00:00Z');
    const posts = live.discord.messages('general').map(textOf);
    expect(posts).toHaveLength(2);
    for (const title of ['What is new', 'Novedades']) {
      expect(posts.filter(text => text.includes(title))).toHaveLength(1);
    }
  });

  test('confirmed twice in the same moment posts once', async () => {
    const live = await startLive(begin);
    const channel = live.discord.channel('general').id;
    const ask = (kind: string) =>
      asManager(live).command('announcements follow', { channel, kind, schedule: 'daily 09:00' });
    const asked = [messageOf(await ask('all')), messageOf(await ask('litigation'))];
    const answers = await Promise.all(asked.map(message => asManager(live).press(message, 'Confirm')));
    expect(answers.map(said).filter(text => text.includes('would come twice'))).toHaveLength(1);
    await approveNews(live, 'A ruling');
    await live.moveTo('2026-06-01T14:00:00Z');
    expect(live.discord.messages('general')).toHaveLength(1);
  });

  test('is for managers, and an id of another server means nothing', async () => {
    const live = await startLive(begin);
    await follow(live, 'general');
    const id = await onlyId(live);
    const member = live.discord.use({ user: 'member' });
    expect(said(await member.command('announcements remove', { id }))).toContain(
      'people who manage this server',
    );
    const other = live.discord.addGuild({ name: 'Elsewhere', locale: 'en-US' });
    const there = live.discord.use({ user: 'manager', guild: other.id });
    expect(said(await there.command('announcements remove', { id }))).toContain('I don’t have that one');
    expect(await onlyId(live)).toBe(id);
  });
});

test('preview shows the next post to one person, pause and resume lose nothing, remove ends it', async () => {
  const live = await startLive(begin);
  const role = [...live.discord.home.roles.values()].find(({ mentionable }) => mentionable);
  await follow(live, 'general', { role: role?.id ?? '' });
  const id = await onlyId(live);
  const manager = asManager(live);
  expect(said(await manager.command('announcements preview', { id }))).toContain(
    'Nothing would be posted now',
  );
  await approveNews(live, 'A ruling');
  const preview = messageOf(await manager.command('announcements preview', { id }));
  expect(textOf(preview)).toContain('A ruling');
  expect(preview.viewerId).toBeDefined();
  expect(preview.pinged.roles).toEqual([]);

  expect(said(await manager.command('announcements pause', { id }))).toContain('Paused');
  expect(said(await manager.command('announcements pause', { id }))).toContain('paused already');
  await live.moveTo('2026-06-02T14:00:00Z');
  expect(live.discord.messages('general')).toEqual([]);
  expect(said(await manager.command('announcements list'))).toContain('paused');
  expect(said(await manager.command('announcements resume', { id }))).toContain('Going on');
  await live.moveTo('2026-06-03T14:00:00Z');
  const [post, ...others] = live.discord.messages('general');
  expect(others).toEqual([]);
  expect(post?.pinged).toEqual({ users: [], roles: [role?.id], everyone: false });

  expect(said(await manager.command('announcements remove', { id }))).toContain('Removed');
  await approveNews(live, 'Another');
  await live.moveTo('2026-06-04T14:00:00Z');
  expect(live.discord.messages('general')).toHaveLength(1);
});

test('an id that is none is only not found', async () => {
  const live = await startLive(begin);
  for (const command of ['preview', 'pause', 'resume', 'remove'])
    for (const id of ['😀'.repeat(25), '\0', 'a:b', '../../guild'])
      expect(said(await asManager(live).command(`announcements ${command}`, { id }))).toContain(
        'I don’t have that one',
      );
});

test('all that a server may have is listed, in pages, and posts in one tick', async () => {
  const live = await startLive(begin);
  const names = Array.from({ length: mostSubscriptions }, (_, at) => `channel-${at}`);
  for (const name of names) {
    live.discord.addChannel({ name, type: 0 });
    await follow(live, name);
  }
  for (const command of ['announcements list', 'news status']) {
    let page = messageOf(await asManager(live).command(command));
    const listed = new Set<string>();
    for (let at = 0; at < 10; at++) {
      for (const [, id = ''] of textOf(page).matchAll(/<#(\d+)>/g)) listed.add(id);
      const turned = await asManager(live)
        .press(page, 'Next ›')
        .catch(() => undefined);
      if (!turned) break;
      page = messageOf(turned);
    }
    expect(listed.size, command).toBe(mostSubscriptions);
  }
  await approveNews(live, 'A ruling');
  await live.moveTo('2026-06-01T14:00:00Z');
  expect(names.map(name => live.discord.messages(name).length)).toEqual(names.map(() => 1));
});

test('a role that is gone is pinged no more and keeps nobody from resuming', async () => {
  const live = await startLive(begin);
  const role = [...live.discord.home.roles.values()].find(({ mentionable }) => mentionable);
  await follow(live, 'general', { role: role?.id ?? '' });
  const id = await onlyId(live);
  await asManager(live).command('announcements pause', { id });
  live.discord.home.roles.delete(role?.id ?? '');
  expect(said(await asManager(live).command('announcements resume', { id }))).toContain('Going on');
  await approveNews(live, 'A ruling');
  await live.moveTo('2026-06-01T14:00:00Z');
  expect(live.discord.messages('general').map(({ pinged }) => pinged)).toEqual([
    { users: [], roles: [], everyone: false },
  ]);
});

test('a thread, a forum post and an announcement channel follow', async () => {
  const live = await startLive(begin);
  const { discord } = live;
  const thread = discord.addChannel({ name: 'T', type: 11, parentId: discord.channel('general').id });
  const post = discord.addChannel({ name: 'P', type: 11, parentId: discord.channel('questions').id });
  for (const channel of [thread.id, post.id, 'news']) await follow(live, channel);
  await approveNews(live, 'A ruling');
  await live.moveTo('2026-06-01T14:00:00Z');
  await live.app.tick();
  for (const channel of [thread.id, post.id]) {
    expect(discord.messages(channel).map(textOf)).toEqual([expect.stringContaining('A ruling')]);
  }
  const [announced] = discord.messages('news');
  expect(announced?.content).toContain('A ruling');
  expect(announced?.components).toEqual([]);
  expect((announced?.flags ?? 0) & 1).toBe(1);
  const status = said(await discord.use({ user: 'moderator' }).command('news status'));
  expect(status).toContain('last post');
  expect(status).toContain('No source is watched');
});

test('autocomplete offers zones and schedules', async () => {
  const live = await startLive(begin);
  const values = { channel: live.discord.channel('general').id, kind: 'all' };
  const manager = asManager(live);
  const zones = await manager.autocomplete('announcements follow', { ...values, timezone: 'chic' });
  expect(zones.map(({ value }) => value)).toEqual(['America/Chicago']);
  const schedules = await manager.autocomplete('announcements follow', { ...values, schedule: 'week' });
  expect(schedules.map(({ value }) => value)).toContain('weekly mon 09:00');
});
