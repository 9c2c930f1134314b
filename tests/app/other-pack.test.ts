import { describe, expect, it, onTestFinished } from 'vitest';
import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { sourceIds } from '../../src/news/sources/list.ts';
import { follow, messageOf, startLive, textOf } from '../news/live.ts';
import { startFeedServer } from '../news/sources/feed-server.ts';
import { docketEntry, docketFeed } from '../news/watch/watch-rig.ts';
import { startBot } from '../support/bot.ts';
import { spawnBot } from '../support/bot-process.ts';
import { runCli } from '../support/cli.ts';
import { pack } from '../support/pack.ts';
import { quiet } from '../support/quiet-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { otherPack } from './fixtures/other-pack.ts';

const settings = { KNOWLEDGE_DIR: otherPack };
const [deploy, knowledge] = ['src/cli/deploy.ts', 'src/cli/knowledge.ts'];

interface Definition {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Definition[];
}

/** The commands that Discord knows now, by name. */
const registered = ({ world }: Discord) =>
  new Map(world.commands.map(({ name, definition }) => [name, definition as unknown as Definition]));

it('is in order, for the check that its writers use', async () => {
  const { code, stdout, stderr } = await runCli(knowledge, settings);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('The content is in order: 3 entries in en, es.');
});

it('deploy takes its commands in place of the first pack’s', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  const topics = pack.topics.flatMap(({ id, command }) => (command ? [id] : []));
  expect((await runCli(deploy, discord.environment)).code).toBe(0);
  expect([...registered(discord).keys()]).toEqual(expect.arrayContaining(topics));

  const { code, stdout, stderr } = await runCli(deploy, { ...discord.environment, ...settings });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('ferries, lanterns');
  const commands = registered(discord);
  expect(topics.filter(topic => commands.has(topic))).toEqual([]);
  expect([...commands.keys()]).toEqual(expect.arrayContaining(['ask', 'about', 'ferries', 'lanterns']));
  const told = (name: string) => {
    const { name_localizations: names, options = [] } = commands.get(name) ?? { name };
    const [option] = options;
    return [names?.['es-419'], option?.name, option?.name_localizations?.['es-419']];
  };
  expect(told('ferries')).toEqual(['transbordadores', 'deck', 'cubierta']);
  expect(told('lanterns')).toEqual(['faroles', 'lamp', 'farol']);
});

it('npm start answers with it over the gateway, now and after the next start', async () => {
  const discord = await startDiscord();
  onTestFinished(discord.stop);
  expect((await runCli(deploy, { ...discord.environment, ...settings })).code).toBe(0);
  const DATA_DIR = temporaryFolder();
  // The second start takes the content as the first has kept it.
  for (const _ of ['first', 'second']) {
    const bot = spawnBot({ ...discord.environment, ...settings, DATA_DIR, PORT: '0', SOURCES: 'none' });
    await bot.printed(/ready, health at/);
    const answer = await discord.use({ user: 'member' }).command('lanterns', { lamp: 'lanterns/blue' });
    expect(textOf(messageOf(answer))).toContain('a blue lantern may be lit on Mondays');
    bot.process.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  }
});

describe('over signed HTTP', () => {
  const start = async () => {
    const bot = await startBot({ transport: 'http', env: settings });
    onTestFinished(bot.stop);
    return bot.discord;
  };

  it('answers with its entries, in the order of need that it gives', async () => {
    const discord = await start();
    const member = discord.use({ user: 'member' });
    const found = await member.autocomplete('ferries', { deck: '' });
    expect(found.map(({ value }) => value)).toEqual(['ferries/overboard', 'ferries/a-ticket']);
    const answer = messageOf(await member.command('ferries', { deck: 'ferries/overboard' }));
    expect(answer.viewerId).toBeDefined();
    expect(textOf(answer)).toContain('In Nova Prairie the boat must stop.');
    const spanish = discord.use({ user: 'member', locale: 'es-419' });
    expect(textOf(messageOf(await spanish.command('lanterns', { lamp: 'azul' })))).toContain('los lunes');
    const asked = messageOf(await member.command('ask', { question: 'do i have to pay for the ferry' }));
    expect(textOf(asked)).toContain('every ferry is free');
  });

  it('says what it is about, and who to call', async () => {
    const discord = await start();
    const member = discord.use({ user: 'member' });
    const about = textOf(messageOf(await member.command('about')));
    expect(about).toContain('the **Ferry Act of Nova Prairie**');
    expect(about).toContain('I hold 3 answers and 0 dated developments');
    expect(about).toContain('`/lanterns`: January 2026');
    const help = textOf(messageOf(await member.command('help')));
    expect(help).toMatch(/\/ferries\b.* – on board, at the dock/);
    expect(textOf(messageOf(await member.command('hotline')))).toContain('Harbor office (invented)');
    const nothing = textOf(messageOf(await member.command('ask', { question: 'what is the TRUST Act' })));
    expect(nothing).toContain("I don't have that");
    for (const text of [about, help, nothing]) expect(text).not.toMatch(/Illinois|Chicago|\/rights/);
  });

  it('offers its own time zones, and takes the first where none is chosen', async () => {
    const discord = await start();
    const manager = discord.use({ user: 'manager' });
    const values = { channel: discord.channel('general').id, kind: 'all', schedule: 'daily 09:00' };
    const zones = await manager.autocomplete('announcements follow', { ...values, timezone: '' });
    expect(zones.map(({ value }) => value)).toEqual(['Pacific/Honolulu', 'Pacific/Guam', 'UTC']);
    const chosen = messageOf(await manager.command('announcements follow', values));
    expect(textOf(chosen)).toContain('`daily 09:00` (Pacific/Honolulu)');
    const wrong = await manager.command('announcements follow', { ...values, timezone: 'Atlantis' });
    expect(textOf(messageOf(wrong))).toContain('for example Pacific/Honolulu');
  });
});

