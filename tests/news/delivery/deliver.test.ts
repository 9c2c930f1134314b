import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Fault, SeenRequest } from '../../../sandbox/discord/rest/server.ts';
import { createCommunityData } from '../../../src/community/data/community-data.ts';
import { subscriptionCollection } from '../../../src/news/subscriptions/subscription.ts';
import { createSettings } from '../../../src/settings/settings-service.ts';
import { guillotine } from '../../support/guillotine.ts';
import { textOf } from '../live.ts';
import { day, minute, type PostRig, postRig } from '../post-rig.ts';

const hour = 60 * minute;

/** Breaks the first requests that match, one fault each. */
function breakNext(rig: PostRig, method: string, path: RegExp, ...faults: Fault[]): SeenRequest[] {
  const broken: SeenRequest[] = [];
  rig.discord.fault = request => {
    if (request.method !== method || !path.test(request.path)) return undefined;
    const fault = faults.shift();
    if (fault) broken.push(request);
    return fault;
  };
  return broken;
}

const sending = /^\/channels\/\d+\/messages$/;

/** Takes permissions of the bot away in a channel, or gives them back. */
function deny(rig: PostRig, channel: string, permission: bigint | undefined): void {
  const { botId } = rig.discord.world;
  const place = rig.discord.channel(channel);
  place.overwrites = place.overwrites.filter(({ id }) => id !== botId);
  if (permission) place.overwrites.push({ id: botId, kind: 'member', allow: 0n, deny: permission });
}

describe('a post whose answer is lost', () => {
  const faults: readonly [string, Fault][] = [
    ['was made, the connection broke', 'apply-and-drop'],
    ['was made, no answer came', 'apply-and-hang'],
    ['was not made, the connection broke', 'reset'],
    ['was not made, no answer came', 'hang'],
    ['was not made, Discord failed', { status: 500 }],
    ['was not made, the gateway timed out', { status: 504 }],
    ['was not made, too fast', { status: 429, headers: { 'retry-after': '2' }, body: { retry_after: 2 } }],
  ];

  test.each(faults)('%s: it is there once', async (_, fault) => {
    const rig = await postRig({ timeout: 1_000 });
    await rig.follow('general');
    await rig.news('One');
    const broken = breakNext(rig, 'POST', sending, fault, fault);
    await rig.forward(hour);
    // Long after Discord has forgotten the nonce.
    for (let at = 0; at < 5; at++) await rig.forward(10 * minute);
    expect(broken.length).toBeGreaterThan(0);
    expect(rig.posts('general').map(textOf)).toEqual([expect.stringContaining('One')]);
    await rig.news('Two');
    await rig.forward(day);
    expect(rig.posts('general')).toHaveLength(2);
    expect(textOf(rig.posts('general')[1] ?? raise())).not.toContain('One');
  });

  test('is found on the last page of a busy channel, and nobody else can pretend to be it', async () => {
    const rig = await postRig();
    await rig.follow('general');
    await rig.news('One');
    const person = rig.discord.use();
    for (let at = 0; at < 120; at++) await person.say(`before ${at}`);
    breakNext(rig, 'POST', sending, 'apply-and-drop');
    await rig.forward(hour);
    for (let at = 0; at < 230; at++) await person.say(`after ${at}`);
    await rig.forward(hour);
    expect(rig.posts('general')).toHaveLength(1);

    const pretend = await postRig();
    const id = await pretend.follow('news', { channelType: 5 });
    await pretend.news('Two');
    breakNext(pretend, 'POST', sending, 'reset');
    await pretend.forward(hour);
    await pretend.discord.use({ channel: 'news' }).say(`-# ref ${id}-1`);
    await pretend.forward(hour);
    expect(pretend.posts('news').map(textOf)).toEqual([expect.stringContaining(`ref ${id}-1`)]);
  });

  test('is not guessed about where the history cannot be read: moderators are told once, and it goes on by itself', async () => {
    const rig = await postRig();
    await rig.follow('general');
    await rig.news('One');
    breakNext(rig, 'POST', sending, 'apply-and-drop');
    await rig.forward(hour);
    deny(rig, 'general', PermissionFlagsBits.ReadMessageHistory);
    for (let at = 0; at < 6; at++) await rig.forward(hour);
    expect(rig.posts('general')).toHaveLength(1);
    const told = rig.posts('moderators').map(textOf);
    expect(told).toEqual([expect.stringContaining('Read Message History')]);
    await rig.news('Two');
    deny(rig, 'general', undefined);
    await rig.forward(hour);
    await rig.forward(day);
    expect(rig.posts('general').map(textOf)).toEqual([
      expect.stringContaining('One'),
      expect.stringContaining('Two'),
    ]);
  });
});

