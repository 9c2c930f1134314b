import { type App, startApp } from '../app.ts';
import { readDiscordConfig } from '../config.ts';
import { deploy } from '../deploy.ts';
import type { Log } from '../log.ts';
import { createMemoryStore } from '../storage/memory.ts';
import { type Discord, startDiscord } from './discord/start.ts';
import { createMovedClock } from './moved-clock.ts';
import { startPage } from './page-server.ts';

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
  stop(): Promise<void>;
}

/**
 * Starts Discord's stand-in, the bot with a store in memory, and the page. The bot is the one of `npm start`: it only has another address for
 * Discord. No source is watched unless SOURCES says so.
 */
export async function startSandbox({ port, log, env = {} }: SandboxOptions): Promise<Sandbox> {
  let app: App | undefined;
  const clock = createMovedClock(async () => app?.tick());
  const discord = await startDiscord({ now: clock.now });
  try {
    const page = await startPage({ discord, clock, port });
    const read = readDiscordConfig({
      SOURCES: 'none',
      ...env,
      ...discord.environment,
      HOST: '127.0.0.1',
      PORT: '0',
    });
    if (!read.ok) throw new Error(read.faults.join('; '));
    await deploy(read.config);
    app = await startApp({ config: read.config, log, now: clock.now, store: createMemoryStore() });
    const started = app;
    return {
      address: page.address,
      discord,
      async stop() {
        await page.stop();
        await started.stop();
        await discord.stop();
      },
    };
  } catch (error) {
    await app?.stop();
    await discord.stop();
    throw error;
  }
}
