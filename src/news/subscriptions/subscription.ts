import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Language, languages } from '../../i18n/languages.ts';
import { developmentKinds } from '../../knowledge/content/entry.ts';
import type { Collection } from '../../storage/store.ts';
import { type News, newsBetween } from '../approved/news.ts';
import {
  again,
  type Delivery,
  deliveryDue,
  deliverySchema,
  inReach,
  isOpen,
  plan,
} from '../model/delivery.ts';
import { nextTime } from './schedule.ts';

export const subscribedKinds = [...developmentKinds, 'all'] as const;
export type SubscribedKind = (typeof subscribedKinds)[number];

const instant = z.iso.datetime();

/** A message of an announcement channel that waits to be published. */
const publishingSchema = z.strictObject({
  messageId: z.string(),
  at: instant,
  attempts: z.int().nonnegative(),
});

const subscriptionSchema = z.strictObject({
  channelId: z.string(),
  /** Discord's number of the kind of channel. */
  channelType: z.int(),
  kind: z.enum(subscribedKinds),
  /** As `parseSchedule` gives it. */
  schedule: z.string(),
  zone: z.string(),
  /** The only role that its posts ping. */
  role: z.string().optional(),
  language: z.enum(languages),
  /** When it was confirmed. Until then it is a proposal, gone at `nextAt`. */
  since: instant.optional(),
  /** News up to this number is posted, or was there before it was confirmed. */
  after: z.int().nonnegative(),
  /** When it is next looked whether there is something to post. */
  nextAt: instant,
  /** Posts begun so far: what their ids are made of. */
  posts: z.int().nonnegative(),
  /** The latest post; it is about the news after `after` up to `upTo`. */
  delivery: deliverySchema.optional(),
  upTo: z.int().nonnegative().optional(),
  publishing: z.array(publishingSchema).optional(),
  /** Why the last publishing failed for good: Discord's code. */
  notPublished: z.int().optional(),
  /** Stopped by a manager, or by Discord's refusal that the delivery holds. */
  paused: z.enum(['asked', 'refused']).optional(),
  /** A word to the moderators: what for, and its own ledger entry. */
  notice: z.strictObject({ about: z.enum(['refused', 'held']), delivery: deliverySchema }).optional(),
});

/** A channel that follows the news. */
export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>;

/** One document a following, with its ledger: `following:GUILD:ID`. */
export const subscriptionCollection: Collection<Subscription> = {
  name: 'following',
  schema: subscriptionSchema,
  dueAt: subscriptionDue,
};

export const subscriptionKey = (guildId: string, id: string) => `${guildId}:${id}`;

