import { describe, expect, test } from 'vitest';
import { isOver, missed } from '../../src/community/data/retention.ts';
import { limits } from '../../src/community/entries/content.ts';
import { faqCollection, faqKey } from '../../src/community/entries/entry.ts';
import { revise } from '../../src/community/entries/revise.ts';
import { added, totals, usageCollection } from '../../src/community/entries/usage.ts';
import { awayStore } from '../support/away-store.ts';
import { ana, draft, edited, guild, member, openDoor, parking, published } from '../support/door.ts';
import { autocomplete, command, press, submit } from '../support/interactions.ts';

describe('two replicas on one store', () => {
  test('what one publishes, the other finds at once, also after it was changed and removed', async () => {
    const here = openDoor();
    const there = openDoor({ store: here.store });
    const suggested = async (typed: string) =>
      (await there.say(autocomplete('faq', 'entry', { entry: typed }, member))).choices.map(
        ({ name }) => name,
      );
    expect(await suggested('park')).toEqual([]);
    const entry = await published(here, parking);
    await expect.poll(() => suggested('park')).toEqual(['Where can I park?']);
    expect((await there.services.community.ask(guild, 'where do I park my car', 'en')).hits[0]?.id).toBe(
      entry,
    );
    expect((await there.services.community.ask(guild, 'dónde estaciono, iglesia', 'es')).hits[0]?.id).toBe(
      entry,
    );

    const change = await edited(there, entry, { title: 'Parking lot hours', aliases: '' });
    await there.say(press(change.button('Publish'), ana));
    await expect
      .poll(async () => (await here.services.community.entries.get(guild, entry))?.content.title)
      .toBe('Parking lot hours');
    // The old name is free again.
    expect(await here.services.community.entries.named(guild, parking.title)).toBeUndefined();
    const asked = await here.say(command('curate remove', { entry }, ana));
    await here.say(press(asked.button('Remove'), ana));
    await expect.poll(() => suggested('park')).toEqual([]);
  });

  test('entries that were there before are found; a damaged one does not hide the others', async () => {
    const first = openDoor();
    const entry = await published(first, parking);
    await first.store.update(
      { name: 'faq', schema: (await import('zod')).z.any() },
      `${guild}:broken`,
      () => [{ x: 1 }, 0],
    );
    const later = openDoor({ store: first.store });
    expect((await later.say(command('faq', { entry }, member))).text).toContain('church');
  });

  test('after lost notices everything is read anew', async () => {
    const store = awayStore();
    const missing: (() => void)[] = [];
    const listening = {
      ...store,
      watch: (_: unknown, missed?: () => void) => missing.push(missed ?? (() => {})),
    };
    const deaf = openDoor({ store: listening as never });
    expect(await deaf.services.community.entries.size(guild)).toBe(0);
    await published(openDoor({ store }), parking);
    expect(await deaf.services.community.entries.size(guild)).toBe(0);
    for (const missed of missing) missed();
    expect(await deaf.services.community.entries.size(guild)).toBe(1);
  });

  test('an empty field offers the most used', async () => {
    const door = openDoor();
    const one = await published(door, { title: 'Alpha', answer_en: 'A.' });
    const two = await published(door, { title: 'Beta', answer_en: 'B.' });
    for (let time = 0; time < 3; time++) await door.say(command('faq', { entry: two }, member));
    await door.say(command('faq', { entry: one }, member));
    await door.services.community.usage.flush();
    door.clock = new Date(door.clock.getTime() + 61_000);
    const offered = await door.say(autocomplete('faq', 'entry', { entry: '' }, member));
    expect(offered.choices.map(({ value }) => value)).toEqual([two, one]);
    const moderators = await door.say(autocomplete('curate edit', 'entry', { entry: '' }, ana));
    expect(moderators.choices[0]?.name).toBe('Beta · 3×');
    expect((await door.say(command('curate history', { entry: two }, ana))).text).toContain('Shown 3 times');
  });

  test('at most 25 choices, exact title, alias and prefix before the rest', async () => {
    const door = openDoor();
    for (let index = 0; index < 30; index++) {
      await published(door, {
        title: `Bus line ${index}`,
        answer_en: 'It runs daily to the clinic.',
        aliases: `b${index}`,
      });
    }
    await published(door, { title: 'Clinic', answer_en: 'Main street.' });
    const choices = async (entry: string) =>
      (await door.say(autocomplete('faq', 'entry', { entry }, member))).choices;
    expect(await choices('')).toHaveLength(25);
    expect(await choices('bus')).toHaveLength(25);
    expect((await choices('b7'))[0]?.name).toBe('Bus line 7');
    expect((await choices('clinic'))[0]?.name).toBe('Clinic');
    expect((await choices('bus line 1'))[0]?.name).toBe('Bus line 1');
  });
});

