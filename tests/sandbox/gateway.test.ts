import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { closes } from '../../sandbox/discord/gateway-session.ts';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { answer, startTinyBot } from './tiny-bot.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.stop());

interface Frame {
  readonly op: number;
  readonly s?: number;
  readonly t?: string;
  readonly d: Record<string, unknown>;
}

/** A raw client: sends frames, collects frames. */
async function connect() {
  const socket = new WebSocket(discord.origin.replace('http', 'ws'));
  const frames: Frame[] = [];
  socket.on('message', text => frames.push(JSON.parse(String(text)) as Frame));
  await once(socket, 'open');
  return {
    frames,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    closed: once(socket, 'close').then(([code]) => code as number),
    close: () => socket.terminate(),
    async next(fits: (frame: Frame) => boolean) {
      await expect.poll(() => frames.some(fits)).toBe(true);
      return frames.find(fits) as Frame;
    },
  };
}
const identity = () => ({ token: discord.environment.DISCORD_TOKEN, intents: 0, properties: {} });
const isEvent = (name: string) => (frame: Frame) => frame.t === name;

test('hello, identify, ready, heartbeat', async () => {
  const client = await connect();
  expect((await client.next(frame => frame.op === 10)).d).toHaveProperty('heartbeat_interval');
  client.send(2, identity());
  const ready = await client.next(isEvent('READY'));
  expect(ready.d).toMatchObject({
    v: 10,
    application: { id: discord.world.applicationId },
    guilds: [{ unavailable: true }],
  });
  client.send(1, null);
  await client.next(frame => frame.op === 11);
  client.close();
});

test.each([
  ['a wrong token', closes.authenticationFailed, 2, { token: 'x', intents: 0 }],
  ['a shard that cannot be', closes.invalidShard, 2, { shard: [1, 1] }],
  ['no intents', closes.invalidIntents, 2, { intents: undefined }],
  ['anything before identify', closes.notAuthenticated, 3, {}],
])('%s closes the connection with Discord’s code', async (_, code, op, change) => {
  const client = await connect();
  client.send(op, { ...identity(), ...change });
  expect(await client.closed).toBe(code);
});

test('what is no JSON, a second identify and an unknown opcode close the connection', async () => {
  const [first, second, third] = [await connect(), await connect(), await connect()];
  second.send(2, identity());
  second.send(2, identity());
  third.send(2, identity());
  third.send(99, {});
  first.send(undefined as never, undefined);
  expect(await Promise.all([first.closed, second.closed, third.closed])).toEqual([
    closes.decodeError,
    closes.alreadyAuthenticated,
    closes.unknownOpcode,
  ]);
});

test('a session that was away gets on resume what it missed', async () => {
  const first = await connect();
  first.send(2, identity());
  const ready = await first.next(isEvent('READY'));
  first.close();
  await first.closed;
  await expect.poll(() => discord.gateway.connected()).toBe(0);
  discord.gateway.dispatch('INTERACTION_CREATE', { id: 'missed' });
  const second = await connect();
  second.send(6, { token: discord.environment.DISCORD_TOKEN, session_id: ready.d.session_id, seq: ready.s });
  await second.next(isEvent('RESUMED'));
  expect(second.frames.filter(frame => frame.op === 0).map(frame => frame.t)).toEqual([
    'INTERACTION_CREATE',
    'RESUMED',
  ]);
  second.close();
});

test('an unknown session is told that it is invalid', async () => {
  const client = await connect();
  client.send(6, { token: discord.environment.DISCORD_TOKEN, session_id: 'nobody', seq: 1 });
  expect((await client.next(frame => frame.op === 9)).d).toBe(false);
  client.close();
});

test('each server’s interactions reach its own shard', async () => {
  const other = discord.addGuild({ name: 'Other', locale: 'en-US' });
  const shards = [await connect(), await connect()];
  for (const [id, shard] of shards.entries()) shard.send(2, { ...identity(), shard: [id, 2] });
  for (const shard of shards) await shard.next(isEvent('READY'));
  for (const guild of [discord.home, other]) discord.gateway.dispatch('TEST', { guild: guild.id }, guild.id);
  for (const guild of [discord.home, other]) {
    const shard = shards[Number((BigInt(guild.id) >> 22n) % 2n)];
    const event = await shard?.next(frame => frame.t === 'TEST' && frame.d.guild === guild.id);
    expect(event).toBeDefined();
  }
  for (const shard of shards) shard.close();
});

test('discord.js’ own driver comes back after a cut, a reconnect request and an invalid session', async () => {
  discord.register([{ name: 'ping', description: 'pong' }]);
  const bot = await startTinyBot(discord, (interaction, rest) =>
    answer(rest, interaction, 4, { content: 'pong' }),
  );
  const member = discord.use();
  const disturbances = [
    () => discord.gateway.cut(),
    () => discord.gateway.askToReconnect(),
    () => discord.gateway.invalidate(false),
  ];
  for (const disturb of disturbances) {
    disturb();
    await expect.poll(() => discord.gateway.connected(), { timeout: 10_000 }).toBe(0);
    await discord.botConnected();
    expect(await member.command('ping')).toMatchObject({ kind: 'message' });
  }
  await bot.stop();
});
