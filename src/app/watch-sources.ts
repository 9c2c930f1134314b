import type { ScheduledTask } from 'node-cron';
import packageJson from '../../package.json' with { type: 'json' };
import { errorFields, type Log } from '../lib/log.ts';
import type { Arrival } from '../news/model/finding.ts';
import type { WatchList } from '../news/sources/list.ts';
import type { FeedStatus, Watcher } from '../news/watch/watcher.ts';
import type { Store } from '../storage/store.ts';
import type { DiscordConfig } from './config.ts';

/** What the watch is made from. */
export interface SourceWatchOptions {
  readonly config: DiscordConfig;
  readonly store: Store;
  readonly watched: WatchList;
  readonly now: () => Date;
  readonly log: Log;
  /** Takes what is new; durable when it resolves. */
  deliver(arrivals: readonly Arrival[]): Promise<void>;
}

/** The watch over the sources that the configuration names. */
export interface SourceWatch {
  /** How the sources are; none where nothing is watched. */
  status(): Promise<readonly FeedStatus[]>;
  /** Looks at the sources whose time has come. */
  look(): Promise<void>;
  /** From now on looks in time also where a cadence is a matter of seconds. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** The jobs' own cadence. */
const everyMinute = '* * * * *';

/** Nothing is loaded or asked before the first look. */
export function createSourceWatch(options: SourceWatchOptions): SourceWatch {
  let watching: Promise<Watching> | undefined;
  let pulse: ScheduledTask | undefined;
  let closed = false;
  const watch = () => {
    watching ??= options.config.SOURCES.length > 0 ? startWatcher(options) : undefined;
    return watching;
  };
  return {
    status: async () => (await watch())?.watcher.status() ?? [],
    look: async () => (await watch())?.watcher.tick(),
    async begin() {
      if (closed) return;
      const watcher = (await watch())?.watcher;
      if (!watcher || watcher.pulse === everyMinute) return;
      const { schedule } = await import('node-cron');
      if (!closed) pulse ??= schedule(watcher.pulse, () => void watcher.tick(), { name: 'watch' });
    },
    async close() {
      closed = true;
      await pulse?.destroy();
      await (await watching)?.stop();
    },
  };
}

interface Watching {
  readonly watcher: Watcher;
  stop(): Promise<void>;
}

/** The parsers are loaded here, so that a start does not wait for them. */
async function startWatcher({
  config,
  store,
  watched,
  now,
  log,
  deliver,
}: SourceWatchOptions): Promise<Watching> {
  const [{ createWatcher }, { createSources }, { createFetcher, userAgentOf }] = await Promise.all([
    import('../news/watch/watcher.ts'),
    import('../news/sources/all.ts'),
    import('../news/fetch/fetch.ts'),
  ]);
  const fetcher = createFetcher({
    userAgent: userAgentOf(packageJson.version, config.OPERATOR_URL),
    trusted: Object.values(config.origins),
    clock: now,
  });
  const sources = createSources(watched, config.SOURCES, config.origins);
  const idle = sources.filter(({ feeds }) => feeds.length === 0).map(({ id }) => id);
  // An operator who names one of them in SOURCES waits for nothing otherwise.
  if (idle.length > 0) log.info({ sources: idle }, 'watch: the content pack watches nothing of these');
  const watcher = createWatcher({
    sources,
    store,
    fetcher,
    clock: now,
    deliver,
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
