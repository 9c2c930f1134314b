import { readDiscordConfig } from '../src/app/config.ts';
import { folders } from '../src/app/folders.ts';
import { loadPack } from '../src/app/load-pack.ts';
import { deploy } from '../src/app/register-commands.ts';
import { type App, startApp } from '../src/app/start.ts';
import type { Log } from '../src/lib/log.ts';
import { createMemoryStore } from '../src/storage/memory/memory-store.ts';
import { type Discord, startDiscord } from './discord/start.ts';
import { createMovedClock } from './moved-clock.ts';
import { type Page, startPage } from './page-server.ts';
import { type Court, startCourt } from './sources/court.ts';

/** What the sandbox is started with. */
export interface SandboxOptions {
  /** Of the page; 0 takes a free one. */
  readonly port: number;
  readonly log: Log;
  /** More settings of the bot, by their names in the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The sandbox while it runs. */
export interface Sandbox {
  /** Of the page: `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly discord: Discord;
  /** The command to begin with: that of the pack's first topic. */
  readonly first: string;
  stop(): Promise<void>;
}

const minute = 60_000;
/** Minutes in which the bot comes to look: it plans its first look in one, and looks in the next. */
const patience = 2;

/**
 * Starts Discord's stand-in, the bot with a store in memory, and the page. The bot is the one of `npm start`: it only has another address for
 * Discord. It watches a court that files samples in the first docket of the content pack, unless the pack watches none or SOURCES names other
 * sources; a manager has made the moderators' channel the review channel, and the bot has looked at the court once, because a first look
 * announces nothing. Throws `KnowledgeFaulty` for a faulty content pack.
 */
export async function startSandbox({ port, log, env = {} }: SandboxOptions): Promise<Sandbox> {
  const { knowledge, watch } = await loadPack(env.KNOWLEDGE_DIR || folders.knowledge);
  const [docket] = env.SOURCES ? [] : watch.dockets;
  let app: App | undefined;
  // Late by the minutes of the first look, so that it is right when a person comes.
  const clock = createMovedClock(async () => app?.tick(), docket ? patience * minute : 0);
  const discord = await startDiscord({ now: clock.now });
  const court = docket && (await startCourt(docket, clock.now));
  let page: Page | undefined;
  const stop = async () => {
    await page?.stop();
    await app?.stop();
    await court?.stop();
    await discord.stop();
  };
  const look = async (asked: Court) => {
    for (let passed = 0; passed < patience && !asked.seen(); passed++) await clock.move(minute);
    return asked.seen();
  };
  const file = async (asked: Court) => ({ what: asked.file(), seen: await look(asked) });
  try {
    page = await startPage({ discord, clock, ...(court && { file: () => file(court) }) }, port);
    const read = readDiscordConfig({
      SOURCES: 'none',
      ...court?.environment,
      ...env,
      ...discord.environment,
      HOST: '127.0.0.1',
      PORT: '0',
    });
    if (!read.ok) throw new Error(read.faults.join('; '));
    await deploy(read.config, knowledge.pack);
    app = await startApp({ config: read.config, log, now: clock.now, store: createMemoryStore() });
    const chosen = await discord
      .use({ user: 'manager', channel: 'moderators' })
      .command('settings review', { channel: discord.channel('moderators').id });
    if (chosen.kind !== 'message') log.warn({ chosen: chosen.kind }, 'the review channel is not chosen');
    if (court) await look(court);
    const first = knowledge.pack.topics.find(({ command }) => command)?.id ?? 'ask';
    return { address: page.address, discord, first, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
