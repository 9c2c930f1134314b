import { describe, expect, test } from 'vitest';
import {
  ana,
  ben,
  boss,
  draft,
  edited,
  guild,
  member,
  openDoor,
  parking,
  published,
} from '../support/door.ts';
import { command, press, submit } from '../support/interactions.ts';

const review = '310000000000000001';
const channelOption = (id: string) => {
  const asked = command('settings review', { channel: id }, boss) as unknown as {
    data: Record<string, unknown>;
  };
  asked.data.resolved = { channels: { [id]: { id, type: 0, permissions: '0' } } };
  return asked as never;
};

describe('two moderators at one entry', () => {
  test('the second sees what changed meanwhile, and their own text is kept', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const mine = await edited(door, entry, { answer_en: 'Anas text. Take the second gate.' }, ana);
    const theirs = await edited(door, entry, { answer_en: 'Behind the **church**. Bens gate.' }, ben);
    await door.say(press(theirs.button('Publish'), ben));

    const conflict = await door.say(press(mine.button('Publish'), ana));
    expect(conflict.text).toContain('Someone else changed this answer meanwhile');
    expect(conflict.text).toContain(`<@${ben.userId}>`);
    expect(conflict.text).toContain('Taken out: Take the second gate.');
    expect(conflict.text).toContain('Added: Bens gate.');

    const again = await door.say(press(conflict.button('Edit again'), ana));
    expect(again.values.answer).toBe('Anas text. Take the second gate.');
    const both = { ...again.values, answer_en: 'Anas text. Bens gate.' };
    const preview = await door.say(submit(again.form ?? '', both, ana));
    expect((await door.say(press(preview.button('Publish'), ana))).text).toContain('Published');
    expect((await door.say(command('faq', { entry }, member))).text).toContain('Anas text. Bens gate.');
    const kept = await door.services.community.curation.entry(guild, entry);
    expect(kept?.revisions.map(({ n, by }) => [n, by])).toEqual([
      [1, ana.userId],
      [2, ben.userId],
      [3, ana.userId],
    ]);
  });

  test('a third change during Edit again is a conflict again', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const mine = await edited(door, entry, { title: 'Parking, mine' }, ana);
    for (const title of ['Parking, two', 'Parking, three']) {
      const theirs = await edited(door, entry, { title }, ben);
      await door.say(press(theirs.button('Publish'), ben));
      const said = await door.say(press(mine.button('Publish'), ana));
      expect(said.text).toContain('meanwhile');
    }
    expect((await door.services.community.entries.get(guild, entry))?.content.title).toBe('Parking, three');
  });

  test('an entry removed meanwhile is told as that', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const mine = await edited(door, entry, { title: 'Parking, mine' }, ana);
    const asked = await door.say(command('curate remove', { entry }, ben));
    await door.say(press(asked.button('Remove'), ben));
    const said = await door.say(press(mine.button('Publish'), ana));
    expect(said.text).toContain('removed this answer');
    expect(said.has('Edit again')).toBe(true);
  });

  test('a form sent from an older draft keeps both texts', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    const [one, two] = [
      await door.say(press(preview.button('Edit'), ana)),
      await door.say(press(preview.button('Edit'), ana)),
    ];
    const first = await door.say(submit(one.form ?? '', { ...one.values, title: 'First' }, ana));
    const second = await door.say(submit(two.form ?? '', { ...two.values, title: 'Second' }, ana));
    expect(first.text).toContain('First');
    expect(second.text).toContain('Second');
    expect(second.button('Publish')).not.toBe(first.button('Publish'));
  });
});

