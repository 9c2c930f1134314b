import type { Collection } from '../../storage/store.ts';
import { cardCollection, correctedCard } from '../review/card.ts';
import { corrected, subscriptionCollection } from '../subscriptions/subscription.ts';
import { deliverCard } from './deliver-card.ts';
import { deliverSubscription } from './deliver-subscription.ts';
import { deliverWeekly } from './deliver-weekly.ts';
import type { DeliverParts, Retries } from './deliverable.ts';
import { correctedNote, newWeekly, weeklyCollection } from './weekly-note.ts';

/** Something that is posted by itself: documents that come due, and what is done with each. */
export interface PostKind<T> {
  readonly collection: Collection<T>;
  /** Brings a document that is due one step further; gives the times of its next tries. */
  deliver(id: string, parts: DeliverParts): Promise<Retries>;
  /** The document with times that a wrong clock put too far ahead corrected; the same object where there are none. */
  correct(kept: T, now: Date, zone: string): T;
  /** There may be many: they are gone through only when the clock was set back, not once an hour. */
  readonly many?: true;
  /** One document a community with a review channel, by the community's id: that of one that has none yet. */
  begin?(now: Date, zone: string): T;
}

const kind = <T>(one: PostKind<T>): PostKind<unknown> => one as PostKind<unknown>;

/** Every kind of post, once. */
export const postKinds: readonly PostKind<unknown>[] = [
  kind({ collection: cardCollection, deliver: deliverCard, correct: correctedCard, many: true }),
  kind({ collection: subscriptionCollection, deliver: deliverSubscription, correct: corrected }),
  kind({ collection: weeklyCollection, deliver: deliverWeekly, correct: correctedNote, begin: newWeekly }),
];
