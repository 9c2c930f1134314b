import type { PerLanguage } from '../../i18n/languages.ts';
import { errorFields, type Log } from '../../lib/log.ts';
import type { Source } from '../model/source.ts';
import { cadenceOf } from './cadence.ts';
import { type FeedState, feedStates, type Problem } from './feed-state.ts';
import { stateId, type WatchDeps, type WatchedFeed, watchFeed } from './watch-feed.ts';

export interface WatcherOptions extends WatchDeps {
  readonly sources: readonly Source[];
  readonly log: Log;
  /** 0 to 1, for the spread of requests. */
  readonly random: () => number;
  /** One exact cadence for all sources (`SOURCES_CRON`, UTC) instead of each one's own. */
  readonly cron?: string | undefined;
}

/** One line of `/news status`. */
export interface FeedStatus {
  readonly source: string;
  readonly feed: string;
  readonly name: string;
  readonly page: string;
  readonly why: PerLanguage<string>;
  /** Undefined until it was asked for the first time. */
  readonly nextTry?: Date;
  readonly lastSuccess?: Date;
  /** In a row; 0 when all is well. */
  readonly failures: number;
  readonly problem?: Problem;
  /** Items of the last body that could not be read. */
  readonly skipped: number;
  /** Arrivals the review queue has not taken yet. */
  readonly waiting: number;
}

export interface Watcher {
  /**
   * Visits every feed that is due, the feeds of a source one after the other. Never rejects: what fails is logged and tried again. May be called
   * again before it resolves: a source that is still being visited is passed over, the others do not wait for it.
   */
  tick(): Promise<void>;
  /** Every feed, in the order of the sources and the watch list. */
  status(): Promise<readonly FeedStatus[]>;
  /** How often `tick` wants to be called, as a cron expression: each minute, or each second where the cadence has a field for seconds. */
  readonly pulse: string;
}

const hour = 3_600_000;

/** Watches the sources. Nothing happens before the first `tick`. Throws for a cron expression that is none. */
export function createWatcher(options: WatcherOptions): Watcher {
  const { sources, store, log, cron, clock } = options;
  const bySource = sources.map(({ id, feeds, cron: own }) =>
    feeds.map((feed, index): WatchedFeed => {
      const place = { index, count: feeds.length };
      return { source: id, feed, cadence: cadenceOf(cron ?? own, cron !== undefined, place, options.random) };
    }),
  );
  const busy = new Set<string>();
  let surveyed: number | undefined;

  async function tick(): Promise<void> {
    const now = clock().getTime();
    try {
      // Once an hour every document is opened, not only those the index calls due: that makes new ones, and finds wrong dates after the
      // clock jumped.
      const all = surveyed === undefined || Math.abs(now - surveyed) >= hour;
      const due = all ? undefined : new Set(await store.due(feedStates, new Date(now)));
      const visits = bySource.map(feeds => visit(feeds.filter(feed => !due || due.has(stateId(feed)))));
      const whole = (await Promise.all(visits)).every(done => done);
      if (all && whole) surveyed = now;
    } catch (error) {
      log.warn(errorFields(error), 'watch: the store does not answer');
    }
  }

  /** True when every feed could be visited. */
  async function visit(feeds: readonly WatchedFeed[]): Promise<boolean> {
    const [first] = feeds;
    if (!first) return true;
    if (busy.has(first.source)) return false;
    busy.add(first.source);
    try {
      let whole = true;
      for (const feed of feeds) whole = (await visitOne(feed)) && whole;
      return whole;
    } finally {
      busy.delete(first.source);
    }
  }

  async function visitOne(watched: WatchedFeed): Promise<boolean> {
    const fields = { source: watched.source, feed: watched.feed.id };
    try {
      const result = await watchFeed(watched, options);
      if (result.kind !== 'looked') return true;
      const { state, fresh, changed } = result;
      if (state.problem) {
        const { failures, nextTry } = state;
        log.warn({ ...fields, ...state.problem, failures, nextTry }, 'watch: failed');
      } else {
        const counts = { fresh: fresh.length, changed: changed.length, skipped: state.skipped };
        log.info({ ...fields, ...counts }, 'watch: looked');
      }
      return true;
    } catch (error) {
      log.error({ ...fields, ...errorFields(error) }, 'watch: could not be finished, comes again');
      return false;
    }
  }

  return {
    tick,
    pulse: cron?.trim().split(/\s+/).length === 6 ? '* * * * * *' : '* * * * *',
    status: () =>
      Promise.all(
        bySource
          .flat()
          .map(async watched => statusOf(watched, await store.read(feedStates, stateId(watched)))),
      ),
  };
}

function statusOf({ source, feed }: WatchedFeed, state: FeedState | undefined): FeedStatus {
  return {
    source,
    feed: feed.id,
    name: feed.name,
    page: feed.page,
    why: feed.why,
    ...(state && { nextTry: new Date(state.nextTry) }),
    ...(state?.lastSuccess && { lastSuccess: new Date(state.lastSuccess) }),
    failures: state?.failures ?? 0,
    ...(state?.problem && { problem: state.problem }),
    skipped: state?.skipped ?? 0,
    waiting: state?.outbox.length ?? 0,
  };
}
