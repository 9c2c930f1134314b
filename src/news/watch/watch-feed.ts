import { randomUUID } from 'node:crypto';
import type { Store } from '../../storage/store.ts';
import type { Fetcher } from '../fetch/fetch.ts';
import type { Arrival } from '../model/finding.ts';
import type { Feed } from '../model/source.ts';
import type { Cadence } from './cadence.ts';
import { type FeedState, feedStates, newFeedState } from './feed-state.ts';
import { type Look, type Looked, lookAt } from './look.ts';

/**
 * How a finding reaches the review queue without being lost. A look at a feed is one change of one document: what was seen, when to ask
 * again and an outbox with the arrivals become durable together. Only then are the arrivals handed over, and only when the queue has
 * taken them durably are they taken out of the outbox. A crash before the change: the same body is looked at again. A crash after it, before
 * or after the queue took them: the outbox is handed over again, and the queue takes an arrival with a known `id` and `hash` only once.
 *
 * Several replicas share the documents: whoever writes the lease works, the others pass by. A lease that ran out (its holder was killed) is
 * taken over; should its holder wake up, its look is thrown away, because the lease is not its own any more.
 */
export interface WatchDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly clock: () => Date;
  /** Resolves when the review queue has taken them durably; taking one twice must do nothing. */
  readonly deliver: (arrivals: readonly Arrival[]) => Promise<void>;
}

/** A feed with where and when it is asked. */
export interface WatchedFeed {
  readonly source: string;
  readonly feed: Feed;
  readonly cadence: Cadence;
}

/** What came of a visit: `idle` when it was not due or another replica has it, `handed-over` when only the outbox was to be emptied. */
export type WatchResult = { readonly kind: 'idle' | 'handed-over' } | ({ readonly kind: 'looked' } & Looked);

/** Longer than a fetch and a hand-over take, in milliseconds. */
const leaseTime = 120_000;

/** No try is planned further ahead than this; one that is comes of a clock that was wrong. */
const horizon = 9 * 86_400_000;

/** Id of a feed's document in {@link feedStates}. */
export const stateId = ({ source, feed }: Pick<WatchedFeed, 'source' | 'feed'>): string =>
  `${source}:${feed.id}`;

/** Looks at one feed when it is due, and hands over what waits in its outbox. Rejects when the store or the queue does; nothing is lost then. */
export async function watchFeed(watched: WatchedFeed, deps: WatchDeps): Promise<WatchResult> {
  const holder = randomUUID();
  const claimed = await claim(watched, deps, holder);
  if (!claimed) return { kind: 'idle' };
  try {
    if (new Date(claimed.nextTry) > deps.clock()) {
      await handOver(watched, deps, claimed.outbox);
      return { kind: 'handed-over' };
    }
    const looked = await look(watched, deps, holder, claimed);
    await handOver(watched, deps, looked?.state.outbox ?? []);
    return looked ? { kind: 'looked', ...looked } : { kind: 'idle' };
  } finally {
    await release(watched, deps, holder);
  }
}

/** Takes the lease where there is something to do and nobody has it. Makes the document where there is none. */
function claim(
  watched: WatchedFeed,
  { store, clock }: WatchDeps,
  holder: string,
): Promise<FeedState | undefined> {
  const now = clock();
  const { cadence, feed } = watched;
  const first = cadence.first(now);
  const next = cadence.next(now, 0);
  return store.update<FeedState, FeedState | undefined>(feedStates, stateId(watched), kept => {
    const state = planned(kept ?? newFeedState(feed.scope, cadence.name, first), cadence.name, next, now);
    const due = state.outbox.length > 0 || new Date(state.nextTry) <= now;
    const taken = state.lease && new Date(state.lease.until) > now;
    if (!due || taken) return [state, undefined];
    const until = new Date(now.getTime() + leaseTime).toISOString();
    return [{ ...state, lease: { holder, until } }, state];
  });
}

/** The state with a next try that the present cadence could have given. */
function planned(state: FeedState, cadence: string, next: Date, now: Date): FeedState {
  const asleep = new Date(state.nextTry).getTime() > now.getTime() + horizon;
  if (state.cadence === cadence && !asleep) return state;
  return { ...state, cadence, nextTry: next.toISOString() };
}

/** Asks, and writes down what came of it; undefined when the lease was lost meanwhile, for then nothing is written. */
async function look(
  watched: WatchedFeed,
  { store, fetcher, clock }: WatchDeps,
  holder: string,
  claimed: FeedState,
) {
  const { feed, cadence } = watched;
  const same = claimed.scope === feed.scope;
  const { etag, lastModified } = claimed;
  const request = feed.request(same ? claimed.cursor : undefined);
  const fetched = await fetcher.get(request, same ? { etag, lastModified } : {});
  const run: Look = lookAt(feed, cadence, fetched, clock());
  return store.update<FeedState, Looked | undefined>(feedStates, stateId(watched), state => {
    if (state?.lease?.holder !== holder) return [state, undefined];
    const looked = run(state);
    return [looked.state.outbox.length > 0 ? looked.state : unleased(looked.state), looked];
  });
}

async function handOver(watched: WatchedFeed, deps: WatchDeps, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  await deps.deliver(arrivals);
  const key = ({ id, hash }: Arrival) => `${id} ${hash}`;
  const taken = new Set(arrivals.map(key));
  await deps.store.update<FeedState, void>(feedStates, stateId(watched), state => [
    state && { ...state, outbox: state.outbox.filter(arrival => !taken.has(key(arrival))) },
    undefined,
  ]);
}

async function release(watched: WatchedFeed, { store }: WatchDeps, holder: string): Promise<void> {
  await store.update<FeedState, void>(feedStates, stateId(watched), state => [
    state?.lease?.holder === holder ? unleased(state) : state,
    undefined,
  ]);
}

function unleased(state: FeedState): FeedState {
  const { lease: _, ...free } = state;
  return free;
}
