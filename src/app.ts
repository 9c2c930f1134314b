import { randomInt } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import { REST } from '@discordjs/rest';
import { InteractionType } from 'discord-api-types/v10';
import { createHandle, type Handle } from './bot/handle.ts';
import type { DiscordConfig } from './config.ts';
import { createCallback } from './discord/callback.ts';
import { createGateway, type Transport } from './discord/gateway.ts';
import { type Http, startHttp } from './discord/http.ts';
import { loadCommands } from './discord/load-commands.ts';
import { createSender } from './discord/send.ts';
import { loadRemembered } from './knowledge/remembered.ts';
import { createLazySearch } from './lazy-search.ts';
import { errorFields, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { startMinute } from './minute.ts';
import { createServices } from './services.ts';
import { openStore } from './storage/open.ts';
import type { Store } from './storage/store.ts';

/** The folders of the project that the bot reads. */
export const folders = {
  commands: fileURLToPath(new URL('../commands', import.meta.url)),
  knowledge: fileURLToPath(new URL('../knowledge', import.meta.url)),
};

export interface AppOptions {
  readonly config: DiscordConfig;
  readonly log: Log;
  readonly now?: () => Date;
  /** Instead of the one that the configuration names: a store in memory, for tests and the sandbox. */
  readonly store?: Store;
}

export interface App {
  /** Where `/health` is served. */
  readonly address: string;
  /** Does the work of a minute now; for the sandbox's moved clock and tests. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** The content has faults; the message lists them. */
export class KnowledgeFaulty extends Error {
  override name = 'KnowledgeFaulty';
}

/** Builds every part and joins them; resolves when interactions can arrive. */
export async function startApp({ config, log, now = () => new Date(), ...given }: AppOptions): Promise<App> {
  const metrics = createMetrics(now);
  const [store, knowledge, commands] = await Promise.all([
    given.store ?? openStore({ databaseUrl: config.DATABASE_URL?.reveal(), dataDir: config.DATA_DIR, log }),
    wholeKnowledge(),
    loadCommands(folders.commands),
  ]);
  const api = { version: '10', api: config.DISCORD_API_BASE_URL };
  const rest = new REST(api).setToken(config.DISCORD_TOKEN.reveal());
  const search = createLazySearch(folders.knowledge, knowledge, log);
  const knowledgeFolder = folders.knowledge;
  const built = createServices({ config, store, knowledge, search, rest, knowledgeFolder, now, log });
  const { services } = built;
  const handle = counted(
    createHandle({
      commands,
      services,
      communityOf: services.settings.of,
      now,
      newCode: () => randomInt(36 ** 5, 36 ** 6).toString(36),
      onError: (code, error, where) => log.error({ code, where, ...errorFields(error) }, 'a bug answered'),
    }),
    metrics,
  );

  // Answers to interactions are outside the bot's 50 requests a second: no digest may hold them up.
  const replies = new REST({ ...api, globalRequestsPerSecond: Number.POSITIVE_INFINITY, timeout: 3_000 });
  const sender = createSender(replies, config.DISCORD_APPLICATION_ID, log);
  const callback = createCallback(config.DISCORD_API_BASE_URL, log);
  const publicKey = config.DISCORD_PUBLIC_KEY;
  const { SHARD_COUNT: shardCount, SHARD_IDS: shardIds } = config;
  const transport: Transport = publicKey
    ? { start: async () => {}, connected: () => true, stop: async () => {} }
    : createGateway({
        token: config.DISCORD_TOKEN.reveal(),
        rest,
        shardCount,
        shardIds,
        handle,
        callback,
        sender,
        log,
      });

  const http: Http = await startHttp({
    host: config.HOST,
    port: config.PORT,
    health: () => healthOf(transport, store),
    metrics: async () => metrics.text(),
    ...(publicKey && { interactions: { publicKey, handle, sender } }),
    log,
  });
  await transport.start();
  const minute = startMinute(built.jobs, now, log);
  const soon = setTimeout(() => {
    // Built when nobody waits; a question that comes before builds the search itself.
    search.warm();
    built.begin().catch(error => log.error(errorFields(error), 'the sources are not watched'));
  }, 2_000);
  return {
    address: http.address,
    tick: minute.tick,
    async stop() {
      clearTimeout(soon);
      await transport.stop();
      await http.stop();
      await callback.close();
      await minute.stop();
      await built.close();
      await store.close();
    },
  };
}

async function wholeKnowledge() {
  const loaded = await loadRemembered(folders.knowledge, getCompileCacheDir());
  if (loaded.ok) return loaded.knowledge;
  const lines = loaded.faults.map(fault => `  - ${fault.file}: ${fault.reason}`);
  throw new KnowledgeFaulty(['The knowledge base has faults:', ...lines].join('\n'));
}

async function healthOf(transport: Transport, store: Store) {
  const connected = transport.connected();
  const stored = await Promise.race([
    store.ping().then(
      () => true,
      () => false,
    ),
    new Promise<boolean>(resolve => setTimeout(resolve, 2_000, false).unref()),
  ]);
  const ok = connected && stored;
  return { ok, body: { status: ok ? 'ok' : 'unavailable', transport: connected, store: stored } };
}

const counted =
  (handle: Handle, metrics: Metrics): Handle =>
  interaction => {
    metrics.count('interactions_total', `type="${InteractionType[interaction.type] ?? 'unknown'}"`);
    return handle(interaction);
  };