describe('a refusal', () => {
  test('pauses, tells the moderators once, and nothing is lost', async () => {
    const rig = await postRig();
    const id = await rig.follow('general');
    await rig.news('One');
    deny(rig, 'general', PermissionFlagsBits.SendMessages);
    await rig.forward(hour);
    await rig.news('Two');
    for (let at = 0; at < 3; at++) await rig.forward(day);
    expect(rig.posts('general')).toEqual([]);
    expect(rig.posts('moderators').map(textOf)).toEqual([expect.stringContaining('I may not write there')]);
    expect(rig.violations).toEqual([]);
    expect(rig.posts('moderators').map(textOf)[0]).toContain(`/announcements resume id:${id}`);

    deny(rig, 'general', undefined);
    await rig.updates.subscriptions.resume(rig.discord.home.id, id);
    await rig.forward(day);
    const [post, ...others] = rig.posts('general').map(textOf);
    expect(others).toEqual([]);
    expect(post).toMatch(/One|Two/);
    expect(post?.match(/About One\./g)).toHaveLength(1);
    expect(post?.match(/About Two\./g)).toHaveLength(1);
  });

  test('of a post that may have arrived before: after a pause it is looked for first', async () => {
    const rig = await postRig();
    const id = await rig.follow('general');
    await rig.news('One');
    breakNext(rig, 'POST', sending, 'apply-and-drop');
    await rig.forward(hour);
    deny(rig, 'general', PermissionFlagsBits.ViewChannel);
    await rig.forward(hour);
    expect((await rig.updates.subscriptions.get(rig.discord.home.id, id))?.paused).toBe('refused');
    deny(rig, 'general', undefined);
    await rig.updates.subscriptions.resume(rig.discord.home.id, id);
    await rig.forward(day);
    await rig.forward(day);
    expect(rig.posts('general')).toHaveLength(1);
  });

  test('because the channel is gone says so', async () => {
    const rig = await postRig();
    await rig.follow('general');
    await rig.news('One');
    rig.discord.world.channels.delete(rig.discord.channel('general').id);
    await rig.forward(hour);
    expect(rig.posts('moderators').map(textOf)).toEqual([expect.stringContaining('The channel is gone.')]);
  });
});

test('a card that the review channel refused comes within a day, once: the permission is back, or the channel another one', async () => {
  for (const mend of ['permission', 'channel'] as const) {
    const rig = await postRig();
    const { id: guildId } = rig.discord.home;
    deny(rig, 'moderators', PermissionFlagsBits.SendMessages);
    const card = await rig.updates.queue.begin(guildId, {
      kind: 'law',
      link: 'https://example.org/',
      date: '2026-05-01',
    });
    const words = { headline: { en: 'A draft' }, summary: {}, why: '' };
    await rig.updates.queue.write(guildId, card, '1', words, false);
    await rig.forward(minute);
    if (mend === 'permission') deny(rig, 'moderators', undefined);
    const into = mend === 'permission' ? 'moderators' : 'general';
    await createSettings({ store: rig.store, now: Date.now }).change(guildId, {
      reviewChannel: rig.discord.channel(into).id,
    });
    for (let at = 0; at < 3; at++) await rig.forward(day);
    const cards = rig.posts(into).filter(post => textOf(post).includes('example.org'));
    expect(cards).toHaveLength(1);
  }
});

describe('in an announcement channel', () => {
  test('a post is plain text and published; publishing that fails is tried again and posts nothing', async () => {
    const rig = await postRig();
    await rig.follow('news', { channelType: 5, role: '123456789012345678' });
    await rig.news('One');
    const publishing = breakNext(rig, 'POST', /crosspost$/, 'apply-and-drop', 'reset', { status: 500 });
    await rig.forward(hour);
    for (let at = 0; at < 4; at++) await rig.forward(20 * minute);
    const [post, ...others] = rig.posts('news');
    expect(others).toEqual([]);
    expect(publishing.length).toBeGreaterThan(0);
    expect(post?.components).toEqual([]);
    expect(post?.content).toContain('<@&123456789012345678>');
    expect((post?.flags ?? 0) & 1).toBe(1);
    expect(rig.violations).toEqual([]);
  });

  test('more than ten posts an hour are all there, and published later', async () => {
    const rig = await postRig();
    await rig.follow('news', { channelType: 5, schedule: '* * * * *' });
    for (let at = 0; at < 12; at++) {
      await rig.news(`Number ${at}`);
      await rig.forward(minute);
    }
    const published = () => rig.posts('news').filter(({ flags }) => (flags & 1) === 1).length;
    expect(rig.posts('news')).toHaveLength(12);
    expect(published()).toBe(10);
    await rig.forward(hour);
    await rig.forward(hour);
    expect(published()).toBe(12);
    expect(rig.posts('news')).toHaveLength(12);
  });
});