it('posts from its only feed: finding, card, approval, clock, post; asks nothing of the sources it leaves out', async () => {
  const feeds = await startFeedServer();
  feeds.answer('/docket/9001/feed/', docketFeed(docketEntry(1, 'COMPLAINT')));
  const origins = sourceIds.map(id => [`SOURCE_${id.toUpperCase().replaceAll('-', '_')}_URL`, feeds.origin]);
  const live = await startLive('2026-03-12T12:00:00Z', {
    env: { ...settings, ...Object.fromEntries(origins), SOURCES: 'all', SOURCES_CRON: '* * * * *' },
  });
  const { discord } = live;
  const manager = discord.use({ user: 'manager' });
  await manager.command('settings review', { channel: discord.channel('moderators').id });
  await follow(live, 'general');
  await live.moveTo('2026-03-12T12:05:00Z');
  await live.moveTo('2026-03-12T12:06:00Z');
  const before = discord.messages('moderators').length;

  const entries = [docketEntry(2, 'OPINION and ORDER', { day: '2026-03-12' }), docketEntry(1, 'COMPLAINT')];
  feeds.answer('/docket/9001/feed/', docketFeed(...entries));
  await live.moveTo('2026-03-12T12:10:00Z');
  const [card, ...more] = discord.messages('moderators').slice(before);
  if (!card) throw new Error('no card');
  expect(more).toEqual([]);
  expect(textOf(card)).toContain('The invented case about the invented Ferry Act.');

  const moderator = discord.use({ user: 'moderator', channel: 'moderators' });
  const words = { headline: 'The ferry case is decided', summary: 'It is over. All of it is invented.' };
  await moderator.submit(await moderator.press(card, 'Approve'), words);
  // 09:00 in Honolulu.
  await live.moveTo('2026-03-12T18:59:00Z');
  expect(discord.messages('general')).toEqual([]);
  await live.moveTo('2026-03-12T19:00:00Z');
  await live.moveTo('2026-03-12T19:01:00Z');
  await live.moveTo('2026-03-13T19:00:00Z');
  const posts = discord.messages('general').map(textOf);
  expect(posts).toHaveLength(1);
  expect(posts[0]).toContain('The ferry case is decided');
  expect(new Set(feeds.received.map(({ path }) => path))).toEqual(new Set(['/docket/9001/feed/']));
});

it('the sandbox begins with its first command, and its court files in its docket', async () => {
  const sandbox = await startSandbox({ port: 0, log: quiet, env: settings });
  onTestFinished(sandbox.stop);
  const { discord } = sandbox;
  expect(sandbox.first).toBe('ferries');
  const chosen = await discord.use({ user: 'member' }).command('ferries', { deck: 'ferries/a-ticket' });
  expect(textOf(messageOf(chosen))).toContain('every ferry is free');
  const place = { user: 'member', channel: '', locale: 'en-US', server: 'en-US' };
  const filed = await fetch(`${sandbox.address}/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'file', place }),
  });
  expect(await filed.json()).toMatchObject({ kind: 'filed', what: 'order' });
  const cards = discord.messages('moderators').map(textOf);
  expect(cards.some(text => text.includes('Ferry Riders v. State of Nova Prairie'))).toBe(true);
});
