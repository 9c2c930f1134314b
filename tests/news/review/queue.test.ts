import { describe, expect, test } from 'vitest';
import type { Message } from '../../../sandbox/discord/world.ts';
import { approveNews, follow, type Live, labelsOf, messageOf, startLive, textOf } from '../live.ts';
import { startFeedServer } from '../sources/feed-server.ts';
import { docketEntry, docketFeed } from '../watch/watch-rig.ts';

const docketPath = '/docket/69616357/feed/';
const hostile = '@everyone [x](https://evil.example) **b**';
const words = { headline: 'A ruling', summary: 'The court decided. More will follow.' };

interface Room extends Live {
  /** The docket shows these entries from now on; a look at it. */
  show(...entries: string[]): Promise<void>;
  cards(): readonly Message[];
  /** The card as it is now. */
  fresh(card: Message): Message;
}

/** A bot that has seen a docket with one entry, and a community that follows; with a review channel unless said otherwise. */
async function startRoom({ review = true } = {}): Promise<Room> {
  const feeds = await startFeedServer();
  feeds.answer(docketPath, docketFeed(docketEntry(1, 'COMPLAINT')));
  const live = await startLive('2026-06-01T12:00:00Z', {
    env: { SOURCES: 'courtlistener', SOURCE_COURTLISTENER_URL: feeds.origin, SOURCES_CRON: '* * * * *' },
  });
  const { discord } = live;
  let at = Date.parse('2026-06-01T12:00:00Z');
  const look = () => {
    at += 60_000;
    return live.moveTo(new Date(at).toISOString());
  };
  if (review) {
    const { id } = discord.channel('moderators');
    await discord.use({ user: 'manager' }).command('settings review', { channel: id });
  }
  await follow(live, 'general');
  await look();
  await look();
  const before = discord.messages('moderators').length;
  return {
    ...live,
    async show(...entries) {
      feeds.answer(docketPath, docketFeed(...entries, docketEntry(1, 'COMPLAINT')));
      await look();
    },
    cards: () => discord.messages('moderators').slice(before),
    fresh: card => discord.messages('moderators').find(({ id }) => id === card.id) ?? card,
  };
}

const entry = (n: number, text: string) => docketEntry(n, text, { day: '2026-05-31' });
const dana = (room: Live) => room.discord.use({ user: 'moderator', channel: 'moderators' });
const tomas = (room: Live) => room.discord.use({ user: 'moderator2', channel: 'moderators' });

function only(messages: readonly Message[]): Message {
  const [message, ...others] = messages;
  if (!message || others.length > 0) throw new Error(`${messages.length} messages`);
  return message;
}