describe('times', () => {
  test('missed while nothing ran are caught up once, as one post; nothing new posts nothing', async () => {
    const rig = await postRig();
    const id = await rig.follow('general');
    await rig.news('One');
    await rig.news('Two');
    await rig.forward(9 * day);
    await rig.forward(minute);
    expect(rig.posts('general')).toHaveLength(1);
    await rig.forward(9 * day);
    expect(rig.posts('general')).toHaveLength(1);
    const subscription = await rig.updates.subscriptions.get(rig.discord.home.id, id);
    expect(subscription?.nextAt).toBe('2026-06-19T14:00:00.000Z');
  });

  test('that a wrong clock put far ahead come back when it is set right; a small step back brings none twice', async () => {
    const rig = await postRig();
    const id = await rig.follow('general');
    await rig.news('One');
    const next = async () => (await rig.updates.subscriptions.get(rig.discord.home.id, id))?.nextAt;
    rig.clock.to('2031-01-01T00:00:00Z');
    await rig.updates.tick();
    expect(rig.posts('general')).toHaveLength(1);
    rig.clock.to('2026-06-02T13:00:00Z');
    await rig.updates.tick();
    expect(await next()).toBe('2026-06-02T14:00:00.000Z');
    await rig.news('Two');
    await rig.forward(hour + minute);
    await rig.news('Three');
    await rig.forward(-10 * minute);
    await rig.forward(10 * minute);
    expect(rig.posts('general')).toHaveLength(2);
    expect(await next()).toBe('2026-06-03T14:00:00.000Z');
  });
});

describe('a clock that is ahead of Discord’s while a post fails, and then right again', () => {
  test.each([
    ['a year', 365 * day, 'was not made', { status: 500 }],
    ['a year', 365 * day, 'was made', 'apply-and-drop'],
    ['an hour', hour, 'was made', 'apply-and-drop'],
  ] as const)('by %s: the post, which %s, is there once', async (_, wrong, _made, fault) => {
    const rig = await postRig();
    await rig.follow('general');
    await rig.news('One');
    let ahead: number = wrong;
    const { updates } = rig.process({ clock: () => new Date(rig.clock.now().getTime() + ahead) });
    breakNext(rig, 'POST', sending, fault);
    rig.clock.forward(hour);
    await updates.tick();
    ahead = 0;
    for (let at = 0; at < 12; at++) {
      rig.clock.forward(20 * minute);
      await updates.tick();
    }
    expect(rig.posts('general').map(textOf)).toEqual([expect.stringContaining('One')]);
  });
});

test('a community that is erased in the middle of a post is not remembered again', async () => {
  const rig = await postRig({ timeout: 1_000 });
  await rig.follow('general');
  await rig.news('One');
  breakNext(rig, 'POST', sending, 'apply-and-hang');
  const begun = rig.discord.waitFor(() => rig.posts('general').at(0), 'the post');
  const posting = rig.forward(hour);
  await begun;
  const { forget } = createCommunityData({ store: rig.store, onForget: () => {} });
  await forget(rig.discord.home.id);
  await posting;
  await rig.forward(day);
  const kept: string[] = [];
  for await (const key of rig.store.keys('')) kept.push(key);
  expect(kept).toEqual([]);
  expect(rig.posts('general')).toHaveLength(1);
});

test('several replicas post once', async () => {
  const rig = await postRig();
  await rig.follow('general');
  await rig.news('One');
  const others = [rig.process(), rig.process()];
  rig.clock.forward(hour);
  await Promise.all([rig.updates.tick(), ...others.map(({ updates }) => updates.tick())]);
  expect(rig.posts('general')).toHaveLength(1);
});

test('a process that dies at any step, before or after it: the next one leaves exactly one post', async () => {
  const cuts: string[] = [];
  for (const when of ['before', 'after'] as const) {
    for (let at = 0; ; at++) {
      const rig = await postRig();
      await rig.follow('general');
      await rig.follow('news', { channelType: 5 });
      await rig.news('One');
      const blade = guillotine(at, when);
      const { store } = rig;
      const dying = rig.process({
        store: { ...store, update: (...change) => blade.run(() => store.update(...change)) },
        channels: channels => ({
          ...channels,
          send: (...sent) => blade.run(() => channels.send(...sent)),
          publish: (...published) => blade.run(() => channels.publish(...published)),
        }),
      });
      rig.clock.forward(hour);
      await dying.updates.tick();
      const died = blade.struck;
      blade.kill();
      await dying.stop();
      // Beyond the lease, and beyond Discord's memory of nonces.
      await rig.forward(30 * minute);
      await rig.forward(30 * minute);
      expect(rig.posts('general').map(textOf), `${when} ${at}`).toEqual([expect.stringContaining('One')]);
      expect(rig.posts('news').map(textOf), `${when} ${at}`).toEqual([expect.stringContaining('One')]);
      const kept = await store.read(subscriptionCollection, (await idsOf(rig))[0] ?? '');
      expect(kept?.delivery?.state).toBe('sent');
      if (!died) break;
      cuts.push(`${when} ${at}`);
    }
  }
  expect(cuts.length).toBeGreaterThan(10);
});

async function idsOf(rig: PostRig): Promise<string[]> {
  const ids: string[] = [];
  for await (const key of rig.store.keys('following:')) ids.push(key.slice('following:'.length));
  return ids;
}

function raise(): never {
  throw new Error('missing');
}
