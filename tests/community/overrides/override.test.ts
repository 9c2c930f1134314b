import { describe, expect, test } from 'vitest';
import { contentFaults } from '../../../src/community/entries/content-faults.ts';
import { entryId } from '../../../src/community/entries/entry.ts';
import { sharedAnswer } from '../../../src/community/overrides/override.ts';
import { loadKnowledge } from '../../../src/knowledge/content/load.ts';
import { ana, edited, guild, member, oneEntryKnowledge, openDoor } from '../../support/door.ts';
import { command, press } from '../../support/interactions.ts';

const id = 'rights/at-home';

test('every shared answer can become a copy as it stands', async () => {
  const loaded = await loadKnowledge(new URL('../../../knowledge', import.meta.url).pathname);
  if (!loaded.ok) throw new Error('the knowledge base has faults');
  for (const shared of loaded.knowledge.entries.keys()) {
    expect(entryId.safeParse(shared).success, shared).toBe(true);
    const content = sharedAnswer(loaded.knowledge, shared)?.content;
    expect(content && contentFaults(content, () => undefined), shared).toEqual([]);
  }
});

describe('a copy of a shared answer', () => {
  test('is made by editing it, marked as edited by this community, and given instead of it', async () => {
    const door = openDoor({ knowledge: oneEntryKnowledge('Do not open.') });
    const form = await door.say(command('curate edit', { entry: id }, ana));
    expect(form.values.answer).toBe('EN Do not open.');
    const preview = await edited(door, id, { answer_en: 'Call Rosa first.' });
    expect(preview.text).toContain('Edited by this community.');
    await door.say(press(preview.button('Publish'), ana));
    const override = await door.services.community.override(guild, id);
    expect(override?.content.answers.en).toBe('Call Rosa first.');
    expect(override?.content.answers.es).toBe('ES Do not open.');
    expect((await door.say(command('faq', { entry: id }, member))).text).toContain('Call Rosa first.');
    const spanish = await door.say(command('rights', { situation: id, language: 'es' }, member));
    expect(spanish.text).toContain('Si llegan a su puerta');
    expect(spanish.text).toContain('Editado por esta comunidad.');
    expect(await door.services.community.override('200000000000000002', id)).toBeUndefined();
  });

  test('when the shared answer changes, moderators see the difference once, and can keep or take it', async () => {
    const before = openDoor({ knowledge: oneEntryKnowledge('Do not open.') });
    const preview = await edited(before, id, { answer_en: 'Call Rosa first.' });
    await before.say(press(preview.button('Publish'), ana));
    await before.services.settings.change(guild, { reviewChannel: '310000000000000001' });
    expect(await before.services.community.upstream.look()).toBe(0);

    const after = openDoor({ store: before.store, knowledge: oneEntryKnowledge('Ask for a warrant.') });
    after.postResult = () => ({ done: false, reason: 'failed' });
    expect(await after.services.community.upstream.look()).toBe(0);
    after.postResult = undefined;
    expect(await after.services.community.upstream.look()).toBe(1);
    expect(await after.services.community.upstream.look()).toBe(0);
    expect(after.posts).toHaveLength(1);
    expect(after.posts[0]?.reply.text).toContain('Taken out: EN Do not open.');
    expect(after.posts[0]?.reply.text).toContain('Added: EN Ask for a warrant.');

    const history = await after.say(command('curate history', { entry: id }, ana));
    expect(history.text).toContain('shared answer changed');
    expect((await after.say(press(history.button('Keep ours'), ana))).text).toContain('stays as it is');
    expect((await after.services.community.override(guild, id))?.content.answers.en).toBe('Call Rosa first.');
    expect((await after.say(press(history.button('Take the shared one'), ana))).text).toContain('settled');

    const third = openDoor({ store: before.store, knowledge: oneEntryKnowledge('Stay calm.') });
    await third.services.community.upstream.look();
    expect((await third.say(press(`curate:take:${id}`, ana))).text).toContain('shared answer again');
    expect(await third.services.community.override(guild, id)).toBeUndefined();
    await third.say(command('curate restore', { entry: id, revision: '1' }, ana));
    expect((await third.services.community.override(guild, id))?.content.answers.en).toBe('Call Rosa first.');
  });
});
