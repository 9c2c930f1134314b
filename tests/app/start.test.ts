import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../sandbox/discord/start.ts';
import { settingsFor, spawnBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('without a token stops, names what is missing and points to the sandbox', async () => {
  const bot = spawnBot({});
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('DISCORD_TOKEN is missing');
  expect(bot.output()).toContain('DISCORD_APPLICATION_ID is missing');
  expect(bot.output()).toContain('npm run sandbox');
});

it('names every fault of the settings at once, and no secret', async () => {
  const bot = spawnBot({
    DISCORD_TOKEN: 'a-very-secret-token',
    DISCORD_APPLICATION_ID: 'twelve',
    DISCORD_PUBLIC_KEY: 'xyz',
    PORT: 'eighty',
    DATABASE_URL: 'mysql://user:a-very-secret-password@host/db',
    SOURCES: 'courtlistener,cnn',
    SOURCES_CRON: '99 99 * * *',
  });
  expect(await bot.ended).toBe(1);
  for (const name of ['APPLICATION_ID', 'PUBLIC_KEY', 'PORT', 'DATABASE_URL', 'SOURCES ', 'SOURCES_CRON']) {
    expect(bot.output()).toContain(name);
  }
  expect(bot.output()).not.toContain('very-secret');
});

it('reads .env, where what is set already goes before it', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, '.env'), 'DISCORD_TOKEN=t\nPORT=eighty\nLOG_LEVEL=loud\n');
  const bot = spawnBot({ PORT: '0' }, folder);
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('LOG_LEVEL');
  expect(bot.output()).not.toContain('DISCORD_TOKEN');
  expect(bot.output()).not.toContain('PORT');
});

it('says that .env is a folder, as a container makes it for a missing file', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, '.env'));
  const bot = spawnBot({}, folder);
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('.env cannot be read. It must be a text file');
  expect(bot.output()).not.toContain('    at ');
});

it('starts, prints its address, is healthy, stops on SIGTERM', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const bot = spawnBot(await settingsFor(discord, temporaryFolder()));
  const [, address] = await bot.printed(/"address":"([^"]+)"/);
  const health = await fetch(`${address}/health`);
  expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok' }]);
  expect(await (await fetch(`${address}/metrics`)).text()).toContain('trust_act_bot_uptime_seconds');
  expect((await fetch(`${address}/interactions`, { method: 'POST' })).status).toBe(405);
  discord.gateway.close();
  await expect.poll(async () => (await fetch(`${address}/health`)).status, { timeout: 5_000 }).toBe(503);
  bot.process.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(bot.output()).not.toContain(discord.environment.DISCORD_TOKEN);
});

it('says which port is taken', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise(resolve => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const bot = spawnBot({ ...(await settingsFor(discord, temporaryFolder())), PORT: String(port) });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain(`Port ${port} is taken`);
});

it('says that the token is wrong', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const settings = await settingsFor(discord, temporaryFolder());
  const bot = spawnBot({ ...settings, DISCORD_TOKEN: 'not.the.token' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Discord refuses DISCORD_TOKEN');
});

it.each([
  [{ DISCORD_API_BASE_URL: 'http://127.0.0.1:1/api' }, 'Discord cannot be reached at http://127.0.0.1:1/api'],
  [{ HOST: 'no.such.host.invalid' }, 'cannot listen on no.such.host.invalid'],
])('says what cannot be reached: %o', async (wrong, message) => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const bot = spawnBot({ ...(await settingsFor(discord, temporaryFolder())), ...wrong });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain(message);
});
