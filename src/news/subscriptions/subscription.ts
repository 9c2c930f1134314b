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

export const followedKinds = [...developmentKinds, 'all'] as const;
export type FollowedKind = (typeof followedKinds)[number];

const instant = z.iso.datetime();

/** A message of an announcement channel that waits to be published. */
const publishingSchema = z.strictObject({
  messageId: z.string(),
  at: instant,
  attempts: z.int().nonnegative(),
});

const followingSchema = z.strictObject({
  channelId: z.string(),
  /** Discord's number of the kind of channel. */
  channelType: z.int(),
  kind: z.enum(followedKinds),
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
export type Following = Readonly<z.infer<typeof followingSchema>>;

/** One document a following, with its ledger: `following:GUILD:ID`. */
export const followingCollection: Collection<Following> = {
  name: 'following',
  schema: followingSchema,
  dueAt: followingDue,
};

export const followingKey = (guildId: string, id: string) => `${guildId}:${id}`;

/** When there is next something to do for it. */
export function followingDue(following: Following): Date | undefined {
  const { paused, delivery, notice, publishing = [], nextAt } = following;
  const post = paused ? undefined : (deliveryDue(delivery) ?? new Date(nextAt));
  const times = [post, deliveryDue(notice?.delivery), ...publishing.map(({ at }) => new Date(at))];
  return times.filter(time => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Milliseconds in which a proposal may be confirmed. */
export const proposalLife = 3_600_000;

export type Proposal = Pick<
  Following,
  'channelId' | 'channelType' | 'kind' | 'schedule' | 'zone' | 'role'
> & { readonly language: Language };

/** A following that nobody has confirmed yet. */
export function propose(proposal: Proposal, now: Date): Following {
  const nextAt = new Date(now.getTime() + proposalLife).toISOString();
  return { ...proposal, after: 0, posts: 0, nextAt };
}

/** True where the same news would come twice: one channel, one language, kinds of which one holds the other. */
export const overlap = (a: Following, b: Following): boolean =>
  a.channelId === b.channelId &&
  a.language === b.language &&
  (a.kind === b.kind || a.kind === 'all' || b.kind === 'all');

/** True for a proposal that nobody confirmed in time. */
export const proposalOver = ({ since, nextAt }: Following, now: Date): boolean =>
  !since && new Date(nextAt) <= now;

/** The following from now on: news that is there already is not posted. Confirmed twice, it stays as it was. */
export function confirm(following: Following, news: News, now: Date): Following {
  if (following.since) return following;
  return { ...following, since: now.toISOString(), after: news.counter, nextAt: nextOf(following, now) };
}

const nextOf = ({ schedule, zone }: Pick<Following, 'schedule' | 'zone'>, now: Date) =>
  nextTime(schedule, zone, now).toISOString();

/**
 * The following with its post planned, when it is time and there is news; with only the next time set when there is none. Times that
 * were missed count as one. While a post is on its way there is no second one.
 */
export function planned(id: string, following: Following, news: News, now: Date): Following {
  const { since, paused, delivery, nextAt, after, kind, posts, channelId } = following;
  if (!since || paused || isOpen(delivery) || new Date(nextAt) > now) return following;
  const next = { ...following, nextAt: nextOf(following, now) };
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
  following: Following,
  delivery: Delivery,
  reviewChannel: string | undefined,
  now: Date,
): Following {
  const next = { ...following, delivery };
  if (delivery.state === 'sent' && delivery.messageId) {
    const late = new Date(following.nextAt) <= now;
    const publishing = [
      ...(following.publishing ?? []),
      { messageId: delivery.messageId, at: now.toISOString(), attempts: 0 },
    ];
    return {
      ...next,
      after: following.upTo ?? following.after,
      ...(late && { nextAt: nextOf(following, now) }),
      ...(following.channelType === announcementChannel && { publishing: publishing.slice(-50) }),
    };
  }
  if (delivery.state !== 'refused' && delivery.state !== 'held') return next;
  const about = delivery.state;
  const id = `${delivery.id}-${about[0]}`;
  const told = about === 'held' && following.notice?.delivery.id === id;
  return {
    ...next,
    ...(about === 'refused' && { paused: 'refused' as const }),
    ...(reviewChannel && !told && { notice: { about, delivery: plan(id, reviewChannel, now) } }),
  };
}

/** Stopped by a manager. A post of which nobody knows whether it arrived is looked for when it goes on. */
export const pause = (following: Following): Following =>
  following.paused || !following.since ? following : { ...following, paused: 'asked' };

/**
 * Going on after a pause, with what was approved meanwhile at its next time. A refused post of which it is not known whether an earlier attempt arrived
 * is looked for first.
 */
export function resume(following: Following, now: Date): Following {
  const { paused, delivery, ...rest } = following;
  if (!paused) return following;
  const kept =
    delivery?.state === 'refused' ? (delivery.uncertain ? again(delivery, now) : undefined) : delivery;
  return { ...rest, ...(kept && { delivery: kept }), nextAt: nextOf(following, now) };
}

/**
 * The following with its times corrected where they lie further ahead than the schedule or any wait allows, because the clock was wrong when they
 * were set; the same object otherwise. A clock set back by less does not bring a time twice.
 */
export function corrected(following: Following, now: Date): Following {
  const { since, schedule, zone, nextAt, delivery, notice, publishing } = following;
  if (!since) return following;
  const next = nextTime(schedule, zone, now);
  const second = nextTime(schedule, zone, next);
  const right = {
    ...following,
    ...(new Date(nextAt) > second && { nextAt: next.toISOString() }),
    ...(isOpen(delivery) && { delivery: inReach(delivery, now) }),
    ...(notice && { notice: { ...notice, delivery: inReach(notice.delivery, now) } }),
    ...(publishing && { publishing: publishing.map(waiting => inReach(waiting, now)) }),
  };
  return isDeepStrictEqual(right, following) ? following : right;
}