/** When there is next something to do for it. */
export function subscriptionDue(subscription: Subscription): Date | undefined {
  const { paused, delivery, notice, publishing = [], nextAt } = subscription;
  const post = paused ? undefined : (deliveryDue(delivery) ?? new Date(nextAt));
  const times = [post, deliveryDue(notice?.delivery), ...publishing.map(({ at }) => new Date(at))];
  return times.filter(time => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Milliseconds in which a proposal may be confirmed. */
export const proposalLife = 3_600_000;

export type Proposal = Pick<
  Subscription,
  'channelId' | 'channelType' | 'kind' | 'schedule' | 'zone' | 'role'
> & { readonly language: Language };

/** A following that nobody has confirmed yet. */
export function propose(proposal: Proposal, now: Date): Subscription {
  const nextAt = new Date(now.getTime() + proposalLife).toISOString();
  return { ...proposal, after: 0, posts: 0, nextAt };
}

/** True where the same news would come twice: one channel, one language, kinds of which one holds the other. */
export const overlap = (a: Subscription, b: Subscription): boolean =>
  a.channelId === b.channelId &&
  a.language === b.language &&
  (a.kind === b.kind || a.kind === 'all' || b.kind === 'all');

/** True for a proposal that nobody confirmed in time. */
export const proposalOver = ({ since, nextAt }: Subscription, now: Date): boolean =>
  !since && new Date(nextAt) <= now;

/** The following from now on: news that is there already is not posted. Confirmed twice, it stays as it was. */
export function confirm(subscription: Subscription, news: News, now: Date): Subscription {
  if (subscription.since) return subscription;
  return {
    ...subscription,
    since: now.toISOString(),
    after: news.counter,
    nextAt: nextOf(subscription, now),
  };
}

const nextOf = ({ schedule, zone }: Pick<Subscription, 'schedule' | 'zone'>, now: Date) =>
  nextTime(schedule, zone, now).toISOString();

/**
 * The following with its post planned, when it is time and there is news; with only the next time set when there is none. Times that
 * were missed count as one. While a post is on its way there is no second one.
 */
export function planned(id: string, subscription: Subscription, news: News, now: Date): Subscription {
  const { since, paused, delivery, nextAt, after, kind, posts, channelId } = subscription;
  if (!since || paused || isOpen(delivery) || new Date(nextAt) > now) return subscription;
  const next = { ...subscription, nextAt: nextOf(subscription, now) };
  const upTo = news.counter;
  if (newsBetween(news, kind, after, upTo).length === 0) return { ...next, after: upTo };
  const post = plan(`${id}-${(posts + 1).toString(36)}`, channelId, now);
  return { ...next, posts: posts + 1, upTo, delivery: post };
}

/** Discord's number for announcement channels, whose messages are published to the channels that follow them. */
export const announcementChannel = 5;

/**
 * The following with its post in another state. Sent: that news is done with, and in an announcement channel it is to be published. Refused:
 * paused, and the moderators are told, once. Held: they are told once a post.
 */
export function withPost(
  subscription: Subscription,
  delivery: Delivery,
  reviewChannel: string | undefined,
  now: Date,
): Subscription {
  const next = { ...subscription, delivery };
  if (delivery.state === 'sent' && delivery.messageId) {
    const late = new Date(subscription.nextAt) <= now;
    const publishing = [
      ...(subscription.publishing ?? []),
      { messageId: delivery.messageId, at: now.toISOString(), attempts: 0 },
    ];
    return {
      ...next,
      after: subscription.upTo ?? subscription.after,
      ...(late && { nextAt: nextOf(subscription, now) }),
      ...(subscription.channelType === announcementChannel && { publishing: publishing.slice(-50) }),
    };
  }
  if (delivery.state !== 'refused' && delivery.state !== 'held') return next;
  const about = delivery.state;
  const id = `${delivery.id}-${about[0]}`;
  const told = about === 'held' && subscription.notice?.delivery.id === id;
  return {
    ...next,
    ...(about === 'refused' && { paused: 'refused' as const }),
    ...(reviewChannel && !told && { notice: { about, delivery: plan(id, reviewChannel, now) } }),
  };
}

/** Stopped by a manager. A post of which nobody knows whether it arrived is looked for when it goes on. */
export const pause = (subscription: Subscription): Subscription =>
  subscription.paused || !subscription.since ? subscription : { ...subscription, paused: 'asked' };

/**
 * Going on after a pause, with what was approved meanwhile at its next time. A refused post of which it is not known whether an earlier attempt arrived
 * is looked for first.
 */
export function resume(subscription: Subscription, now: Date): Subscription {
  const { paused, delivery, ...rest } = subscription;
  if (!paused) return subscription;
  const kept =
    delivery?.state === 'refused' ? (delivery.uncertain ? again(delivery, now) : undefined) : delivery;
  return { ...rest, ...(kept && { delivery: kept }), nextAt: nextOf(subscription, now) };
}

/**
 * The following with its times corrected where they lie further ahead than the schedule or any wait allows, because the clock was wrong when they
 * were set; the same object otherwise. A clock set back by less does not bring a time twice.
 */
export function corrected(subscription: Subscription, now: Date): Subscription {
  const { since, schedule, zone, nextAt, delivery, notice, publishing } = subscription;
  if (!since) return subscription;
  const next = nextTime(schedule, zone, now);
  const second = nextTime(schedule, zone, next);
  const right = {
    ...subscription,
    ...(new Date(nextAt) > second && { nextAt: next.toISOString() }),
    ...(isOpen(delivery) && { delivery: inReach(delivery, now) }),
    ...(notice && { notice: { ...notice, delivery: inReach(notice.delivery, now) } }),
    ...(publishing && { publishing: publishing.map(waiting => inReach(waiting, now)) }),
  };
  return isDeepStrictEqual(right, subscription) ? subscription : right;
}
