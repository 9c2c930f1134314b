import { randomInt } from 'node:crypto';
import type { REST } from '@discordjs/rest';
import type { Services } from '../../commands/services.ts';
import { createCommunityService } from '../community/community-service.ts';
import { createChannels } from '../discord/channels.ts';
import { listGuilds } from '../discord/guild-list.ts';
import { createReviewChannel } from '../discord/review-channel.ts';
import { createHandle, type Handle } from '../interactions/handle.ts';
import type { Knowledge } from '../knowledge/content/entry.ts';
import type { SharedSearch } from '../knowledge/search/create-search.ts';
import { errorFields, type Log } from '../lib/log.ts';
import { createPatience } from '../lib/patience.ts';
import { createNews } from '../news/news-service.ts';
import type { WatchList } from '../news/sources/list.ts';
import { createSettings } from '../settings/settings-service.ts';
import { openStore } from '../storage/open.ts';
import type { Store } from '../storage/store.ts';
import { type DiscordConfig, discordApi } from './config.ts';
import { createDamageNotice } from './damage-notice.ts';
import { folders } from './folders.ts';
import { jobTable } from './jobs.ts';
import { createLazySearch } from './lazy-search.ts';
import { loadCommands } from './load-commands.ts';
import { loadPack } from './load-pack.ts';
import type { Job } from './scheduler.ts';
import { createSourceWatch } from './watch-sources.ts';

/** What the bot is made from, besides its own folders. */
export interface ComposeOptions {
  readonly config: DiscordConfig;
  readonly rest: REST;
  readonly log: Log;
  readonly now: () => Date;
  /** Instead of the one that the configuration names. */
  readonly store?: Store | undefined;
  readonly cacheFolder?: string | undefined;
}

/** What answers and works, whatever the transport. */
export interface Composed {
  readonly handle: Handle;
  readonly store: Store;
  readonly search: SharedSearch;
  readonly jobs: readonly Job[];
  /** Begins to watch the sources. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The composition root: every part is made here, once, from the parts above it. Rejects where content or store cannot be used. */
export async function compose({ config, rest, log, now, ...given }: ComposeOptions): Promise<Composed> {
  const damage = createDamageNotice();
  const [store, { knowledge, watch: watched }] = await Promise.all([
    given.store ?? openStore({ ...storeOptions(config), log, onDamage: damage.onDamage }),
    loadPack(config.KNOWLEDGE_DIR, given.cacheFolder),
  ]);
  const commands = await loadCommands(folders.commands, knowledge.pack);
  const search = createLazySearch(config.KNOWLEDGE_DIR, knowledge, log);
  const parts = createServices({ config, store, knowledge, watched, search, rest, now, log });
  const { services, watch } = parts;
  damage.join(services);

  const handle = createHandle({
    commands,
    services,
    communityOf: services.settings.of,
    now,
    newCode: () => randomInt(36 ** 5, 36 ** 6).toString(36),
    onError: (code, error, where) => log.error({ code, where, ...errorFields(error) }, 'a bug answered'),
  });
  const look = async () => {
    await watch.look();
    // What it brought is to be seen when this resolves.
    await services.news.tick();
  };
  const guilds = () => listGuilds(rest);
  return {
    handle,
    store,
    search,
    jobs: jobTable({ community: services.community, news: services.news, look, guilds }),
    async begin() {
      await watch.begin();
      await look();
    },
    async close() {
      await watch.close();
      await services.news.close();
      await services.community.usage.flush();
      services.community.close();
      services.settings.close();
      await store.close();
    },
  };
}

/** What services are made from. */
export interface ServiceOptions {
  readonly config: DiscordConfig;
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** What the pack has watched. */
  readonly watched: WatchList;
  readonly search: SharedSearch;
  readonly rest: REST;
  readonly now: () => Date;
  readonly log: Log;
}

/** What commands use, joined to Discord and the store, and the watch over the sources that feeds the news. */
export function createServices(options: ServiceOptions) {
  const { config, store, knowledge, watched, search, rest, now, log } = options;
  // One for all: what a community adds to an answer comes from one storage.
  const patience = createPatience();
  const settings = createSettings({ store, now: () => now().getTime(), patience });
  const community = createCommunityService({
    store,
    settings,
    knowledge,
    createSearch: async () => (await search.ready()).community([]),
    channel: createReviewChannel(rest, log),
    fetch,
    // Discord's own hosts are known; only a stand-in's is named.
    apiBaseUrl: config.DISCORD_API_BASE_URL === discordApi ? undefined : config.DISCORD_API_BASE_URL,
    now,
    patience,
  });
  const watch = createSourceWatch({
    config,
    store,
    watched,
    now,
    log,
    deliver: arrivals => news.accept(arrivals),
  });
  const news = createNews({
    store,
    settings,
    knowledge,
    search,
    channels: createChannels({
      token: config.DISCORD_TOKEN.reveal(),
      api: config.DISCORD_API_BASE_URL,
      log,
    }),
    clock: now,
    patience,
    log,
    reports: community.reports.recent,
    sources: watch.status,
  });
  const { OPERATOR_NAME: name, OPERATOR_URL: url } = config;
  const operator = { ...(name && { name }), ...(url && { url }) };
  const services: Services = { knowledge, search, settings, community, news, operator };
  return { services, watch };
}

const storeOptions = (config: DiscordConfig) => ({
  databaseUrl: config.DATABASE_URL?.reveal(),
  dataDir: config.DATA_DIR,
});