describe('a second moderator must publish', () => {
  async function strict() {
    const door = openDoor();
    const on = command('settings require-second', { enabled: true }, boss);
    expect((await door.say(on)).text).toContain('another moderator must');
    return door;
  }

  test('the author cannot; the draft goes to the review channel, where another one can', async () => {
    const door = await strict();
    await door.say(channelOption(review));
    const preview = await draft(door, parking, ana);
    expect(preview.text).toContain('another moderator must publish it');
    const sent = await door.say(press(preview.button('Publish'), ana));
    expect(sent.text).toContain(`<#${review}>`);
    const card = door.posts.at(-1);
    expect(card?.channelId).toBe(review);
    expect(card?.reply.banner).toContain(`<@${ana.userId}>`);

    const id = preview.button('Publish');
    const onCard = (who: typeof ana) => door.say(press(id, who, undefined, 0));
    const own = await onCard(ana);
    expect(own.private).toBe(true);
    expect(own.text).toContain('You wrote this');
    expect(await door.services.community.entries.size(guild)).toBe(0);
    const done = await onCard(ben);
    expect(done.text).toContain(`Written by <@${ana.userId}>, approved by <@${ben.userId}>`);
    const [entry] = await door.services.community.entries.all(guild);
    const kept = await door.services.community.curation.entry(guild, entry?.id ?? '');
    expect(kept?.revisions).toMatchObject([{ by: ana.userId, approvedBy: ben.userId }]);
  });

  test('without a review channel it can be shown in the channel', async () => {
    const door = await strict();
    const preview = await draft(door, parking, ana);
    const asked = await door.say(press(preview.button('Publish'), ana));
    expect(asked.text).toContain('/settings review');
    const card = await door.say(press(asked.button('Show it here'), ana));
    expect(card.private).toBe(false);
    expect(card.text).toContain('Waiting for a second moderator');
    expect((await door.say(press(card.button('Publish'), ben, undefined, 0))).text).toContain('Published');
  });

  test('a text changed after it was shown is not published unseen', async () => {
    const door = await strict();
    const preview = await draft(door, parking, ana);
    const seen = preview.button('Publish');
    const form = await door.say(press(preview.button('Edit'), ana));
    await door.say(submit(form.form ?? '', { ...form.values, answer_en: 'Something else.' }, ana));
    const said = await door.say(press(seen, ben, undefined, 0));
    expect(said.text).toContain('changed since you looked');
    expect(said.text).toContain('Something else.');
    expect(await door.services.community.entries.size(guild)).toBe(0);
    expect((await door.say(press(said.button('Publish'), ben, undefined, 0))).text).toContain('Published');
  });

  test('whoever changes the draft becomes its author', async () => {
    const door = await strict();
    const preview = await draft(door, parking, ana);
    const form = await door.say(press(preview.button('Edit'), ben, undefined, 0));
    const changed = await door.say(submit(form.form ?? '', { ...form.values, answer_en: 'Bens text.' }, ben));
    const refused = await door.say(press(changed.button('Publish'), ben, undefined, 0));
    expect(refused.text).toContain('You wrote this');
    expect((await door.say(press(changed.button('Publish'), ana, undefined, 0))).text).toContain('Published');
  });

  test('bringing back an old version needs it too; turning the rule on counts for drafts already shown', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const change = await edited(door, entry, { title: 'Parking' });
    await door.say(press(change.button('Publish'), ana));
    const waiting = await draft(door, { title: 'Waiting', answer_en: 'Text.' });
    await door.say(command('settings require-second', { enabled: true }, boss));
    expect((await door.say(press(waiting.button('Publish'), ana))).text).not.toContain('Published');

    const preview = await door.say(command('curate restore', { entry, revision: '1' }, ana));
    expect(preview.text).toContain('another moderator must publish it');
    expect((await door.say(press(preview.button('Publish'), ana))).text).not.toContain('Published');
    expect((await door.say(press(preview.button('Publish'), ben))).text).toContain('Published');
    const kept = await door.services.community.curation.entry(guild, entry);
    expect(kept?.revisions.at(-1)).toMatchObject({ n: 3, from: 1, by: ana.userId, approvedBy: ben.userId });
  });
});
