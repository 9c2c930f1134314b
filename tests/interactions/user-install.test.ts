import type { APIInteraction } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import {
  ana,
  boss,
  edited,
  guild,
  member,
  oneEntryKnowledge,
  openDoor,
  parking,
  published,
} from '../support/door.ts';
import { command, press, submit } from '../support/interactions.ts';

/** As Discord sends it where a person brought the bot along into a server that has not installed it. */
const broughtAlong = (interaction: APIInteraction) =>
  ({ ...interaction, authorizing_integration_owners: { '1': member.userId } }) as APIInteraction;

async function visited() {
  const door = openDoor({ knowledge: oneEntryKnowledge('stays calm.') });
  // What is left from the time when the bot was a member of this server.
  const copy = await edited(door, 'rights/at-home', { answer_en: 'Ring Mrs. Lopez.' });
  await door.say(press(copy.button('Publish'), ana));
  const entry = await published(door, parking);
  await door.services.settings.change(guild, { language: 'es' });
  await door.services.community.usage.flush();
  return { door, entry };
}

it('gives the shared answer, counts nothing, and offers no way to moderators who are not there', async () => {
  const { door, entry } = await visited();
  const kept = JSON.stringify(await Array.fromAsync(door.store.keys('')));
  const answer = await door.say(broughtAlong(command('rights', { situation: 'rights/at-home' }, member)));
  expect(answer.text).toContain('stays calm');
  expect(answer.text).not.toContain('Lopez');
  expect(answer.has('Wrong or old?')).toBe(false);
  const asked = await door.say(broughtAlong(command('ask', { question: 'where can I park?' }, member)));
  expect(asked.text).not.toContain('church');
  for (const id of [`faq:open:${entry}:en`, 'faq:report:rights/at-home', 'rights:show:rights/at-home']) {
    expect((await door.say(broughtAlong(press(id, member)))).text).not.toMatch(/church|Lopez/);
  }
  await door.services.community.usage.flush();
  expect(JSON.stringify(await Array.fromAsync(door.store.keys('')))).toBe(kept);
});

it('speaks the server’s own language to its channel, and the person’s to the person', async () => {
  const { door } = await visited();
  const visitor = { ...member, locale: 'es-419', guildLocale: 'en-GB' };
  const said = async (interaction: APIInteraction) => (await door.say(broughtAlong(interaction))).text;
  const values = { situation: 'rights/at-home' };
  expect(await said(command('rights', values, visitor))).toContain('Si llegan a su puerta');
  expect(await said(command('rights', { ...values, share: true }, visitor))).toContain('If they come');
  expect(await said(press('rights:show:rights/at-home', visitor))).toContain('If they come');
});

it('lets nobody curate there or change settings', async () => {
  const { door, entry } = await visited();
  for (const interaction of [
    command('curate history', { entry }, ana),
    command('settings show', {}, boss),
    press(`curate:remove:${entry}:1`, ana),
    submit('settings:forget', { confirm: 'ERASE' }, boss),
  ]) {
    expect((await door.say(broughtAlong(interaction))).text).toContain('only in a server');
  }
  expect(door.errors).toEqual([]);
});