describe('a full community', () => {
  test('takes no more than 2,000 entries, by no way', async () => {
    const door = openDoor();
    const gone = await published(door, parking);
    const asked = await door.say(command('curate remove', { entry: gone }, ana));
    const removed = await door.say(press(asked.button('Remove'), ana));
    for (let index = 0; index < limits.entries; index++) {
      const content = { title: `Entry ${index}`, answers: { en: 'Text.' }, aliases: [] };
      const revision = { by: '1', at: '2026-11-24T12:00:00Z', content };
      await door.store.update(faqCollection, faqKey(guild, `entry-${index}`), () => [
        revise(undefined, revision),
        0,
      ]);
    }
    await expect
      .poll(() => door.services.community.entries.size(guild), { timeout: 20_000 })
      .toBe(limits.entries);
    const one = await draft(door, { title: 'One more', answer_en: 'Text.' });
    const ways = [
      await door.say(press(one.button('Publish'), ana)),
      await door.say(press(removed.button('Undo'), ana)),
      await door.say(command('curate restore', { entry: gone, revision: '1' }, ana)),
    ];
    for (const said of ways) expect(said.text).toContain('2000 answers, the most I can keep');
    expect(await door.services.community.entries.size(guild)).toBe(limits.entries);
    const change = await edited(door, 'entry-7', { answer_en: 'Still possible.' });
    expect((await door.say(press(change.button('Publish'), ana))).text).toContain('Published');
  });
});

describe('while the storage is away', () => {
  test('members’ answers go on as far as memory reaches, edits say try again, nothing is half done', async () => {
    const store = awayStore();
    const door = openDoor({ store });
    const entry = await published(door, parking);
    const waiting = await draft(door, { title: 'Waiting', answer_en: 'Text.' });
    const { writes } = store;
    store.away = true;
    expect((await door.say(command('faq', { entry }, member))).text).toContain('church');
    expect(await door.services.community.override('299', 'rights/at-home')).toBeUndefined();
    expect(await door.services.community.ask('299', 'park', 'en')).toEqual({ sure: false, hits: [] });
    const preview = await door.say(submit('curate:new', parking, ana));
    const press1 = await door.say(press(waiting.button('Publish'), ana));
    for (const said of [preview, press1]) expect(said.text).toContain('can’t reach my storage');
    await door.services.community.usage.flush();
    store.away = false;
    expect(store.writes).toBe(writes);
    expect((await door.say(press(waiting.button('Publish'), ana))).text).toContain('Published');
    await door.services.community.usage.flush();
    expect(totals(await store.read(usageCollection, guild)).get(entry)).toBe(1);
    expect(door.errors).toEqual([]);
  });

  test('a crash between entry and draft does not publish twice', async () => {
    const store = awayStore();
    const door = openDoor({ store });
    const preview = await draft(door, parking);
    const failing = Object.create(store) as typeof store;
    failing.update = async (collection, id, change) => {
      if (collection.name === 'draft') throw new Error('killed');
      return await store.update(collection, id, change);
    };
    const crashing = openDoor({ store: failing });
    await crashing.say(press(preview.button('Publish'), ana));
    expect(crashing.errors).toHaveLength(1);
    const again = await door.say(press(preview.button('Publish'), ana));
    expect(again.text).toContain('published already');
    const [entry] = await door.services.community.entries.all(guild);
    expect((await door.services.community.curation.entry(guild, entry?.id ?? ''))?.revisions).toHaveLength(1);
  });
});

describe('what time takes away', () => {
  test('drafts after two weeks', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    door.clock = new Date(door.clock.getTime() + 13 * 86_400_000);
    expect(await door.services.community.curation.sweep()).toBe(0);
    door.clock = new Date(door.clock.getTime() + 2 * 86_400_000);
    expect(await door.services.community.curation.sweep()).toBe(1);
    expect((await door.say(press(preview.button('Edit'), ana))).text).toContain('not kept any more');
  });

  test('counts after 30 days', () => {
    const day = (date: string, count: number) => ({ days: { [date]: { a: count } } });
    const counts = added(day('2026-01-01', 5), day('2026-01-30', 2), '2026-01-30');
    expect(totals(counts).get('a')).toBe(7);
    expect(totals(added(counts, day('2026-01-31', 1), '2026-01-31')).get('a')).toBe(3);
  });

  test('a community 30 days after it removed the bot, seen on two days running', async () => {
    const door = openDoor();
    await published(door, parking);
    const { retention, entries } = door.services.community;
    const look = async (day: string, present: string[]) => {
      door.clock = new Date(`${day}T03:00:00Z`);
      return await retention.look(new Set(present));
    };
    // One day away is an accident of Discord's.
    expect(await look('2026-12-01', [])).toEqual([]);
    expect(await look('2026-12-02', [guild])).toEqual([]);
    expect(await look('2026-12-03', [])).toEqual([]);
    expect(await look('2026-12-04', [])).toEqual([]);
    expect(await look('2027-01-01', [])).toEqual([]);
    expect(await entries.size(guild)).toBe(1);
    expect(await look('2027-01-02', [])).toEqual([guild]);
    const left: string[] = [];
    for await (const key of door.store.keys('')) left.push(key);
    expect(left).toEqual([]);
    expect(await entries.size(guild)).toBe(0);
  });

  test('days that were not looked at do not count as running', () => {
    const first = missed(undefined, '2026-12-01');
    expect(missed(first, '2026-12-01')).toEqual(first);
    expect(missed(first, '2026-12-03')).toEqual({ first: '2026-12-03', last: '2026-12-03', removed: false });
    const removed = missed(first, '2026-12-02');
    expect(removed.removed).toBe(true);
    expect(isOver(missed(removed, '2026-12-20'), '2026-12-20')).toBe(false);
    expect(isOver(missed(removed, '2027-02-01'), '2027-02-01')).toBe(true);
  });
});
