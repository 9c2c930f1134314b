import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Log } from '../../src/lib/log.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { quiet } from '../support/quiet-log.ts';

const logged: string[] = [];
const log: Log = { ...quiet, warn: fields => void logged.push(JSON.stringify(fields)) };
let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({ transport: 'gateway', log });
});
afterAll(() => bot.stop());

/** Breaks the first `times` callbacks this way. */
function breakCallbacks(fault: ReturnType<RunningBot['discord']['fault']>, times: number) {
  let left = times;
  bot.discord.fault = ({ path }) => (path.endsWith('/callback') && left-- > 0 ? fault : undefined);
}

it.each([
  ['a server error', { status: 500 }, 2],
  ['a rate limit', { status: 429, headers: { 'retry-after': '0' } }, 1],
  ['a reset', 'reset', 2],
  ['a reply that is lost after the answer arrived', 'apply-and-drop', 1],
  ['a connection that says nothing', 'hang', 1],
  ['a reply that never comes after the answer arrived', 'apply-and-hang', 1],
] as const)('%s is overcome', async (_what, fault, times) => {
  breakCallbacks(fault, times);
  const answer = await bot.discord.use({ user: 'member' }).command('help');
  expect(answer.kind).toBe('message');
});

it('what follows a deferral is sent also where nobody knows whether the deferral arrived', async () => {
  breakCallbacks('apply-and-hang', 10);
  const moderator = bot.discord.use({ user: 'moderator' });
  const form = await moderator.command('curate add');
  const preview = await moderator.submit(form, { title: 'Where to park?', answer: 'Here.' });
  if (preview.kind !== 'message') throw new Error('no preview');
  await moderator.press(preview.message, 'Publish');
  const answer = await moderator.command('curate export');
  expect(answer.kind === 'message' && answer.message.attachments).toHaveLength(1);
});

it.each([
  ['an interaction that is over', { status: 404 }],
  ['a refusal', { status: 400 }],
  ['an outage', { status: 503 }],
] as const)(
  '%s is logged without a token, and the next one is answered',
  async (_what, fault) => {
    logged.length = 0;
    breakCallbacks(fault, 10);
    const answer = await bot.discord.use({ user: 'member' }).command('help');
    expect(answer.kind).toBe('silence');
    await expect.poll(() => logged.length).toBeGreaterThan(0);
    expect(logged.join()).not.toContain('callback/');
    bot.discord.fault = () => undefined;
    expect((await bot.discord.use({ user: 'member' }).command('help')).kind).toBe('message');
    expect((await fetch(`${bot.app.address}/health`)).status).toBe(200);
  },
  20_000,
);

it.each([
  ['is cut', () => bot.discord.gateway.cut()],
  ['asks to reconnect', () => bot.discord.gateway.askToReconnect()],
  ['calls the session invalid', () => bot.discord.gateway.invalidate(false)],
])(
  'a gateway that %s is come back to',
  async (_what, disturb) => {
    bot.discord.fault = () => undefined;
    disturb();
    await expect
      .poll(async () => (await fetch(`${bot.app.address}/health`)).status, { timeout: 20_000 })
      .toBe(200);
    await bot.discord.botConnected();
    expect((await bot.discord.use({ user: 'member' }).command('help')).kind).toBe('message');
  },
  40_000,
);