describe('a card', () => {
  test('comes once, and changes in place when the source edits its words', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER granting the motion'));
    await room.show(entry(2, 'ORDER granting the motion'));
    const card = only(room.cards());
    await room.show(entry(2, 'ORDER denying the motion'));
    await room.app.tick();
    expect(textOf(room.fresh(only(room.cards())))).toContain('denying');
    expect(textOf(room.fresh(card))).toContain('The source changed this entry');
  });

  test('has the date that the source corrected, until it is approved', async () => {
    const room = await startRoom();
    await room.show(docketEntry(2, 'ORDER', { day: '2026-05-30' }));
    const card = only(room.cards());
    await room.show(docketEntry(2, 'ORDER, corrected', { day: '2026-05-29' }));
    await room.app.tick();
    expect(textOf(room.fresh(card))).toContain('29 May 2026');
    await dana(room).submit(await dana(room).press(room.fresh(card), 'Approve'), words);
    await room.show(docketEntry(2, 'ORDER, corrected again', { day: '2026-05-28' }));
    await room.app.tick();
    expect(textOf(room.fresh(card))).toContain('29 May 2026');
    await room.moveTo('2026-06-01T14:00:00Z');
    expect(textOf(only(room.discord.messages('general')))).toContain('29 May 2026');
  });

  test('is approved once however often it is pressed, by whomever', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const form = await dana(room).press(card, 'Approve');
    await dana(room).submit(form, words);
    await dana(room).submit(form, words);
    const twice = await tomas(room).send(
      3,
      { component_type: 2, custom_id: idOf(card, 'approve') },
      room.fresh(card),
    );
    expect(textOf(messageOf(twice))).toContain('approved already');
    await room.moveTo('2026-06-01T14:00:00Z');
    expect(textOf(only(room.discord.messages('general'))).match(/A ruling/g)).toHaveLength(1);
  });

  test('that two moderators write and approve at once has the words that members read', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const [one, two] = [await dana(room).press(card, 'Approve'), await tomas(room).press(card, 'Approve')];
    await Promise.all([
      dana(room).submit(one, words),
      tomas(room).submit(two, { ...words, headline: 'Another wording' }),
    ]);
    await room.app.tick();
    const shown = textOf(room.fresh(card));
    expect(shown).toContain('Approved');
    const wording = shown.includes('Another wording') ? 'Another wording' : 'A ruling';
    await room.moveTo('2026-06-01T14:00:00Z');
    expect(textOf(only(room.discord.messages('general')))).toContain(`**${wording}**`);
  });

  test('whose form lacks words keeps what was typed and says what is needed', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const form = await dana(room).press(card, 'Approve');
    const faulty = messageOf(await dana(room).submit(form, { headline: 'Only a headline' }));
    expect(textOf(faulty)).toContain('A headline and a summary in one language are needed');
    const again = await dana(room).press(faulty, 'Edit again');
    expect(again.kind === 'form' && JSON.stringify(again.form)).toContain('Only a headline');
    await room.moveTo('2026-06-01T14:00:00Z');
    expect(room.discord.messages('general')).toEqual([]);
  });

  test('is put aside, taken back and ignored', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    expect(textOf(messageOf(await dana(room).press(card, 'Hold')))).toContain('On hold');
    expect(textOf(messageOf(await dana(room).press(card, 'Back to the queue')))).toContain('Waiting');
    expect(textOf(messageOf(await dana(room).press(card, 'Ignore')))).toContain('Ignored');
    expect(textOf(messageOf(await dana(room).command('news queue')))).toContain('Nothing waits');
  });

  test('of a kind that is ignored comes no more, but other kinds of that source do', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'MOTION by the plaintiff for a hearing'));
    const card = only(room.cards());
    const said = messageOf(await dana(room).press(card, 'Ignore this kind'));
    expect(textOf(said)).toContain('motion');
    await room.show(entry(3, 'MOTION by the defendant for more pages'));
    expect(room.cards()).toHaveLength(1);
    await room.show(entry(4, 'MEMORANDUM OPINION AND ORDER'));
    expect(room.cards()).toHaveLength(2);
    await dana(room).press(said, 'Show this kind again');
    await room.show(entry(5, 'MOTION by the plaintiff to reconsider'));
    expect(room.cards()).toHaveLength(3);
  });

  test('that a rule holds back is not posted, but can be found', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ATTORNEY Appearance for Defendant by Jane Roe'));
    expect(room.cards()).toEqual([]);
    const queue = messageOf(await dana(room).command('news queue'));
    const held = messageOf(await dana(room).press(queue, 'Show what is on hold'));
    const label = held.components
      .flatMap(part => part.components ?? [])
      .flatMap(part => part.components ?? []);
    const id = label.flatMap(part => part.options ?? []).map(option => option.value)[0] ?? '';
    const card = messageOf(await dana(room).press(held, 'news:open', [id]));
    expect(textOf(card)).toContain('Held back by a rule as routine: appearance');
    expect(labelsOf(card)).toContain('Approve');
  });

  test('is merged into another one: one post with both links', async () => {
    const room = await startRoom();
    await room.show(entry(3, 'JUDGMENT'), entry(2, 'ORDER'));
    const [first, second] = room.cards();
    if (!first || !second) throw new Error('two cards');
    await dana(room).submit(await dana(room).press(first, 'Approve'), words);
    const menu = messageOf(await dana(room).press(second, 'Merge'));
    const target = JSON.stringify(menu.components).match(/"value":"([^"]+)"/)?.[1] ?? '';
    const merged = await dana(room).press(menu, idOf(second, 'into'), [target]);
    expect(textOf(messageOf(merged))).toContain('Merged into **A ruling**');
    await room.app.tick();
    expect(textOf(room.fresh(second))).toContain('Merged into another one');
    await room.moveTo('2026-06-01T14:00:00Z');
    const post = textOf(only(room.discord.messages('general')));
    expect(post).toContain('#entry-2');
    expect(post).toContain('#entry-3');
  });

  test('must be approved by another moderator where the community wants it so', async () => {
    const room = await startRoom();
    await room.discord.use({ user: 'manager' }).command('settings require-second', { enabled: true });
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const sent = await dana(room).submit(await dana(room).press(card, 'Approve'), words);
    expect(textOf(messageOf(sent))).toContain('Another moderator must approve them');
    expect(textOf(messageOf(await dana(room).press(card, 'Approve')))).toContain('You wrote these words');
    await room.moveTo('2026-06-01T14:00:00Z');
    expect(room.discord.messages('general')).toEqual([]);
    expect(textOf(messageOf(await tomas(room).press(card, 'Approve')))).toContain('Approved');
    await room.moveTo('2026-06-02T14:00:00Z');
    expect(room.discord.messages('general')).toHaveLength(1);
  });

  test('tagged with answers gives them a line until a curator settles it', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const tagged = 'lawsuit/us-v-illinois';
    await dana(room).press(card, idOf(card, 'tag'), [tagged]);
    await dana(room).submit(await dana(room).press(room.fresh(card), 'Approve'), {
      ...words,
      headline: hostile,
    });
    const guildId = room.discord.home.id;
    expect(await room.since(guildId, tagged)).toEqual({ date: '2026-05-31', line: hostile });
    const section = tagged.split('/')[1] ?? '';
    const answer = messageOf(await dana(room).command('lawsuit', { section, share: true }));
    expect(textOf(answer)).toContain('**New since then (31 May 2026):** \\@everyone \\[x\\]');
    expect(textOf(answer)).toContain('\\*\\*b\\*\\*');
    expect(answer.pinged.everyone).toBe(false);
    expect(await room.since(guildId, 'rights/warrants')).toBeUndefined();
    const settled = await dana(room).press(room.fresh(card), 'Answers are right again');
    expect(textOf(messageOf(settled))).toContain('The answers are right again');
    expect(await room.since(guildId, tagged)).toBeUndefined();
  });

  test('is not for members', async () => {
    const room = await startRoom();
    await room.show(entry(2, 'ORDER'));
    const card = only(room.cards());
    const member = room.discord.use({ user: 'member' });
    const refused = await member.send(3, { component_type: 2, custom_id: idOf(card, 'ignore') }, card);
    expect(textOf(messageOf(refused))).toContain('moderators');
    expect(textOf(room.fresh(card))).toContain('Waiting');
  });
});

