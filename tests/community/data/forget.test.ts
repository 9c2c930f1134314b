import { expect, it } from 'vitest';
import { boss, guild, member, oneEntryKnowledge, openDoor, parking, published } from '../../support/door.ts';
import { command, submit } from '../../support/interactions.ts';

it('what is erased stays erased, also what was only counted so far', async () => {
  const door = openDoor({ knowledge: oneEntryKnowledge('stays calm.') });
  const entry = await published(door, parking);
  await door.services.settings.change(guild, { language: 'es' });
  await door.services.community.usage.flush();
  await door.say(command('faq', { entry }, member));
  await door.say(command('rights', { situation: 'rights/at-home' }, member));

  expect((await door.say(submit('settings:forget', { confirm: 'erase' }, boss))).text).toContain(
    'erased everything',
  );
  await door.services.community.usage.flush();
  expect(await Array.fromAsync(door.store.keys(''))).toEqual([]);
  expect((await door.say(command('faq', { entry }, member))).text).not.toContain('church');
  expect(await door.services.community.usage.of(guild)).toEqual(new Map());
});
