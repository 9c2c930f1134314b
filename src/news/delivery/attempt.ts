import type { ChannelMessage, Channels } from '../../messaging/channels.ts';
import type { Collection, Store } from '../../storage/store.ts';
import { claim, type Delivery, type Outcome, settle } from '../model/delivery.ts';
import { findEarlier } from './find-earlier.ts';

/** Where in a document a delivery stands, and what is to be sent. All functions but `message` are pure. */
export interface Deliverable<T> {
  readonly collection: Collection<T>;
  readonly id: string;
  readonly guildId: string;
  /** The document with a delivery planned, where it is time for one; the same object otherwise. */
  prepare(document: T, now: Date): T;
  deliveryOf(document: T): Delivery | undefined;
  /** The document with a delivery in another state. */
  withDelivery(document: T, delivery: Delivery, now: Date): T;
  /** What is sent. */
  message(document: T, delivery: Delivery): Promise<ChannelMessage>;
}

export interface AttemptDeps {
  readonly store: Store;
  readonly channels: Channels;
  readonly clock: () => Date;
  /** A value no other process has. */
  readonly newHolder: () => string;
  /** Milliseconds for one attempt with its search. */
  readonly lease: number;
}

export interface Attempts {
  /** Carries a document's delivery one attempt further, if it is due and nobody else does; the delivery then, undefined where nothing was to be done. */
  attempt<T>(deliverable: Deliverable<T>): Promise<Delivery | undefined>;
}

/** Part of the lease that requests may use; the rest is for the store and for clocks that differ. */
const share = 0.75;

/** Makes durable what is to be sent, sends it and makes durable what came of it; see `ledger.ts` for what happens in between. */
export function createAttempts({ store, channels, clock, newHolder, lease }: AttemptDeps): Attempts {
  /** What came of it; undefined where the lease was over before anything was sent. */
  async function attempt<T>(
    deliverable: Deliverable<T>,
    document: T,
    delivery: Delivery,
  ): Promise<Outcome | undefined> {
    const signal = AbortSignal.timeout(lease * share);
    const end = clock().getTime() + lease * share;
    if (delivery.uncertain) {
      const found = await findEarlier(channels, deliverable.guildId, delivery, clock(), signal);
      if (found !== 'absent') return found;
    }
    const message = await deliverable.message(document, delivery);
    if (signal.aborted || clock().getTime() > end) return undefined;
    const sent = await channels.send(delivery.channelId, message, delivery.id, signal);
    return sent.ok ? { kind: 'sent', messageId: sent.messageId } : { kind: 'failed', failure: sent };
  }

  return {
    async attempt<T>(deliverable: Deliverable<T>) {
      const { collection, id } = deliverable;
      const holder = newHolder();
      const now = clock();
      const claimed = await store.update(collection, id, kept => {
        const document = kept && deliverable.prepare(kept, now);
        const delivery = document && deliverable.deliveryOf(document);
        const mine = delivery && claim(delivery, holder, now, lease);
        if (!document || !mine) return [document, undefined];
        const next = deliverable.withDelivery(document, mine, now);
        return [next, { document: next, delivery: mine }];
      });
      if (!claimed) return undefined;
      const outcome = await attempt(deliverable, claimed.document, claimed.delivery);
      if (!outcome) return undefined;
      const ended = clock();
      return await store.update(collection, id, kept => {
        const delivery = kept && deliverable.deliveryOf(kept);
        if (!kept || delivery?.id !== claimed.delivery.id) return [kept, undefined];
        const next = settle(delivery, holder, outcome, ended);
        return [next === delivery ? kept : deliverable.withDelivery(kept, next, ended), next];
      });
    },
  };
}
