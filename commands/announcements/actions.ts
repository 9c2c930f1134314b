import { asLanguage, ownName } from '../../src/i18n/languages.ts';
import { listed } from '../../src/i18n/lists.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import type { Args, Choice } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { type Reply, say } from '../../src/messaging/reply.ts';
import { fullTime, relativeTime } from '../../src/messaging/timestamps.ts';
import { digestReply, plainDigest } from '../../src/news/delivery/digest.ts';
import { subscribableTypes } from '../../src/news/subscriptions/permissions.ts';
import { nextTimes, parseSchedule } from '../../src/news/subscriptions/schedule.ts';
import {
  announcementChannel,
  type SubscribedKind,
  type Subscription,
  subscribedKinds,
} from '../../src/news/subscriptions/subscription.ts';
import { type Checked, mostSubscriptions } from '../../src/news/subscriptions/subscriptions.ts';
import { zoneOf } from '../../src/news/subscriptions/time-zone.ts';
import { subscriptionState } from '../news/lists.ts';
import type { Context, PressContext } from '../services.ts';
import { announcementsRoutes } from './routes.ts';

const ownWords = (context: Context) => wordsOf(context.language).subscriptions;
/** The id that was typed; empty for what can be none. */
const idOf = (args: Args) => /^[0-9a-z]{8}$/.exec(args.string('id')?.trim() ?? '')?.[0] ?? '';
const next = ({ nextAt }: Subscription) => relativeTime(new Date(nextAt));

/** Times shown before a following is confirmed. */
const shownTimes = 3;

export function kindLabel(kind: SubscribedKind, context: Context): string {
  return kind === 'all' ? ownWords(context).all : wordsOf(context.language).answers.kind[kind];
}

/** `/announcements follow`: what would be posted where and when, with a button that makes it so. */
export async function follow(args: Args, context: Context): Promise<Reply> {
  const words = ownWords(context).follow;
  const channel = args.channel('channel');
  const kind = subscribedKinds.find(name => name === args.string('kind')) ?? 'all';
  const { timezone: usual } = context.services.knowledge.pack;
  const parsed = parseSchedule(args.string('schedule') ?? '', context.language);
  const zone = zoneOf(args.string('timezone') ?? usual);
  const role = args.role('role');
  const language = asLanguage(args.string('language')) ?? context.guild?.language ?? context.language;
  if (!channel || !canSubscribe(channel.type)) return say(words.channel);
  if (!parsed.ok) return say(words.faults[parsed.fault]);
  if (!zone) return say(words.zone({ zone: usual }));
  // Discord offers @everyone among the roles, under the server's own id.
  if (role === serverId(context)) return say(words.everyone);
  const { subscriptions } = context.services.news;
  const checked = await subscriptions.check(serverId(context), channel.id, role);
  if (!checked.ok) return say(refusal(checked, channel.id, context));
  const { type } = checked.access;
  if (!canSubscribe(type)) return say(words.channel);
  const { schedule } = parsed;
  const id = await subscriptions.propose(serverId(context), {
    channelId: channel.id,
    channelType: type,
    kind,
    schedule,
    zone,
    ...(role && { role }),
    language,
  });
  const times = nextTimes(schedule, zone, context.now, shownTimes);
  return {
    title: words.confirmTitle,
    text: [
      words.what({ channel: `<#${channel.id}>`, kind: kindLabel(kind, context) }),
      words.when({ schedule, zone }),
      ...times.map(time => `- ${fullTime(time)} (${relativeTime(time)})`),
      role ? words.role({ role: `<@&${role}>` }) : words.noRole,
      words.language({ name: ownName(language) }),
      words.onlyNew,
    ].join('\n'),
    rows: [
      [
        { label: words.confirm, route: announcementsRoutes.confirm({ subscription: id }), style: 'success' },
        { label: words.cancel, route: announcementsRoutes.cancel({ subscription: id }) },
      ],
    ],
  };
}

const canSubscribe = (type: number) => subscribableTypes.some(one => one === type);

function refusal(checked: Extract<Checked, { ok: false }>, channelId: string, context: Context): string {
  const words = ownWords(context);
  const channel = `<#${channelId}>`;
  if (checked.reason === 'away') return words.follow.discordAway;
  if (checked.reason !== 'missing') return words.follow.unreachable({ channel });
  const missing = checked.missing.map(name => `**${words.permissions[name]}**`);
  const names = listed(missing, context.language, 'and');
  return words.follow.missing({ channel, names });
}

