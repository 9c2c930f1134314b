import { languageNames, languages } from '../../src/i18n/language.ts';
import { answerWords } from '../../src/i18n/words/answers.ts';
import { followingWords } from '../../src/i18n/words/followings.ts';
import type { Args, Choice, Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { type Reply, say } from '../../src/messaging/reply.ts';
import { fullTime, relativeTime } from '../../src/messaging/timestamps.ts';
import { digestReply, plainDigest } from '../../src/news/delivery/digest.ts';
import { followableTypes } from '../../src/news/subscriptions/permissions.ts';
import { nextTimes, parseSchedule } from '../../src/news/subscriptions/schedule.ts';
import {
  announcementChannel,
  type FollowedKind,
  type Following,
  followedKinds,
} from '../../src/news/subscriptions/subscription.ts';
import { type Checked, mostFollowings } from '../../src/news/subscriptions/subscriptions.ts';
import { defaultZone, zoneOf } from '../../src/news/subscriptions/time-zone.ts';
import { followingState } from '../news/lists.ts';

const wordsOf = (context: Context) => followingWords[context.language];
/** The id that was typed; empty for what can be none. */
const idOf = (args: Args) => /^[0-9a-z]{8}$/.exec(args.string('id')?.trim() ?? '')?.[0] ?? '';
const next = ({ nextAt }: Following) => relativeTime(new Date(nextAt));

/** Times shown before a following is confirmed. */
const shownTimes = 3;

export function kindLabel(kind: FollowedKind, context: Context): string {
  return kind === 'all' ? wordsOf(context).all : answerWords[context.language].kind[kind];
}

/** `/announcements follow`: what would be posted where and when, with a button that makes it so. */
export async function follow(args: Args, context: Context): Promise<Reply> {
  const words = wordsOf(context).follow;
  const channel = args.channel('channel');
  const kind = followedKinds.find(name => name === args.string('kind')) ?? 'all';
  const parsed = parseSchedule(args.string('schedule') ?? '');
  const zone = zoneOf(args.string('timezone') ?? defaultZone);
  const role = args.role('role');
  const language =
    languages.find(name => name === args.string('language')) ?? context.guild?.language ?? context.language;
  if (!channel || !isFollowable(channel.type)) return say(words.channel);
  if (!parsed.ok) return say(words.faults[parsed.fault]);
  if (!zone) return say(words.zone);
  // Discord offers @everyone among the roles, under the server's own id.
  if (role === serverId(context)) return say(words.everyone);
  const { followings } = context.services.updates;
  const checked = await followings.check(serverId(context), channel.id, role);
  if (!checked.ok) return say(refusal(checked, channel.id, context));
  const { type } = checked.access;
  if (!isFollowable(type)) return say(words.channel);
  const { schedule } = parsed;
  const id = await followings.propose(serverId(context), {
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
      words.what(`<#${channel.id}>`, kindLabel(kind, context)),
      words.when(schedule, zone),
      ...times.map(time => `- ${fullTime(time)} (${relativeTime(time)})`),
      role ? words.role(`<@&${role}>`) : words.noRole,
      words.language(languageNames[language]),
      words.onlyNew,
    ].join('\n'),
    rows: [
      [
        { label: words.confirm, route: ['announcements', 'confirm', id], style: 'success' },
        { label: words.cancel, route: ['announcements', 'cancel', id] },
      ],
    ],
  };
}

const isFollowable = (type: number) => followableTypes.some(one => one === type);

function refusal(checked: Extract<Checked, { ok: false }>, channelId: string, context: Context): string {
  const words = wordsOf(context);
  const channel = `<#${channelId}>`;
  if (checked.reason === 'away') return words.follow.discordAway;
  if (checked.reason !== 'missing') return words.follow.unreachable(channel);
  const names = checked.missing.map(name => `**${words.permissions[name]}**`).join(', ');
  return words.follow.missing(channel, names);
}

/** **Confirm**: from now on it follows. */
export async function confirmFollowing([id = '']: readonly string[], context: PressContext): Promise<Reply> {
  const words = wordsOf(context).follow;
  const { followings } = context.services.updates;
  const guildId = serverId(context);
  const proposed = await followings.get(guildId, id);
  if (!proposed) return { ...say(words.expired), placement: 'update' };
  if (!proposed.since) {
    const checked = await followings.check(guildId, proposed.channelId, proposed.role);
    if (!checked.ok) return say(refusal(checked, proposed.channelId, context));
  }
  const confirmed = await followings.confirm(guildId, id);
  if (confirmed.done) {
    const { following } = confirmed;
    const text = words.done(`<#${following.channelId}>`, fullTime(new Date(following.nextAt)));
    return { ...say(text), placement: 'update' };
  }
  if (confirmed.reason === 'twice') return { ...say(words.twice(confirmed.id)), placement: 'update' };
  const reasons = { already: words.already, gone: words.expired, full: words.most(mostFollowings) };
  return { ...say(reasons[confirmed.reason]), placement: 'update' };
}

/** **Cancel**: the proposal is forgotten; what was confirmed already stays. */
export async function cancelFollowing([id = '']: readonly string[], context: PressContext): Promise<Reply> {
  const words = wordsOf(context).follow;
  const { followings } = context.services.updates;
  const proposed = await followings.get(serverId(context), id);
  if (proposed?.since) return { ...say(words.already), placement: 'update' };
  if (proposed) await followings.remove(serverId(context), id);
  return { ...say(words.cancelled), placement: 'update' };
}

/** The channels that follow, in pages. */
export async function listFollowings(context: Context, at = 0): Promise<Reply> {
  const words = wordsOf(context).list;
  const all = await context.services.updates.followings.list(serverId(context));
  const lines = all.map(({ id, following }) => {
    const { kind, schedule, zone, role, language } = following;
    const facts = [kindLabel(kind, context), `\`${schedule}\` (${zone})`, languageNames[language]];
    if (role) facts.push(`${words.pings} <@&${role}>`);
    return `${followingState(id, following, context)}\n  ${facts.join(' · ')}`;
  });
  return {
    title: words.title,
    text: lines.join('\n\n') || words.empty,
    pages: { at, turn: to => ['announcements', 'list', String(to)] },
  };
}

export const turnFollowings = async ([at]: readonly string[], context: PressContext): Promise<Reply> => ({
  ...(await listFollowings(context, Number(at) || 0)),
  placement: 'update',
});

/** The next post as it would be now, for the person who asks; it rings nobody. */
export async function preview(args: Args, context: Context): Promise<Reply> {
  const words = wordsOf(context);
  const { followings } = context.services.updates;
  const id = idOf(args);
  const following = await followings.get(serverId(context), id);
  if (!following?.since) return say(words.unknownId);
  const items = await followings.due(serverId(context), following);
  if (items.length === 0) return say(words.previewEmpty(next(following)));
  const { ping: _, ...post } =
    following.channelType === announcementChannel
      ? { text: plainDigest(following, items, `${id}-0`).content, full: true, ping: undefined }
      : digestReply(following, items, `${id}-0`);
  return { ...post, banner: words.previewTitle, visibility: 'private' };
}

export async function pauseFollowing(args: Args, context: Context): Promise<Reply> {
  const words = wordsOf(context);
  const id = idOf(args);
  const paused = await context.services.updates.followings.pause(serverId(context), id);
  if (!paused) return say(words.unknownId);
  return say(paused.changed ? words.pausedNow : words.pausedAlready);
}

export async function resumeFollowing(args: Args, context: Context): Promise<Reply> {
  const words = wordsOf(context);
  const id = idOf(args);
  const { followings } = context.services.updates;
  const following = await followings.get(serverId(context), id);
  if (!following?.since) return say(words.unknownId);
  if (!following.paused) return say(words.notPaused);
  const checked = await followings.check(serverId(context), following.channelId, following.role);
  if (!checked.ok) return say(refusal(checked, following.channelId, context));
  const resumed = await followings.resume(serverId(context), id);
  return say(resumed ? words.resumed(next(resumed.following)) : words.unknownId);
}

export async function removeFollowing(args: Args, context: Context): Promise<Reply> {
  const words = wordsOf(context);
  const removed = await context.services.updates.followings.remove(serverId(context), idOf(args));
  return say(removed ? words.removed(`<#${removed.channelId}>`) : words.unknownId);
}

/** Followings by id, as a person types. */
export async function suggestFollowings(typed: string, context: Context): Promise<readonly Choice[]> {
  const all = await context.services.updates.followings.list(serverId(context));
  return all
    .map(({ id, following: { kind, schedule, zone } }) => ({
      name: `${id} · ${kindLabel(kind, context)} · ${schedule} (${zone})`,
      value: id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
