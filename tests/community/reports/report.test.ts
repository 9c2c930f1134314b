import { describe, expect, test } from 'vitest';
import { createReports } from '../../../src/community/reports/reports.ts';
import type { ReviewPosted } from '../../../src/messaging/review-channel.ts';
import { createSettings } from '../../../src/settings/settings-service.ts';
import { createMemoryStore } from '../../../src/storage/memory/memory-store.ts';
import { boss, guild, member, oneEntryKnowledge, openDoor, parking, published } from '../../support/door.ts';
import { command, press, submit } from '../../support/interactions.ts';

const review = '310000000000000001';

async function setUp() {
  const door = openDoor({ knowledge: oneEntryKnowledge('Do not open.') });
  const entry = await published(door, parking);
  await door.services.settings.change(guild, { reviewChannel: review });
  const answer = await door.say(command('faq', { entry }, member));
  return { door, entry, button: answer.button('Wrong or old?') };
}

describe('“Wrong or old?”', () => {
  test('reaches the review channel in a thread of the entry, without the reporter', async () => {
    const { door, entry, button } = await setUp();
    const form = await door.say(press(button, member));
    expect(form.type).toBe(9);
    const sent = { reason: 'old', more: 'The gate is closed now. @everyone **x**' };
    const thanks = await door.say(submit(form.form ?? '', sent, member));
    expect(thanks.private).toBe(true);
    expect(thanks.text).toContain('Thank you');
    const [post] = door.posts;
    expect(post).toMatchObject({ channelId: review, threadName: 'Reported: Where can I park?' });
    const text = JSON.stringify(post);
    expect(text).not.toContain(member.userId);
    expect(post?.reply.text).toContain('It is out of date');
    expect(post?.reply.text).toContain('The gate is closed now.');
    expect(post?.reply.text).toContain('\\@everyone \\*\\*x\\*\\*');
    expect(post?.reply.rows?.[0]).toMatchObject([{ route: ['curate', 'open', entry] }]);
    // Nothing that the member wrote or is called is stored.
    for await (const key of door.store.keys('')) expect(key).not.toContain(member.userId ?? '-');
    const data = await door.services.community.data.exportPart(guild);
    expect(data.text).not.toContain('closed now');
    expect(data.text).not.toContain(member.userId);
  });

  test('sent twice at once is one report', async () => {
    const { door, button } = await setUp();
    const said = await Promise.all(
      [1, 2, 3].map(() => door.say(submit(button, { reason: 'wrong', more: '' }, member))),
    );
    expect(said.filter(({ text }) => text.includes('can read it now'))).toHaveLength(1);
    expect(door.posts).toHaveLength(1);
  });

  test('one entry and person an hour; others go into the same thread', async () => {
    const { door, button } = await setUp();
    const report = (userId: string) => door.say(submit(button, { reason: 'wrong', more: '' }, { userId }));
    expect((await report('1')).text).toContain('Thank you!');
    expect((await report('1')).text).toContain('a short while ago');
    expect((await door.say(press(button, { userId: '1' }))).type).toBe(4);
    await report('2');
    door.clock = new Date(door.clock.getTime() + 61 * 60_000);
    await report('1');
    expect(door.posts.map(({ threadName, threadId }) => [threadName, threadId])).toEqual([
      ['Reported: Where can I park?', undefined],
      [undefined, '1'],
      [undefined, '1'],
    ]);
    expect(await door.services.community.reports.recent(guild)).toBe(3);
    door.clock = new Date(door.clock.getTime() + 8 * 86_400_000);
    expect(await door.services.community.reports.recent(guild)).toBe(0);
  });

  test('shared answers can be reported too', async () => {
    const { door } = await setUp();
    await door.say(submit('faq:report:rights/at-home', { reason: 'language', more: '' }, member));
    expect(door.posts[0]?.threadName).toBe('Reported: If they come to your door');
  });

  test('without a review channel, or where the bot may not post, the member is told so and may try again', async () => {
    const { door, button } = await setUp();
    door.postResult = () => ({ done: false, reason: 'forbidden' });
    const refused = await door.say(submit(button, { reason: 'wrong', more: '' }, member));
    expect(refused.text).toContain('tell a moderator yourself');
    door.postResult = undefined;
    expect((await door.say(submit(button, { reason: 'wrong', more: '' }, member))).text).toContain(
      'Thank you',
    );
    await door.say(command('settings review', {}, boss));
    expect((await door.say(press(button, { userId: '5' }))).text).toContain('no review channel');
  });

  test('a deleted thread is replaced; a new review channel gets its own', async () => {
    const { door, button } = await setUp();
    const report = (userId: string) => door.say(submit(button, { reason: 'wrong', more: '' }, { userId }));
    await report('1');
    door.postResult = ({ threadId }): ReviewPosted =>
      threadId === '1' ? { done: false, reason: 'gone' } : { done: true, threadId: '77' };
    await report('2');
    await report('3');
    await door.services.settings.change(guild, { reviewChannel: '320000000000000001' });
    await report('4');
    expect(
      door.posts.slice(1).map(({ channelId, threadName, threadId }) => [channelId, !!threadName, threadId]),
    ).toEqual([
      [review, true, undefined],
      [review, false, '77'],
      ['320000000000000001', true, undefined],
    ]);
  });

  test('two replicas at once open one thread', async () => {
    const store = createMemoryStore();
    const now = () => new Date();
    const settings = createSettings({ store, now: Date.now });
    await settings.change(guild, { reviewChannel: review });
    const opened: string[] = [];
    const joined: string[] = [];
    const replica = () =>
      createReports({
        store,
        settings,
        now,
        sleep: () => new Promise(resolve => setTimeout(resolve, 5)),
        channel: {
          async post({ threadName, threadId }) {
            await new Promise(resolve => setTimeout(resolve, 20));
            if (threadName) opened.push(threadName);
            else joined.push(threadId ?? '');
            return { done: true, threadId: 'thread' };
          },
        },
      });
    const [one, two] = [replica(), replica()];
    const post = { threadName: 'Reported', reply: { text: 'x' } };
    const sent = await Promise.all([
      one.send(guild, 'entry', '1', post),
      two.send(guild, 'entry', '2', post),
      two.send(guild, 'entry', '3', post),
    ]);
    expect(sent).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect(opened).toHaveLength(1);
    expect(joined).toEqual(['thread', 'thread']);
  });
});
