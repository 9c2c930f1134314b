import { type Discord, startDiscord } from '../../sandbox/discord/start.ts';
import { readDiscordConfig } from '../../src/app/config.ts';
import { deploy } from '../../src/app/register-commands.ts';
import { type App, startApp } from '../../src/app/start.ts';
import type { Log } from '../../src/lib/log.ts';
import { createMemoryStore } from '../../src/storage/memory/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { packIn } from './pack.ts';
import { quiet } from './quiet-log.ts';

/** The bot in this process, and its Discord. */
export interface RunningBot {
  readonly discord: Discord;
  readonly app: App;
  stop(): Promise<void>;
}

/** How the bot is to run; by default with a store in memory and no sources. */
export interface BotOptions {
  readonly transport: 'gateway' | 'http';
  readonly log?: Log;
  readonly store?: Store;
  readonly now?: () => Date;
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole bot against Discord's stand-in. */
export async function startBot({ transport, log = quiet, store, now, env }: BotOptions): Promise<RunningBot> {
  const discord = await startDiscord();
  const read = readDiscordConfig({
    SOURCES: 'none',
    ...env,
    ...discord.environment,
    ...(transport === 'http' && { DISCORD_PUBLIC_KEY: discord.key.publicKey }),
    PORT: '0',
  });
  if (!read.ok) throw new Error(read.faults.join(', '));
  await deploy(read.config, packIn(read.config.KNOWLEDGE_DIR));
  const app = await startApp({
    config: read.config,
    log,
    store: store ?? createMemoryStore(),
    ...(now && { now }),
  });
  if (transport === 'http') await discord.useEndpoint(`${app.address}/interactions`);
  return {
    discord,
    app,
    async stop() {
      await app.stop();
      await discord.stop();
    },
  };
}
