import type { REST } from '@discordjs/rest';
import type { Services } from '../../commands/services.ts';
import { createFaq } from '../community/community-service.ts';
import { listGuilds } from '../discord/guild-list.ts';
import { createReviewChannel } from '../discord/review-channel.ts';
import type { Knowledge } from '../knowledge/content/entry.ts';
import type { Log } from '../lib/log.ts';
import { createSettings } from '../settings/settings-service.ts';
import type { Store } from '../storage/store.ts';
import { type DiscordConfig, discordApi } from './config.ts';
import type { Job } from './jobs.ts';
import type { LazySearch } from './lazy-search.ts';
import { createNewsroom } from './newsroom.ts';

/** What the services are built from. */
export interface ServiceSources {
  readonly config: DiscordConfig;
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly search: LazySearch;
  readonly rest: REST;
  readonly knowledgeFolder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** The services, what they have to do every minute, and their end. */
export interface BuiltServices {
  readonly services: Services;
  readonly jobs: readonly Job[];
  /** Begins to watch the sources. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** Builds what commands use and joins it to Discord and the store. */
export function createServices({
  config,
  store,
  knowledge,
  search,
  rest,
  knowledgeFolder,
  now,
  log,
}: ServiceSources): BuiltServices {
  const settings = createSettings({ store, now: () => now().getTime() });
  const faq = createFaq({
    store,
    settings,
    knowledge,
    createSearch: () => search.community([]),
    channel: createReviewChannel(rest, log),
    fetch,
    // Discord's own hosts are known; only a stand-in's is named.
    apiBaseUrl: config.DISCORD_API_BASE_URL === discordApi ? undefined : config.DISCORD_API_BASE_URL,
    now,
  });
  const newsroom = createNewsroom({
    config,
    store,
    settings,
    knowledge,
    knowledgeFolder,
    search,
    reports: faq.reports.recent,
    now,
    log,
  });
  const { updates } = newsroom;
  const { OPERATOR_NAME: name, OPERATOR_URL: url } = config;
  return {
    services: {
      knowledge,
      search,
      settings,
      faq,
      updates,
      operator: { ...(name && { name }), ...(url && { url }) },
    },
    jobs: [
      { name: 'faq', run: faq.tick },
      ...newsroom.jobs,
      { name: 'departures', run: onceADay(async () => faq.absences.look(await listGuilds(rest))) },
    ],
    begin: newsroom.begin,
    async close() {
      await newsroom.close();
      await faq.tick();
      faq.close();
      settings.close();
    },
  };
}

/** Runs `work` at most once a day (UTC); again at the next call where it failed. */
function onceADay(work: () => Promise<unknown>): (now: Date) => Promise<void> {
  let done = '';
  return async now => {
    const day = now.toISOString().slice(0, 10);
    if (day === done) return;
    await work();
    done = day;
  };
}
