import type { Fetched } from '../fetch/fetch.ts';
import type { Arrival } from '../model/finding.ts';
import type { Feed, Parsed } from '../model/source.ts';
import type { Cadence } from './cadence.ts';
import { fresh } from './detect-changes.ts';
import type { FeedState, Problem } from './feed-state.ts';

/** What a look at a feed brought. */
export interface Looked {
  readonly fresh: readonly Arrival[];
  readonly changed: readonly Arrival[];
  readonly state: FeedState;
}

/** Turns a kept state into the next one; pure, the same every time, for a store may run it again. */
export type Look = (state: FeedState) => Looked;

/** What an answer means for a feed's state. Parses a body at most once and draws a next try at most once, however often it is run. */
export function lookAt(feed: Feed, cadence: Cadence, fetched: Fetched, now: Date): Look {
  const parse = once((cursor: string | undefined) =>
    feed.read(fetched.kind === 'body' ? fetched.text : '', cursor),
  );
  const wait = fetched.kind === 'failed' ? fetched.failure.retryAfter : undefined;
  const notBefore = wait === undefined ? undefined : new Date(now.getTime() + wait);
  const nextTry = once((failures: number) => cadence.next(now, failures, notBefore).toISOString());

  const fail = (state: FeedState, problem: Problem): Looked => {
    const failures = state.failures + 1;
    return { fresh: [], changed: [], state: { ...state, failures, problem, nextTry: nextTry(failures) } };
  };
  return state => {
    if (fetched.kind === 'failed') {
      return fail(state, { code: fetched.failure.code, detail: fetched.failure.detail });
    }
    const { problem: _, ...healthy } = state;
    const success: FeedState = {
      ...healthy,
      failures: 0,
      lastSuccess: now.toISOString(),
      nextTry: nextTry(0),
    };
    if (fetched.kind === 'unchanged') return { fresh: [], changed: [], state: success };
    const parsed = parse(state.scope === feed.scope ? state.cursor : undefined);
    if (!parsed.ok) return fail(state, { code: 'format', detail: parsed.reason.slice(0, 300) });
    const news = newsOf(state, feed, parsed, now);
    const { etag, lastModified } = fetched.validators;
    const outbox = [...state.outbox, ...news.fresh, ...news.changed];
    return { ...news, state: { ...success, ...news.state, etag, lastModified, outbox } };
  };
}

function newsOf(state: FeedState, feed: Feed, parsed: Extract<Parsed, { ok: true }>, now: Date) {
  const moved = state.scope !== feed.scope;
  const before =
    moved && state.lastSuccess ? { ...state, announceFrom: state.lastSuccess.slice(0, 10) } : state;
  const look = fresh(parsed.findings, before, now, parsed.seeking);
  return {
    fresh: look.fresh,
    // When the scope changed, so may have what a hash is made of.
    changed: moved ? [] : look.changed,
    state: {
      ...look.remembered,
      scope: feed.scope,
      cursor: parsed.cursor,
      begun: state.begun || !parsed.seeking,
      skipped: parsed.skipped.length,
    },
  };
}

function once<A, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, R>();
  return argument => {
    const result = known.has(argument) ? (known.get(argument) as R) : compute(argument);
    known.set(argument, result);
    return result;
  };
}