test('every kind that is ignored can be shown again', async () => {
  const room = await startRoom();
  const texts = [
    'MOTION for a',
    'NOTICE by b',
    'STIPULATION c',
    'LETTER by d',
    'TRANSCRIPT of e',
    'SUMMONS f',
  ];
  for (const [at, text] of texts.entries()) {
    await room.show(entry(at + 2, text));
    const queue = messageOf(await dana(room).command('news queue'));
    const card = messageOf(await dana(room).press(queue, 'news:open', valuesOf(queue)));
    await dana(room).press(card, 'Ignore this kind');
  }
  for (let left = texts.length; left > 0; left--) {
    const status = messageOf(await dana(room).command('news status'));
    const kinds = valuesOf(status);
    expect(kinds).toHaveLength(left);
    await dana(room).press(status, 'news:watch-kind', [kinds.at(-1) ?? '']);
  }
});

test('a review channel that is gone is told in /news status, and the card is in /news queue', async () => {
  const room = await startRoom();
  room.discord.world.channels.delete(room.discord.channel('moderators').id);
  await room.show(entry(2, 'ORDER about the funds'));
  const ask = async (command: string) =>
    textOf(messageOf(await room.discord.use({ user: 'moderator', channel: 'general' }).command(command)));
  expect(await ask('news status')).toContain(
    '1 card could not be posted in the review channel. The channel is gone.',
  );
  expect(await ask('news queue')).toContain('Entry');
});

