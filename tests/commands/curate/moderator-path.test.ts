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
} from '../../support/door.ts';
import { autocomplete, command, press, submit } from '../../support/interactions.ts';

describe("a moderator's way through the door", () => {
  test('add, preview, publish, /faq, edit, history, restore', async () => {
    const door = openDoor();
    const form = await door.say(command('curate add', {}, ana));
    expect(Object.keys(form.values)).toEqual(['title', 'answer', 'aliases', 'source']);

    const preview = await door.say(submit(form.form ?? '', parking, ana));
    expect(preview.private).toBe(true);
    expect(preview.text).toContain('Behind the **church**');
    expect((await door.say(command('faq', { entry: 'park' }, member))).text).toContain("I don't have that");

    const done = await door.say(press(preview.button('Publish'), ana));
    expect(done.text).toContain('Published: **Where can I park?**');

    const { choices } = await door.say(autocomplete('faq', 'entry', { entry: 'parking l' }, member));
    expect(choices[0]?.name).toBe('Where can I park?');
    const entry = choices[0]?.value ?? '';
    const answer = await door.say(command('faq', { entry }, member));
    expect(answer.private).toBe(true);
    for (const part of [
      'Where can I park?',
      'Behind the **church**',
      'https://example.org/parking',
      '24 November 2026',
    ]) {
      expect(answer.text).toContain(part);
    }
    expect(answer.text).toContain('Written by this community');

    door.clock = new Date('2026-11-25T12:00:00Z');
    const second = await edited(
      door,
      entry,
      { answer_en: 'Behind the **church**. Take the third gate.' },
      ben,
    );
    await door.say(press(second.button('Publish'), ben));
    expect((await door.say(command('faq', { entry }, member))).text).toContain('third gate');

    const history = await door.say(command('curate history', { entry }, ana));
    expect(history.text).toContain('Taken out: Take the second gate.');
    expect(history.text).toContain('Added: Take the third gate.');
    expect(history.text).not.toContain('Taken out: Behind');
    expect(history.text).toContain(`<@${ben.userId}>`);

    const older = await door.say(press(history.button('See 1'), ana));
    expect(older.text).toContain('second gate');
    const restored = await door.say(press(older.button('Bring it back'), ana));
    expect(restored.text).toContain('Version 1');
    expect((await door.say(command('faq', { entry }, member))).text).toContain('second gate');

    const kept = await door.services.community.curation.entry(guild, entry);
    expect(kept?.revisions.map(({ n, from }) => [n, from])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 1],
    ]);
    expect(door.errors).toEqual([]);
  });

  test('the preview is what members then see, but for the buttons and its last line', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    await door.say(press(preview.button('Publish'), ana));
    const answer = await door.say(command('faq', { entry: parking.title }, member));
    const lines = preview.text.split('\n').filter(line => !line.includes('Preview:'));
    expect(lines.join('\n')).toBe(answer.text);
    expect(preview.has('Edit')).toBe(true);
    expect(preview.has('Discard')).toBe(true);
  });

  test('the preview turns to the other language, as members can', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    const spanish = await door.say(press(preview.button('Español'), ana));
    expect(spanish.text).toContain('Detrás de la iglesia.');
    await door.say(press(spanish.button('Publish'), ana));
    const answer = await door.say(command('faq', { entry: parking.title, language: 'es' }, member));
    expect(answer.text).toContain('Detrás de la iglesia.');
    const english = await door.say(press(answer.button('English'), member));
    expect(english.text).toContain('church');
  });

  test('an answer in one language is given in it to everyone, and says so', async () => {
    const door = openDoor();
    const entry = await published(door, { title: 'Comida', answer_es: 'Los martes.', answer_en: '' });
    const answer = await door.say(command('faq', { entry }, member));
    expect(answer.text).toContain('Los martes.');
    expect(answer.text).toContain('Only in Spanish so far.');
  });

  test('every fault is listed at once, the text is kept, and can be put right', async () => {
    const door = openDoor();
    await published(door, parking);
    const bad = {
      title: 'where can i PARK',
      answer_en: `@everyone **open ${'x'.repeat(3_600)}`,
      aliases: 'car, ok',
      source: 'http://example.org',
    };
    const faults = await draft(door, bad);
    for (const part of [
      'Title: “where can i PARK”',
      'too many',
      '@everyone',
      'opened but not closed',
      '“car”',
      'https',
    ]) {
      expect(faults.text.replaceAll('\\', '')).toContain(part);
    }
    const again = await door.say(press(faults.button('Edit again'), ana));
    expect(again.values.title).toBe(bad.title);
    expect(again.values.answer).toBe(bad.answer_en);
    const good = { ...again.values, title: 'Gates', answer_en: 'Open.', aliases: 'gate', source: '' };
    const preview = await door.say(submit(again.form ?? '', good, ana));
    expect((await door.say(press(preview.button('Publish'), ana))).text).toContain('Published');
  });

  test('publishing one draft twice, also at once, makes one revision', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    const id = preview.button('Publish');
    const [one, two] = await Promise.all([door.say(press(id, ana)), door.say(press(id, ana))]);
    const third = await door.say(press(id, ana));
    expect(one.text).toContain('Published');
    for (const later of [two, third]) expect(later.text).toContain('published already');
    const [entry] = await door.services.community.entries.all(guild);
    expect((await door.services.community.curation.entry(guild, entry?.id ?? ''))?.revisions).toHaveLength(1);
  });

  test('two drafts of one title, published at once: one is refused', async () => {
    const door = openDoor();
    const [one, two] = [await draft(door, parking), await draft(door, parking, ben)];
    const said = await Promise.all([
      door.say(press(one.button('Publish'), ana)),
      door.say(press(two.button('Publish'), ben)),
    ]);
    expect(said.filter(({ text }) => text.includes('Published:'))).toHaveLength(1);
    expect(await door.services.community.entries.size(guild)).toBe(1);
  });

  test('a discarded draft is gone', async () => {
    const door = openDoor();
    const preview = await draft(door, parking);
    await door.say(press(preview.button('Discard'), ana));
    expect((await door.say(press(preview.button('Publish'), ana))).text).toContain('not kept any more');
    expect(await door.services.community.entries.size(guild)).toBe(0);
  });

  test('removal asks once and can be undone; a removed answer is not found, but its history is', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const asked = await door.say(command('curate remove', { entry }, ana));
    const removed = await door.say(press(asked.button('Remove'), ana));
    expect((await door.say(command('faq', { entry }, member))).text).toContain("I don't have that");
    expect((await door.say(autocomplete('faq', 'entry', { entry: '' }, member))).choices).toEqual([]);
    const { choices } = await door.say(autocomplete('curate history', 'entry', { entry: 'park' }, ana));
    expect(choices).toEqual([{ name: 'Where can I park? · removed', value: entry }]);
    expect((await door.say(command('curate history', { entry }, ana))).text).toContain('removed');

    await door.say(press(removed.button('Undo'), ana));
    expect((await door.say(command('faq', { entry }, member))).text).toContain('church');
    const late = await door.say(press(removed.button('Undo'), ana));
    expect(late.text).toContain('changed since');
  });

  test('Add to FAQ fills in the message', async () => {
    const door = openDoor({});
    const message = { id: '1', content: 'The clinic opens at nine.', author: { id: '2' } };
    const target = command('add-to-faq', {}, ana) as unknown as { data: Record<string, unknown> };
    target.data = {
      id: '5',
      name: 'Add to FAQ',
      type: 3,
      target_id: '1',
      resolved: { messages: { 1: message } },
    };
    const form = await door.say(target as never);
    expect(form.values.answer).toBe('The clinic opens at nine.');
    const preview = await door.say(submit(form.form ?? '', { ...form.values, title: 'Clinic hours' }, ana));
    expect(preview.text).toContain('The clinic opens at nine.');
  });

  test('rights are checked again on every press and submit', async () => {
    const door = openDoor();
    const entry = await published(door, parking);
    const preview = await draft(door, { ...parking, title: 'Other', aliases: '' });
    const former = { ...ana, permissions: 0n };
    const refusals = await Promise.all([
      door.say(command('curate add', {}, former)),
      door.say(press(preview.button('Publish'), former)),
      door.say(submit('curate:new', parking, former)),
      door.say(press(`curate:remove:${entry}:1`, former)),
      door.say(press(`curate:open:${entry}`, former)),
      door.say(command('settings show', {}, ana)),
      door.say(submit('settings:forget', { confirm: 'ERASE' }, ana)),
    ]);
    for (const refusal of refusals) {
      expect(refusal.private).toBe(true);
      expect(refusal.text).toMatch(/This is for (the moderators|people who manage)/);
    }
    expect(await door.services.community.entries.size(guild)).toBe(1);
  });

  test('the curator role may curate as soon as it is chosen, and no longer when it is taken back', async () => {
    const door = openDoor();
    const helper = { userId: '410000000000000009', roles: ['660000000000000001'] };
    expect((await door.say(command('curate add', {}, helper))).form).toBeUndefined();
    await door.say(command('settings curators', { role: '660000000000000001' }, boss));
    expect((await door.say(command('curate add', {}, helper))).form).toBe('curate:new:en');
    await door.say(command('settings curators', {}, boss));
    expect((await door.say(command('curate add', {}, helper))).form).toBeUndefined();
  });

  test('stale and forged buttons get a clear private answer', async () => {
    const door = openDoor();
    const forged = [
      'curate:publish:nobody:1',
      'curate:publish',
      'curate:__proto__:x',
      'curate:constructor',
      'curate:see:x:1:own:xx:-5',
      'curate:redo:x:y:z',
      'curate:history:nothing:99999999',
      'curate:revision:nothing:1:0',
      'curate:bring:nothing:1',
      'curate:remove:nothing:1',
      'curate:undo:nothing:1',
      'curate:apply:nothing',
      'curate:keep:nothing',
      'curate:plan:nothing',
      'curate:here:nothing:1',
      'faq:open:nothing:xx:1',
      'faq:show:nothing',
      'faq:report:nothing',
      'settings:whatever',
    ];
    for (const id of forged) {
      const said = await door.say(press(id, { ...boss, permissions: boss.permissions ?? 0n }));
      expect(said.text.length, id).toBeGreaterThan(10);
    }
    for (const id of ['curate:form:nothing:1', 'curate:draft:x:1:1', 'faq:report:nothing', 'curate:zzz']) {
      expect((await door.say(submit(id, parking, boss))).text.length, id).toBeGreaterThan(10);
    }
    expect(door.errors).toEqual([]);
    expect(await door.services.community.entries.size(guild)).toBe(0);
  });
});
