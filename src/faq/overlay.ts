import type { Entry } from '../knowledge/entry.ts';
import { type Content, sameContent } from './content.ts';
import { type FaqEntry, latest } from './entry.ts';
import { type Act, revise } from './revise.ts';

/** A shared entry as content that a community can make its own. Its other names stay with the shared one, which keeps being found by them. */
export function contentOfShared({ text }: Entry): Content {
  return { title: text.en.title, answers: { en: text.en.body, es: text.es.body }, aliases: [] };
}

/** What a shared entry said when a community copied it and says now, where that differs and the copy is in use. */
export interface Drift {
  readonly before: Content;
  readonly now: Content;
}

export function driftOf(entry: FaqEntry, shared: Content | undefined): Drift | undefined {
  if (!shared || !entry.shared || !latest(entry).content) return undefined;
  return sameContent(entry.shared, shared) ? undefined : { before: entry.shared, now: shared };
}

/** The entry with the note that moderators were told of this change; the result says whether they still have to be. */
export function notice(
  entry: FaqEntry | undefined,
  shared: Content | undefined,
): readonly [FaqEntry | undefined, Drift | undefined] {
  const drift = entry && driftOf(entry, shared);
  if (!drift || sameContent(entry.noticed, drift.now)) return [entry, undefined];
  return [{ ...entry, noticed: drift.now }, drift];
}

export type Settled = 'kept' | 'taken' | 'over';

/** The community keeps its copy, or takes the shared entry again (its copy is removed, which history can bring back). */
export function settle(
  entry: FaqEntry | undefined,
  shared: Content | undefined,
  choice: 'keep' | 'take',
  act: Act,
): readonly [FaqEntry | undefined, Settled] {
  const drift = entry && driftOf(entry, shared);
  if (!drift) return [entry, 'over'];
  const { noticed: _, ...rest } = entry;
  const compared: FaqEntry = { ...rest, shared: drift.now };
  return choice === 'keep' ? [compared, 'kept'] : [revise(compared, act), 'taken'];
}
