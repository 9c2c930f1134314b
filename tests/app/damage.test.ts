import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../sandbox/discord/start.ts';
import { settingsFor, spawnBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('a damaged file stops nothing, and the moderators are told once', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const folder = temporaryFolder();
  const settings = await settingsFor(discord, folder);
  const first = spawnBot(settings);
  await first.printed(/"address"/);
  const manager = discord.use({ user: 'manager' });
  await manager.command('settings review', { channel: discord.channel('moderators').id });
  const moderator = discord.use({ user: 'moderator' });
  const form = await moderator.command('curate add');
  const preview = await moderator.submit(form, {
    title: 'Where can I park?',
    answer: 'Behind the church.',
  });
  if (preview.kind !== 'message') throw new Error('no preview');
  await moderator.press(preview.message, 'Publish');
  first.process.kill('SIGTERM');
  await first.ended;

  const files = () => readdirSync(folder, { recursive: true }).map(String);
  truncateSync(path.join(folder, files().find(file => /faq.*\.json$/.test(file)) ?? 'missing'), 20);
  const second = spawnBot(settings);
  onTestFinished(() => void second.process.kill());
  await second.printed(/"address"/);
  const answer = await discord.use({ user: 'member' }).command('faq', { entry: 'Where can I park?' });
  expect(JSON.stringify('message' in answer && answer.message?.components)).toContain('Behind the church.');
  const notices = () =>
    discord.messages('moderators').filter(message => JSON.stringify(message).includes('damaged on the disk'));
  await expect.poll(notices).toHaveLength(1);
  await discord.use({ user: 'member' }).command('faq', { entry: 'Where can I park?' });
  expect(notices()).toHaveLength(1);
  expect(files().join()).toContain('.damaged-');
  expect(second.output()).toContain('a document is damaged');
});
