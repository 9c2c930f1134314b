import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../sandbox/discord/person.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/start.ts';
import { parking } from '../../support/door.ts';
import { quiet } from '../../support/quiet-log.ts';

type Answer = Awaited<ReturnType<Person['command']>>;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, log: quiet });
});
afterAll(() => sandbox.stop());

const textOf = (answer: Answer) => JSON.stringify('message' in answer ? answer.message : answer);
const messageOf = (answer: Answer) => {
  if (answer.kind !== 'message' && answer.kind !== 'update')
    throw new Error(`no message: ${JSON.stringify(answer)}`);
  return answer.message;
};
const channelId = (name: string) =>
  [...sandbox.discord.world.channels.values()].find(channel => channel.name === name)?.id ?? '';

test('over the wire: settings, add, publish, ask, report into a thread, export, import', async () => {
  const { discord } = sandbox;
  const manager = discord.use({ user: 'manager', channel: 'general' });
  const moderator = discord.use({ user: 'moderator', channel: 'general' });
  const member = discord.use({ user: 'member', channel: 'general' });
  const set = await manager.command('settings review', { channel: channelId('moderators') });
  expect(textOf(set)).toContain('Done.');

  const form = await moderator.command('curate add');
  const { title, answer_en: text, aliases, source } = parking;
  const preview = messageOf(await moderator.submit(form, { title, answer: text, aliases, source }));
  expect(textOf(await moderator.press(preview, 'Publish'))).toContain('Published');

  const choices = await member.autocomplete('faq', { entry: 'park' });
  expect(choices.map(({ name }) => name)).toEqual(['Where can I park?']);
  const answer = messageOf(await member.command('faq', { entry: String(choices[0]?.value) }));
  expect(textOf(await member.command('ask', { question: 'where can I park my car?' }))).toContain('church');

  const reasons = await member.press(answer, 'Wrong or old?');
  expect(textOf(await member.submit(reasons, { reason: ['old'], more: 'The gate is closed.' }))).toContain(
    'Thank you',
  );
  const threads = [...discord.world.channels.values()].filter(channel =>
    channel.name.startsWith('Reported:'),
  );
  expect(threads.map(({ name }) => name)).toEqual(['Reported: Where can I park?']);

  const exported = messageOf(await moderator.command('curate export'));
  const content = exported.attachments[0]?.bytes ?? '';
  const plan = await moderator.command('curate import', { file: { name: 'faq.json', content } });
  expect(textOf(plan)).toContain('already: **1**');
  expect(textOf(plan)).not.toContain('Apply');
});
