import { type Content, sameContent } from './content.ts';
import { type FaqEntry, kept, latest, type Revision } from './entry.ts';

/** Who did it and when (ISO time). */
export interface Act {
  readonly by: string;
  readonly at: string;
}

/** A draft about to become a revision. */
export interface Publication extends Act {
  readonly draft: string;
  /** The revision it was written on; 0: there was none. */
  readonly base: number;
  readonly content: Content;
  readonly approvedBy?: string | undefined;
  /** The revision it brings back. */
  readonly from?: number | undefined;
  /** Of a copy of a shared entry: what that says now. */
  readonly shared?: Content | undefined;
}

export type Published =
  | { readonly done: true; readonly n: number }
  /** It was published before, as revision `n`. */
  | { readonly done: false; readonly reason: 'already'; readonly n: number }
  /** It says what is published already. */
  | { readonly done: false; readonly reason: 'same'; readonly n: number }
  /** Others changed the entry meanwhile; `latest` is what counts now. */
  | { readonly done: false; readonly reason: 'conflict'; readonly latest: Revision };

/** A draft becomes the next revision, once, and only on top of the revision it was written on. */
export function publish(
  entry: FaqEntry | undefined,
  publication: Publication,
): readonly [FaqEntry | undefined, Published] {
  const { draft, base, content, by, at, approvedBy, from, shared } = publication;
  const before = entry?.revisions.find(revision => revision.draft === draft);
  if (before) return [entry, { done: false, reason: 'already', n: before.n }];
  const last = entry && latest(entry);
  if (last && last.n !== base) return [entry, { done: false, reason: 'conflict', latest: last }];
  if (last && sameContent(last.content, content)) return [entry, { done: false, reason: 'same', n: last.n }];
  const revised = revise(entry, {
    by,
    at,
    content,
    draft,
    ...(approvedBy && { approvedBy }),
    ...(from && { from }),
  });
  return [shared ? { ...revised, shared } : revised, { done: true, n: latest(revised).n }];
}

export type Removed =
  | { readonly done: true; readonly n: number }
  | { readonly done: false; readonly reason: 'unknown' | 'already' }
  | { readonly done: false; readonly reason: 'conflict'; readonly latest: Revision };

/** Takes the entry out of sight with a revision that says nothing; `base` is the revision that was shown when it was asked for. */
export function remove(
  entry: FaqEntry | undefined,
  { by, at, base }: Act & { readonly base: number },
): readonly [FaqEntry | undefined, Removed] {
  if (!entry) return [entry, { done: false, reason: 'unknown' }];
  const last = latest(entry);
  if (!last.content) return [entry, { done: false, reason: 'already' }];
  if (last.n !== base) return [entry, { done: false, reason: 'conflict', latest: last }];
  const revised = revise(entry, { by, at });
  return [revised, { done: true, n: latest(revised).n }];
}

export type Restored =
  | { readonly done: true; readonly n: number }
  | { readonly done: false; readonly reason: 'unknown' | 'no-such-revision' | 'same' | 'full' };

/** Brings a revision back as a new one. */
export function restore(
  entry: FaqEntry | undefined,
  { by, at, from }: Act & { readonly from: number },
): readonly [FaqEntry | undefined, Restored] {
  if (!entry) return [entry, { done: false, reason: 'unknown' }];
  const content = entry.revisions.find(revision => revision.n === from)?.content;
  if (!content) return [entry, { done: false, reason: 'no-such-revision' }];
  if (sameContent(latest(entry).content, content)) return [entry, { done: false, reason: 'same' }];
  const revised = revise(entry, { by, at, content, from });
  return [revised, { done: true, n: latest(revised).n }];
}

/** The last revision before a removal, where the removal is still what counts: what "undo" brings back. */
export function beforeRemoval(entry: FaqEntry, removal: number): Revision | undefined {
  const last = latest(entry);
  return last.n === removal && !last.content ? entry.revisions.findLast(({ content }) => content) : undefined;
}

/** The entry with one more revision, old ones thinned. */
export function revise(entry: FaqEntry | undefined, revision: Omit<Revision, 'n'>): FaqEntry {
  const n = entry ? latest(entry).n + 1 : 1;
  return { ...entry, revisions: thin([...(entry?.revisions ?? []), { ...revision, n }]) };
}

/** The newest 100 revisions, and of those before the last one of each day (UTC), 300 days at most. Keeps the order. */
export function thin(revisions: readonly Revision[]): Revision[] {
  const old = revisions.slice(0, -kept.full);
  if (old.length === 0) return [...revisions];
  const lastOfDay = new Map(old.map(revision => [revision.at.slice(0, 10), revision.n]));
  const daily = old.filter(({ at, n }) => lastOfDay.get(at.slice(0, 10)) === n);
  return [...daily.slice(-kept.days), ...revisions.slice(-kept.full)];
}
