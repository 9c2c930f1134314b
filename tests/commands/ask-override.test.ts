import { expect, it } from 'vitest';
import { folders } from '../../src/app/folders.ts';
import { loadKnowledge } from '../../src/knowledge/content/load.ts';
import { ana, edited, member, openDoor } from '../support/door.ts';
import { command, press } from '../support/interactions.ts';

it('a community’s copy of a shared answer is found by the names that the community gave it', async () => {
  const loaded = await loadKnowledge(folders.knowledge);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const door = openDoor({ knowledge: loaded.knowledge });
  const change = await edited(door, 'rights/at-home', {
    title: 'When the purple van parks outside',
    aliases: 'grape wagon',
    answer_en: 'Call Mrs. Lopez.',
  });
  await door.say(press(change.button('Publish'), ana));
  for (const question of ['grape wagon', 'the purple van parks outside']) {
    const answer = await door.say(command('ask', { question }, member));
    expect(answer.text, question).toContain('Mrs. Lopez');
  }
  // Under the shared one's names, too, and once.
  const knock = await door.say(command('ask', { question: 'ICE is knocking at my door' }, member));
  expect(knock.text).toContain('Mrs. Lopez');
  expect(knock.has('When the purple van parks outside')).toBe(false);
});