/** **Confirm**: from now on it follows. */
export async function confirmSubscription(id: string, context: PressContext): Promise<Reply> {
  const words = ownWords(context).follow;
  const { subscriptions } = context.services.news;
  const guildId = serverId(context);
  const proposed = await subscriptions.get(guildId, id);
  if (!proposed) return { ...say(words.expired), placement: 'update' };
  if (!proposed.since) {
    const checked = await subscriptions.check(guildId, proposed.channelId, proposed.role);
    if (!checked.ok) return say(refusal(checked, proposed.channelId, context));
  }
  const confirmed = await subscriptions.confirm(guildId, id);
  if (confirmed.done) {
    const { subscription } = confirmed;
    const text = words.done({
      channel: `<#${subscription.channelId}>`,
      next: fullTime(new Date(subscription.nextAt)),
    });
    return { ...say(text), placement: 'update' };
  }
  if (confirmed.reason === 'twice') return { ...say(words.twice({ id: confirmed.id })), placement: 'update' };
  const reasons = {
    already: words.already,
    gone: words.expired,
    full: words.most({ max: mostSubscriptions }),
  };
  return { ...say(reasons[confirmed.reason]), placement: 'update' };
}

/** **Cancel**: the proposal is forgotten; what was confirmed already stays. */
export async function cancelSubscription(id: string, context: PressContext): Promise<Reply> {
  const words = ownWords(context).follow;
  const { subscriptions } = context.services.news;
  const proposed = await subscriptions.get(serverId(context), id);
  if (proposed?.since) return { ...say(words.already), placement: 'update' };
  if (proposed) await subscriptions.remove(serverId(context), id);
  return { ...say(words.cancelled), placement: 'update' };
}

/** The channels that follow, in pages. */
export async function listSubscriptions(context: Context, at = 0): Promise<Reply> {
  const words = ownWords(context).list;
  const all = await context.services.news.subscriptions.list(serverId(context));
  const lines = all.map(({ id, subscription }) => {
    const { kind, schedule, zone, role, language } = subscription;
    const facts = [kindLabel(kind, context), `\`${schedule}\` (${zone})`, ownName(language)];
    if (role) facts.push(`${words.pings} <@&${role}>`);
    return `${subscriptionState(id, subscription, context)}\n  ${facts.join(' · ')}`;
  });
  return {
    title: words.title,
    text: lines.join('\n\n') || words.empty,
    pages: { at, turn: to => announcementsRoutes.list({ page: to }) },
  };
}

export const turnSubscriptions = async (at: number, context: PressContext): Promise<Reply> => ({
  ...(await listSubscriptions(context, at)),
  placement: 'update',
});

/** The next post as it would be now, for the person who asks; it rings nobody. */
export async function preview(args: Args, context: Context): Promise<Reply> {
  const words = ownWords(context);
  const { subscriptions } = context.services.news;
  const id = idOf(args);
  const subscription = await subscriptions.get(serverId(context), id);
  if (!subscription?.since) return say(words.unknownId);
  const items = await subscriptions.due(serverId(context), subscription);
  if (items.length === 0) return say(words.previewEmpty({ next: next(subscription) }));
  const { ping: _, ...post } =
    subscription.channelType === announcementChannel
      ? { text: plainDigest(subscription, items, `${id}-0`).content, full: true, ping: undefined }
      : digestReply(subscription, items, `${id}-0`);
  return { ...post, banner: words.previewTitle, visibility: 'private' };
}

export async function pauseSubscription(args: Args, context: Context): Promise<Reply> {
  const words = ownWords(context);
  const id = idOf(args);
  const paused = await context.services.news.subscriptions.pause(serverId(context), id);
  if (!paused) return say(words.unknownId);
  return say(paused.changed ? words.pausedNow : words.pausedAlready);
}

export async function resumeSubscription(args: Args, context: Context): Promise<Reply> {
  const words = ownWords(context);
  const id = idOf(args);
  const { subscriptions } = context.services.news;
  const subscription = await subscriptions.get(serverId(context), id);
  if (!subscription?.since) return say(words.unknownId);
  if (!subscription.paused) return say(words.notPaused);
  const checked = await subscriptions.check(serverId(context), subscription.channelId, subscription.role);
  if (!checked.ok) return say(refusal(checked, subscription.channelId, context));
  const resumed = await subscriptions.resume(serverId(context), id);
  return say(resumed ? words.resumed({ next: next(resumed.subscription) }) : words.unknownId);
}

export async function removeSubscription(args: Args, context: Context): Promise<Reply> {
  const words = ownWords(context);
  const removed = await context.services.news.subscriptions.remove(serverId(context), idOf(args));
  return say(removed ? words.removed({ channel: `<#${removed.channelId}>` }) : words.unknownId);
}

/** Followings by id, as a person types. */
export async function suggestSubscriptions(typed: string, context: Context): Promise<readonly Choice[]> {
  const all = await context.services.news.subscriptions.list(serverId(context));
  return all
    .map(({ id, subscription: { kind, schedule, zone } }) => ({
      name: `${id} · ${kindLabel(kind, context)} · ${schedule} (${zone})`,
      value: id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
