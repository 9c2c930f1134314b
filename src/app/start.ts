import { REST } from '@discordjs/rest';
import { InteractionType } from 'discord-api-types/v10';
import { createCallback } from '../discord/callback.ts';
import { createGateway, type Transport } from '../discord/gateway.ts';
import { type Http, startHttp } from '../discord/http.ts';
import { createSender } from '../discord/send.ts';
import type { Handle } from '../interactions/handle.ts';
import { errorFields, type Log } from '../lib/log.ts';
import { withTimeout } from '../lib/timeout.ts';
import type { Store } from '../storage/store.ts';
import type { DiscordConfig } from './config.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { startScheduler } from './scheduler.ts';

/** What the bot is started with. */
export interface AppOptions {
  readonly config: DiscordConfig;
  readonly log: Log;
  readonly now?: () => Date;
  /** Instead of the one that the configuration names: a store in memory, for tests and the sandbox. */
  readonly store?: Store;
  /** A folder of this user alone, for what later starts may read again. */
  readonly cacheFolder?: string | undefined;
}

/** The bot while it runs. */
export interface App {
  /** Where `/health` is served. */
  readonly address: string;
  /** Does the work of a minute now; for the sandbox's moved clock and tests. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds after the start until the sources are watched, so that first questions need not wait. */
const settled = 2_000;

/**
 * Builds every part and joins them; resolves when interactions can arrive. The connection to Discord is begun first: while the network is waited
 * for, the core is loaded, and an interaction that comes before it is there waits for it.
 */
export async function startApp({
  config,
  log,
  now = () => new Date(),
  store,
  cacheFolder,
}: AppOptions): Promise<App> {
  const metrics = createMetrics(now);
  const rest = new REST({ version: '10', api: config.DISCORD_API_BASE_URL }).setToken(
    config.DISCORD_TOKEN.reveal(),
  );
  const sender = createSender(config.DISCORD_API_BASE_URL, config.DISCORD_APPLICATION_ID, log);
  const callback = createCallback(config.DISCORD_API_BASE_URL, log);

  let coming: (handle: Handle) => void = () => {};
  const first = new Promise<Handle>(resolve => {
    coming = resolve;
  });
  let current: Handle = async interaction => (await first)(interaction);
  const handle: Handle = interaction => current(interaction);
  const publicKey = config.DISCORD_PUBLIC_KEY;
  const transport = publicKey
    ? overHttp
    : createGateway({
        token: config.DISCORD_TOKEN.reveal(),
        rest,
        shardCount: config.SHARD_COUNT,
        shardIds: config.SHARD_IDS,
        handle,
        callback,
        sender,
        log,
      });

  const connecting = transport.start();
  // Awaited below; where something else fails before, this must not end the process.
  connecting.catch(() => {});
  const undo = (error: unknown): never => {
    // Not waited for: Discord may be the one that hangs.
    void connecting.then(transport.stop, () => {});
    throw error;
  };
  const { compose } = await import('./compose.ts');
  const core = await compose({ config, rest, log, now, store, cacheFolder }).catch(undo);
  current = counted(core.handle, metrics);
  coming(current);

  const http: Http = await startHttp({
    host: config.HOST,
    port: config.PORT,
    health: () => healthOf(transport, core.store),
    metrics: async () => metrics.text(),
    ...(publicKey && { interactions: { publicKey, handle, sender } }),
    log,
  }).catch(async error => {
    await core.close();
    return undo(error);
  });
  await connecting;
  const scheduler = startScheduler(core.jobs, now, log);
  const next = setImmediate(() => {
    core.search.ready().catch(error => log.error(errorFields(error), 'the search cannot be built'));
  });
  const soon = setTimeout(() => {
    core.begin().catch(error => log.error(errorFields(error), 'the sources are not watched'));
  }, settled);
  return {
    address: http.address,
    tick: scheduler.tick,
    async stop() {
      clearImmediate(next);
      clearTimeout(soon);
      await transport.stop();
      await http.stop();
      await callback.close();
      await scheduler.stop();
      await core.close();
    },
  };
}

/** With interactions over HTTP there is nothing to connect: Discord comes by itself. */
const overHttp: Transport = { start: async () => {}, connected: () => true, stop: async () => {} };

/** Milliseconds the storage has to answer before the bot calls itself unavailable. */
const healthPatience = 2_000;

async function healthOf(transport: Transport, store: Store) {
  const connected = transport.connected();
  const answered = store.ping().then(
    () => true,
    () => false,
  );
  const stored = (await withTimeout(answered, healthPatience)) === true;
  const ok = connected && stored;
  return { ok, body: { status: ok ? 'ok' : 'unavailable', transport: connected, store: stored } };
}

const counted =
  (handle: Handle, metrics: Metrics): Handle =>
  interaction => {
    metrics.count('interactions_total', typeLabels.get(interaction.type) ?? 'type="unknown"');
    return handle(interaction);
  };

const typeLabels = new Map(
  Object.entries(InteractionType).map(([name, type]) => [type, `type="${name}"`] as const),
);
