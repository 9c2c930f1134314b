import { afterEach, beforeEach, expect, test } from 'vitest';
import { RateLimited } from '../../sandbox/discord/errors.ts';
import { counter, discordLimits } from '../../sandbox/discord/rest/limits.ts';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord({ limits: { global: 3, channel: 100 } });
});
afterEach(() => discord.stop());

const call = (path: string, init: RequestInit = {}) =>
  fetch(`${discord.environment.DISCORD_API_BASE_URL}/v10${path}`, {
    ...init,
    headers: {
      authorization: `Bot ${discord.environment.DISCORD_TOKEN}`,
      'content-type': 'application/json',
    },
  });
const say = () =>
  call(`/channels/${discord.channel('general').id}/messages`, { method: 'POST', body: '{"content":"x"}' });

test('fifty requests a second, five new messages in five seconds and channel', () => {
  let time = 0;
  const count = counter(discordLimits, () => time);
  const taken = (method: string, path: string, tries: number) => {
    let accepted = 0;
    for (let at = 0; at < tries; at += 1) {
      try {
        count(method, path);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof RateLimited)) throw error;
      }
    }
    return accepted;
  };
  expect(taken('GET', '/users/@me', 60)).toBe(50);
  time = 1000;
  expect(taken('POST', '/channels/1/messages', 8)).toBe(5);
  expect(taken('POST', '/channels/2/messages', 8)).toBe(5);
  time = 6000;
  expect(taken('POST', '/channels/1/messages', 8)).toBe(5);
});

test('too fast is answered with 429, the seconds to wait, and the scope', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => call('/users/@me')));
  const refused = answers.find(one => one.status === 429);
  expect(answers.filter(one => one.ok)).toHaveLength(3);
  expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('global');
  const body = (await refused?.json()) as { retry_after: number; global: boolean };
  expect(body.global).toBe(true);
  expect(body.retry_after).toBeGreaterThan(0);
  expect(body.retry_after).toBeLessThanOrEqual(1);
});

test('answers to interactions are outside the bot’s limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 9 }, () =>
      call('/interactions/1/nobody/callback', { method: 'POST', body: '{"type":1}' }),
    ),
  );
  expect(answers.map(one => one.status)).toEqual(Array(9).fill(404));
});

test('a fault can lose the answer of what was applied', async () => {
  discord.fault = () => 'apply-and-drop';
  await expect(say()).rejects.toThrow();
  expect(discord.messages('general')).toHaveLength(1);
});

test('a fault can break the connection before anything was applied', async () => {
  discord.fault = () => 'reset';
  await expect(say()).rejects.toThrow();
  expect(discord.messages('general')).toHaveLength(0);
});

test('a fault can stay silent', async () => {
  discord.fault = () => 'hang';
  const signal = AbortSignal.timeout(200);
  await expect(call('/users/@me', { signal })).rejects.toThrow();
});

test('a fault can answer with a status of its own, and sees what was asked', async () => {
  const seen: string[] = [];
  discord.fault = ({ method, path, body }) => {
    seen.push(`${method} ${path.replace(/\d+/, 'ID')} ${JSON.stringify(body)}`);
    return { status: 503, headers: { 'retry-after': '2' } };
  };
  const response = await say();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(seen).toEqual(['POST /channels/ID/messages {"content":"x"}']);
});

test('what is no JSON is refused, not crashed on', async () => {
  const response = await call('/users/@me', { method: 'POST', body: '{' });
  expect(response.status).toBe(400);
  expect((await call('/nowhere')).status).toBe(404);
});
