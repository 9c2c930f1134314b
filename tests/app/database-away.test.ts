import { expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../sandbox/discord/ask.ts';
import { startDiscord } from '../../sandbox/discord/start.ts';
import { settingsFor, spawnBot } from '../support/bot-process.ts';
import { usePostgres } from '../support/postgres.ts';
import { startProxy } from '../support/postgres-proxy.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const postgres = usePostgres();
const textOf = (answer: Answer) => JSON.stringify('message' in answer ? answer.message?.components : answer);

it('while the database is silent, then gone, members are answered, edits are told to wait; then all is as before', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const proxy = await startProxy(await postgres.freshUrl());
  onTestFinished(() => proxy.close());
  const settings = await settingsFor(discord, temporaryFolder());
  const bot = spawnBot({ ...settings, DATABASE_URL: proxy.url });
  onTestFinished(() => void bot.process.kill());
  const [, address] = await bot.printed(/"address":"([^"]+)"/);
  const [member, moderator] = [discord.use({ user: 'member' }), discord.use({ user: 'moderator' })];
  const atHome = { situation: 'rights/at-home' };

  for (const trouble of ['silent', 'gone']) {
    if (trouble === 'silent') proxy.silent = true;
    else {
      proxy.silent = false;
      proxy.open = false;
      proxy.cut();
    }
    // Many at once, as when news breaks: the stand-in gives each three seconds, like Discord.
    const answers = await Promise.all(Array.from({ length: 12 }, () => member.command('rights', atHome)));
    for (const answer of answers) expect(textOf(answer), trouble).toContain('judge');
    const form = await moderator.command('curate add');
    const edit = await moderator.submit(form, { title: 'Parking', answer: 'Behind the church.' });
    expect(textOf(edit), trouble).toContain('nothing was changed');
    expect((await fetch(`${address}/health`)).status, trouble).toBe(503);
  }

  proxy.open = true;
  await expect.poll(async () => (await fetch(`${address}/health`)).status, { timeout: 20_000 }).toBe(200);
  const form = await moderator.command('curate add');
  const preview = await moderator.submit(form, { title: 'Parking', answer: 'Behind the church.' });
  expect(textOf(preview)).toContain('Behind the church.');
}, 90_000);
