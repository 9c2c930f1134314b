import type { Arrival, Finding } from '../model/finding.ts';
import type { FeedState, Seen } from './feed-state.ts';
import { routineOf } from './routine.ts';

/** Things a feed remembers; more than any feed shows at once. */
const memory = 4_000;

type Remembered = Pick<FeedState, 'begun' | 'seen' | 'newest' | 'forgottenBefore' | 'announceFrom'>;

/** What a look at a feed brought, and what is remembered afterwards. */
export interface Look {
  readonly fresh: readonly Arrival[];
  /** Known things with other words, of those that were announced. */
  readonly changed: readonly Arrival[];
  readonly remembered: Omit<Remembered, 'begun'>;
}

/**
 * Tells new and edited things from those seen before, in whatever order they come. Nothing is ever forgotten because a feed did not show
 * it for a while. A first look announces nothing, nor does a later edit of what it saw; `quiet` makes any look like that.
 */
export function fresh(findings: readonly Finding[], before: Remembered, now: Date, quiet = false): Look {
  const seen = new Map(before.seen.map(item => [item.id, item]));
  const arrivals: Arrival[] = [];
  for (const finding of withOwnIds(findings, seen)) {
    const known = seen.get(finding.id);
    const change = known ? 'edited' : 'new';
    const old = [before.forgottenBefore, before.announceFrom].some(day => day && finding.date < day);
    const silent = !before.begun || quiet || (known ? !known.told || known.hash === finding.hash : old);
    if (!silent) arrivals.push(arrivalOf(finding, change, before.newest, now));
    const told = known?.told || !silent;
    seen.set(finding.id, { id: finding.id, hash: finding.hash, date: finding.date, ...(told && { told }) });
  }
  return {
    fresh: arrivals.filter(({ change }) => change === 'new'),
    changed: arrivals.filter(({ change }) => change === 'edited'),
    remembered: bounded([...seen.values()], before, now),
  };
}

function arrivalOf(
  finding: Finding,
  change: Arrival['change'],
  newest: string | undefined,
  now: Date,
): Arrival {
  const noise = routineOf(finding);
  return {
    ...finding,
    change,
    late: change === 'new' && newest !== undefined && finding.date < newest,
    ...(noise ? { noise } : {}),
    seenAt: now.toISOString(),
  };
}

/**
 * Gives each finding an id of its own. Several things under one id keep apart: one keeps the id, by what was seen before, the others get a
 * suffix of their own words.
 */
function withOwnIds(findings: readonly Finding[], seen: ReadonlyMap<string, Seen>): Finding[] {
  const own: Finding[] = [];
  for (const [id, group] of Map.groupBy(findings, finding => finding.id)) {
    const members = [...new Map(group.map(finding => [finding.hash, finding])).values()];
    const suffixed = members.map(finding => ({ ...finding, id: `${id}~${finding.hash.slice(0, 8)}` }));
    const open = members.filter((_, index) => !seen.has(suffixed[index]?.id ?? ''));
    const heir = open.find(finding => finding.hash === seen.get(id)?.hash) ?? open[0];
    for (const [index, finding] of members.entries())
      own.push(finding === heir ? finding : (suffixed[index] ?? finding));
  }
  return withFormerIds(own, seen);
}

/** Ids that end in `:.WORDS` are made of the words: where one went and another came in the same place, it was edited. */
function withFormerIds(findings: readonly Finding[], seen: ReadonlyMap<string, Seen>): Finding[] {
  const place = (id: string) => /^(.*):\.[^:]*$/.exec(id)?.[1];
  if (!findings.some(({ id }) => place(id))) return [...findings];
  const shown = new Set(findings.map(({ id }) => id));
  const gone = Map.groupBy(
    [...seen.values()].filter(({ id }) => !shown.has(id)),
    ({ id }) => place(id),
  );
  const former = (finding: Finding, matches: (seen: Seen) => boolean): string | undefined => {
    const home = place(finding.id);
    const candidates = home === undefined || seen.has(finding.id) ? [] : (gone.get(home) ?? []);
    const index = candidates.findIndex(matches);
    return index < 0 ? undefined : candidates.splice(index, 1)[0]?.id;
  };
  // Those edited at an earlier look first, so that they keep what they had.
  const settled = findings.map(finding => {
    const id = former(finding, ({ hash }) => hash === finding.hash);
    return { finding: id ? { ...finding, id } : finding, done: id !== undefined };
  });
  return settled.map(({ finding, done }) => {
    const id = done ? undefined : former(finding, () => true);
    return id ? { ...finding, id } : finding;
  });
}

/** The newest things, up to the limit; what is let go of is remembered as a date. */
function bounded(seen: readonly Seen[], before: Remembered, now: Date): Look['remembered'] {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  const byDate = [...seen].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const dropped = byDate[memory]?.date;
  // A whole day goes or stays: a date must tell whether a thing was let go of.
  const kept = dropped === undefined ? byDate : byDate.filter(({ date }) => date > dropped);
  const newest = byDate.find(({ date }) => date <= tomorrow)?.date;
  const forgottenBefore = dropped === undefined ? before.forgottenBefore : dayAfter(dropped);
  return {
    seen: kept,
    ...(newest === undefined ? {} : { newest }),
    ...(forgottenBefore === undefined ? {} : { forgottenBefore }),
    ...(before.announceFrom === undefined ? {} : { announceFrom: before.announceFrom }),
  };
}

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