test('without a review channel everything is in /news queue', async () => {
  const room = await startRoom({ review: false });
  await room.show(entry(2, 'ORDER about the funds'));
  const queue = messageOf(await dana(room).command('news queue'));
  expect(textOf(queue)).toContain('Entry');
  const id = JSON.stringify(queue.components).match(/"value":"([^"]+)"/)?.[1] ?? '';
  const card = messageOf(await dana(room).press(queue, 'news:open', [id]));
  expect(card.viewerId).toBeDefined();
  const approved = await dana(room).submit(await dana(room).press(card, 'Approve'), words);
  expect(textOf(messageOf(approved))).toContain('Approved');
  await room.moveTo('2026-06-01T14:00:00Z');
  expect(room.discord.messages('general')).toHaveLength(1);
});

describe('/news add', () => {
  test.each([
    [{ kind: 'law', link: 'javascript:alert(1)', date: '2026-05-30' }, 'not a web address'],
    [{ kind: 'law', link: 'https://example.org/', date: '30 May' }, 'year-month-day'],
    [{ kind: 'law', link: 'https://example.org/', date: '2026-02-30' }, 'year-month-day'],
  ])('%j is refused with a reason', async (values, reason) => {
    const live = await startLive('2026-06-01T12:00:00Z');
    expect(textOf(messageOf(await dana(live).command('news add', values)))).toContain(reason);
  });

  test('opens the same form; sending it approves, with the link’s host as the source', async () => {
    const live = await startLive('2026-06-01T12:00:00Z');
    await follow(live, 'general', { kind: 'law' });
    await approveNews(live, 'A new law @everyone', { kind: 'law' });
    await live.moveTo('2026-06-01T14:00:00Z');
    const post = only(live.discord.messages('general'));
    expect(textOf(post)).toContain('A new law \\@everyone');
    expect(textOf(post)).toContain('[example.org](https://example.org/');
    expect(post.pinged.everyone).toBe(false);
  });
});

/** The custom id of a card's button or menu. */
function idOf(card: Message, verb: string): string {
  const any = JSON.stringify(card.components).match(/"custom_id":"news:[a-z-]+:([0-9a-f]+)"/)?.[1] ?? '';
  return `news:${verb}:${any}`;
}

/** The values that a message's menu offers. */
const valuesOf = (message: Message): string[] =>
  [...JSON.stringify(message.components).matchAll(/"value":"([^"]+)"/g)].map(([, value]) => value ?? '');

test('/updates shows every item whole, however long their words and links are', async () => {
  const live = await startLive('2026-06-01T12:00:00Z');
  const long = (text: string, max: number) => text.repeat(max).slice(0, max);
  const titles = ['A', 'B', 'C', 'D'];
  for (const title of titles) {
    const link = `https://example.org/${long(title, 470)}`;
    const form = await dana(live).command('news add', { kind: 'law', link, date: '2026-05-30' });
    const typed = {
      headline: long(`${title}*`, 150),
      summary: long(`${title}* `, 500),
      why: long('_', 200),
    };
    await dana(live).submit(form, typed);
  }
  let page = messageOf(await dana(live).command('updates', { kind: 'law' }));
  const seen: string[] = [];
  for (let at = 0; seen.length < titles.length && at < 4; at++) {
    for (const title of titles) if (textOf(page).includes(`/${title.repeat(470)})`)) seen.push(title);
    page = messageOf(await dana(live).press(page, 'Next ›'));
  }
  expect(seen.toSorted()).toEqual(titles);
});
