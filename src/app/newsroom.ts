import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ScheduledTask, schedule } from 'node-cron';
import packageJson from '../../package.json' with { type: 'json' };
import { createChannels } from '../discord/channels.ts';
import type { Knowledge } from '../knowledge/content/entry.ts';
import type { Search } from '../knowledge/search/search.ts';
import { errorFields, type Log } from '../lib/log.ts';
import { createUpdates, type Updates } from '../news/news-service.ts';
import type { Watcher } from '../news/watch/watcher.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import type { Store } from '../storage/store.ts';
import type { DiscordConfig } from './config.ts';
import type { Job } from './jobs.ts';

/** What the newsroom is built from. */
export interface NewsroomOptions {
  readonly config: DiscordConfig;
  readonly store: Store;
  readonly settings: SettingsService;
  readonly knowledge: Knowledge;
  readonly knowledgeFolder: string;
  readonly search: Pick<Search, 'ask'>;
  /** Reports from members in the last week. */
  readonly reports: (guildId: string) => Promise<number>;
  readonly now: () => Date;
  readonly log: Log;
}

/** Everything that comes from sources and goes to channels. */
export interface Newsroom {
  readonly updates: Updates;
  /** What comes up every minute: looking at the sources, and posting. */
  readonly jobs: readonly Job[];
  /** Does both now, for the first time; from then on the sources are looked at in time also where their cadence is a matter of seconds. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The sources, the review queue and the posts, joined. */
export function createNewsroom(options: NewsroomOptions): Newsroom {
  const { config, store, settings, knowledge, search, now, log } = options;
  const channels = createChannels({
    token: config.DISCORD_TOKEN.reveal(),
    api: config.DISCORD_API_BASE_URL,
    log,
  });
  let watching: Promise<Watching> | undefined;
  let pulse: ScheduledTask | undefined;
  let closed = false;
  const watch = () => {
    watching ??= config.SOURCES.length > 0 ? startWatcher(options, updates) : undefined;
    return watching;
  };
  const updates = createUpdates({
    store,
    settings,
    knowledge,
    search,
    channels,
    clock: now,
    log,
    reports: options.reports,
    sources: async () => (await watch())?.watcher.status() ?? [],
  });
  const look = async () => {
    await (await watch())?.watcher.tick();
    // What it brought is to be seen when this resolves.
    await updates.tick();
  };

  return {
    updates,
    jobs: [
      { name: 'updates', run: updates.tick },
      { name: 'watch', run: look },
    ],
    async begin() {
      if (closed) return;
      const watcher = (await watch())?.watcher;
      if (watcher && watcher.pulse !== everyMinute) {
        pulse ??= schedule(watcher.pulse, () => void watcher.tick(), { name: 'watch' });
      }
      await look();
    },
    async close() {
      closed = true;
      await pulse?.destroy();
      await (await watching)?.stop();
      await updates.close();
    },
  };
}

/** The jobs' own cadence. */
const everyMinute = '* * * * *';

interface Watching {
  readonly watcher: Watcher;
  stop(): Promise<void>;
}

/** The parsers are loaded here, so that a start does not wait for them. */
async function startWatcher(options: NewsroomOptions, updates: Updates): Promise<Watching> {
  const { config, store, now, log, knowledgeFolder } = options;
  const [
    { createWatcher },
    { createSources },
    { createFetcher, userAgentOf },
    { readWatchList, watchListFile },
  ] = await Promise.all([
    import('../news/watch/watcher.ts'),
    import('../news/sources/all.ts'),
    import('../news/fetch/fetch.ts'),
    import('../knowledge/content/watch-list.ts'),
  ]);
  const read = readWatchList(await readFile(path.join(knowledgeFolder, watchListFile), 'utf8'));
  if (!read.ok) log.error({ faults: read.faults }, 'the watch list has faults, so nothing is watched');
  const fetcher = createFetcher({
    userAgent: userAgentOf(packageJson.version, config.OPERATOR_URL),
    trusted: Object.values(config.origins),
    clock: now,
  });
  const watcher = createWatcher({
    sources: read.ok ? createSources(read.list, config.SOURCES, config.origins) : [],
    store,
    fetcher,
    clock: now,
    deliver: updates.accept,
    log,
    random: Math.random,
    cron: config.SOURCES_CRON,
  });
  const stop = () =>
    fetcher
      .close()
      .catch((error: unknown) => log.warn(errorFields(error), 'watch: the fetcher did not close'));
  return { watcher, stop };
}
