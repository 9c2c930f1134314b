import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord } from '../../sandbox/discord/start.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { follow, messageOf, startLive, textOf } from '../news/live.ts';
import { startFeedServer } from '../news/sources/feed-server.ts';
import { docketEntry, docketFeed } from '../news/watch/watch-rig.ts';
import { runCli } from '../support/cli.ts';
import { quiet } from '../support/quiet-log.ts';

/** An invented state with two topics, three entries and one feed. */
const env = { KNOWLEDGE_DIR: path.join(import.meta.dirname, 'fixtures/other-pack') };

it('is deployed with its own commands, and none of the first pack’s', async () => {
  const discord = await startDiscord();
  const { code, output } = await runCli('src/cli/deploy.ts', { ...discord.environment, ...env });
  await discord.stop();
  expect(output).toContain('tenants, water');
  expect(output).not.toMatch(/rights|trustact|grants/);
  expect(code).toBe(0);
});

it('is in order', async () => {
  const { code, output } = await runCli('src/cli/knowledge.ts', env);
  expect(output).toContain('The content is in order: 3 entries in en, es.');
  expect(code).toBe(0);
});

describe('in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, log: quiet, env });
  });
  afterAll(() => sandbox.stop());

  it('answers by its own commands and options, in the order of need, in both languages', async () => {
    const member = sandbox.discord.use({ channel: 'general' });
    const choices = await member.autocomplete('tenants', { matter: '' });
    expect(choices.map(({ value }) => value)).toEqual(['tenants/no-heat', 'tenants/deposit']);
    const answer = textOf(messageOf(await member.command('tenants', { matter: 'tenants/no-heat' })));
    expect(answer).toContain('mended within two days');
    expect(answer).toContain('as of 1 October 2026');
    const spanish = sandbox.discord.use({ channel: 'general', locale: 'es-419' });
    const asked = await spanish.command('ask', { question: 'no hay calefacción en mi departamento' });
    expect(textOf(messageOf(asked))).toContain('Avise por escrito a su casero');
    const foreign = await member.command('ask', { question: 'how do i renew a fishing license' });
    expect(textOf(messageOf(foreign))).toContain("I don't have that");
    expect(textOf(messageOf(foreign))).toContain('Examplia Help');
  });

  it('says what it is about, in its own words alone', async () => {
    const member = sandbox.discord.use({ channel: 'general' });
    const about = textOf(messageOf(await member.command('about')));
    const help = textOf(messageOf(await member.command('help')));
    expect(about).toContain('law of Examplia');
    expect(about).toContain('I hold 3 answers');
    expect(help).toContain('`/tenants` – rent and repairs');
    expect(`${about}${help}`).not.toMatch(/Illinois|TRUST|Chicago|rights/);
  });
});

it('posts what its feed brings, by its own clock', async () => {
  const feeds = await startFeedServer();
  const docket = '/docket/700001/feed/';
  feeds.answer(docket, docketFeed(docketEntry(1, 'COMPLAINT')));
  const sources = { SOURCES: 'courtlistener', SOURCE_COURTLISTENER_URL: feeds.origin };
  const live = await startLive('2026-03-12T12:00:00Z', {
    env: { ...env, ...sources, SOURCES_CRON: '* * * * *' },
  });
  const { discord } = live;
  const review = discord.channel('moderators').id;
  await discord.use({ user: 'manager' }).command('settings review', { channel: review });
  await follow(live, 'general');
  await live.moveTo('2026-03-12T12:05:00Z');
  await live.moveTo('2026-03-12T12:06:00Z');
  const before = discord.messages('moderators').length;
  feeds.answer(
    docket,
    docketFeed(docketEntry(2, 'ORDER', { day: '2026-03-12' }), docketEntry(1, 'COMPLAINT')),
  );
  await live.moveTo('2026-03-12T12:10:00Z');
  const card = discord.messages('moderators').at(before);
  if (!card) throw new Error('no card');
  const moderator = discord.use({ user: 'moderator', channel: 'moderators' });
  const form = await moderator.press(card, 'Approve');
  await moderator.submit(form, { headline: 'The water case', summary: 'First sentence. Second sentence.' });
  // Nine in Denver is an hour after nine in Chicago.
  await live.moveTo('2026-03-12T14:30:00Z');
  expect(discord.messages('general')).toEqual([]);
  await live.moveTo('2026-03-12T15:00:00Z');
  expect(discord.messages('general').map(textOf)).toEqual([expect.stringContaining('The water case')]);
});
