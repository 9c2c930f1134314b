import { z } from 'zod';
import type { Failure } from '../../messaging/channels.ts';

/**
 * The ledger entry of one message, from the decision to post it until Discord has it: `planned → sending → sent | refused`. It is part of the
 * document whose message it is (a following, a card), so that what is decided and what is known of its posting change together.
 *
 * Why a message is posted exactly once, at every point where the process may be killed, the machine may stop or an answer may be lost:
 *
 * 1. Before `claim` is durable: nothing was sent, the next tick claims it.
 * 2. After `claim`, before the request leaves, while it is on its way, or after Discord made the message but before `settle` is durable: the entry
 *    says `sending`. Nobody touches it until the lease is over. Then whoever claims it finds it `uncertain`: what became of the earlier attempt is not
 *    known, so the channel's history since the first attempt is searched for the message's mark, to the last page, before anything is sent.
 * 3. The earlier request may still be on its way while the history is searched. The second one carries the same nonce with `enforce_nonce`, so
 *    Discord makes one message of both: the search covers what is older than Discord's memory of nonces, the nonce what is younger.
 * 4. A holder that was suspended and wakes up when its lease is over sends nothing more: requests end with the lease, and the clock is asked before a send.
 *    Should it learn that its own message is there, that counts, whoever holds the lease.
 * 5. An answer that says that nothing was done (429, 403, 404 …) leaves no uncertainty behind. It takes none away either.
 *
 * Where the history cannot be read (the bot lost Read Message History) nothing can be known, so the entry is `held` and looked at again later.
 */
export const deliverySchema = z.strictObject({
  /** Unique among the bot's messages of a channel; it is the nonce and the mark, so at most 25 characters. */
  id: z.string().min(1).max(25),
  channelId: z.string(),
  state: z.enum(['planned', 'sending', 'held', 'sent', 'refused']),
  /** When it is to be tried (`planned`, `held`), until when only its holder may go on (`sending`), or when it ended. */
  at: z.iso.datetime(),
  attempts: z.int().nonnegative(),
  firstAttemptAt: z.iso.datetime().optional(),
  holder: z.string().optional(),
  /** An attempt was made of which nobody knows the outcome. */
  uncertain: z.literal(true).optional(),
  /** The message up to which the history was searched when the search was broken off. */
  searchedTo: z.string().optional(),
  messageId: z.string().optional(),
  /** What Discord said when it last refused. */
  refusal: z.strictObject({ status: z.int(), code: z.int() }).optional(),
});

export type Delivery = Readonly<z.infer<typeof deliverySchema>>;

/** What came of an attempt. `held`: the history cannot be read. `broken-off`: the search goes on from there next time. */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'held' }
  | { readonly kind: 'broken-off'; readonly searchedTo: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** A new entry, to be tried at once. */
export function plan(id: string, channelId: string, now: Date): Delivery {
  return { id, channelId, state: 'planned', at: now.toISOString(), attempts: 0 };
}

/** True while there is something to do. */
export const isOpen = (delivery: Delivery | undefined): delivery is Delivery =>
  delivery !== undefined && delivery.state !== 'sent' && delivery.state !== 'refused';

/** When there is next something to do; undefined for never. */
export const deliveryDue = (delivery: Delivery | undefined): Date | undefined =>
  isOpen(delivery) ? new Date(delivery.at) : undefined;

/** The entry in the hands of `holder` for `lease` milliseconds; undefined where it is not to be touched now. */
export function claim(delivery: Delivery, holder: string, now: Date, lease: number): Delivery | undefined {
  if (!isOpen(delivery) || new Date(delivery.at) > now) return undefined;
  return {
    ...delivery,
    state: 'sending',
    at: iso(now.getTime() + lease),
    attempts: delivery.attempts + 1,
    firstAttemptAt: delivery.firstAttemptAt ?? now.toISOString(),
    holder,
    // Left in the middle of an attempt by whoever had it before.
    ...(delivery.state === 'sending' && { uncertain: true as const }),
  };
}

/** Milliseconds between tries of a `held` entry: moderators need time to give the permission back. */
const holdTime = 15 * 60_000;
const longestWait = 15 * 60_000;
/** Milliseconds Discord may ask for; a longer wait is asked for again. */
const longestAsked = 3_600_000;
/** Milliseconds by which a clock may be wrong before a time that it gave is put right, and within which a message is looked for. */
export const clockError = 2 * 3_600_000;

/** Milliseconds to wait after so many attempts: 5 s, 10 s, 20 s … 15 min. */
export const backoff = (attempts: number): number => Math.min(2.5 * 2 ** attempts * 1_000, longestWait);

/** The entry after an attempt of `holder`. */
export function settle(delivery: Delivery, holder: string, outcome: Outcome, now: Date): Delivery {
  const { holder: _, ...rest } = delivery;
  if (outcome.kind === 'sent') {
    const { refusal: _earlier, ...done } = rest;
    return delivery.state === 'sent'
      ? delivery
      : { ...done, state: 'sent', at: now.toISOString(), messageId: outcome.messageId };
  }
  if (delivery.state !== 'sending' || delivery.holder !== holder) return delivery;
  const wait = (milliseconds: number) => iso(now.getTime() + milliseconds);
  if (outcome.kind === 'held') return { ...rest, state: 'held', at: wait(holdTime) };
  if (outcome.kind === 'broken-off') {
    return { ...rest, state: 'planned', at: now.toISOString(), searchedTo: outcome.searchedTo };
  }
  const { failure } = outcome;
  if (failure.why === 'refused') {
    const { status, code } = failure;
    return { ...rest, state: 'refused', at: now.toISOString(), refusal: { status, code } };
  }
  if (failure.why === 'later')
    return { ...rest, state: 'planned', at: wait(Math.min(failure.retryAfter, longestAsked)) };
  return { ...rest, state: 'planned', at: wait(backoff(delivery.attempts)), uncertain: true };
}

/** What is to be done at a time, with the time put right where it lies further ahead than any wait: the clock that gave it was wrong. */
export const inReach = <T extends { readonly at: string }>(entry: T, now: Date): T =>
  Date.parse(entry.at) > now.getTime() + clockError ? { ...entry, at: now.toISOString() } : entry;

/** A refused entry to be tried again, because what stood in its way may be gone; what is not known of it stays unknown. */
export function again(delivery: Delivery, now: Date): Delivery {
  const { refusal: _, ...rest } = delivery;
  return { ...rest, state: 'planned', at: now.toISOString() };
}
