import { cardWords } from '../../src/i18n/words/cards.ts';
import { followingWords } from '../../src/i18n/words/followings.ts';
import { newsroomWords } from '../../src/i18n/words/newsroom.ts';
import type { Context, PressContext } from '../../src/interactions/command.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { pageRow } from '../../src/messaging/render.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import { relativeTime } from '../../src/messaging/timestamps.ts';
import { refusalText } from '../../src/news/delivery/notice.ts';
import { isOpen } from '../../src/news/model/delivery.ts';
import { cardLine } from '../../src/news/review/card-reply.ts';
import { cardTitle, kindName } from '../../src/news/review/labels.ts';
import type { Following } from '../../src/news/subscriptions/subscription.ts';
import type { FeedStatus } from '../../src/news/watch/watcher.ts';

const perPage = 10;

/** What waits for moderators, or is on hold, a page at a time; each card opens from the menu. */
export async function queuePage(context: Context, state: 'waiting' | 'held', at: number): Promise<Reply> {
  const { language } = context;
  const words = newsroomWords[language];
  const { queue } = context.services.updates;
  const other = state === 'waiting' ? 'held' : 'waiting';
  const [cards, others] = await Promise.all([
    queue.list(serverId(context), state),
    queue.list(serverId(context), other),
  ]);
  const pages = Math.max(1, Math.ceil(cards.length / perPage));
  const page = Math.min(Math.max(Number.isInteger(at) ? at : 0, 0), pages - 1);
  const here = cards.slice(page * perPage, (page + 1) * perPage);
  const options = here.map(({ id, card }) => ({ label: cardTitle(card, language), value: id }));
  const toOther = state === 'waiting' ? words.showHeld : words.showWaiting;
  return {
    title: words.queueTitle,
    text: here.map(({ card }) => cardLine(card, language)).join('\n') || words.queueEmpty,
    full: true,
    notes: state === 'waiting' && others.length > 0 ? [words.queueHeld(others.length)] : [],
    rows: [
      pageRow(to => ['news', 'queue', state, String(to)], page, pages, language),
      { route: ['news', 'open'], placeholder: words.queueOpen, options },
      others.length > 0 || state === 'held' ? [{ label: toOther, route: ['news', 'queue', other, '0'] }] : [],
    ],
  };
}

export const turnQueue = async ([state, page]: readonly string[], context: PressContext): Promise<Reply> => ({
  ...(await queuePage(context, state === 'held' ? 'held' : 'waiting', Number(page))),
  placement: 'update',
});

/** How the sources, the review channel and the channels that follow are, in pages. */
export async function newsStatus(context: Context, at = 0): Promise<Reply> {
  const words = newsroomWords[context.language].status;
  const { updates } = context.services;
  const guildId = serverId(context);
  const [sources, followings, waiting, { ignored }] = await Promise.all([
    updates.sources(),
    updates.followings.list(guildId),
    updates.queue.list(guildId, 'waiting'),
    updates.news.current(guildId),
  ]);
  const sourceLines = sources.map(source => sourceLine(source, context));
  const refused = waiting.flatMap(({ card: { delivery } }) => (delivery?.refusal ? [delivery] : []));
  const followingLines = followings.map(({ id, following }) => followingState(id, following, context));
  return {
    title: words.title,
    text: [
      `**${words.sources}**`,
      ...(sourceLines.length > 0 ? sourceLines : [words.noSources]),
      '',
      `**${words.followings}**`,
      ...(followingLines.length > 0 ? followingLines : [words.noFollowings]),
      ...(refused.length > 0
        ? ['', `⚠ ${words.cardsRefused(refused.length, refusalText(refused.at(-1), context.language))}`]
        : []),
      ...(ignored.length > 0 ? ['', `**${words.ignored}**`] : []),
      ...ignored.map(kind => `- ${plain(kindName(kind, context.language))}`),
    ].join('\n'),
    pages: { at, turn: to => ['news', 'status', 'page', String(to)] },
    rows: [
      {
        route: ['news', 'watch-kind'],
        placeholder: cardWords[context.language].watchAgain,
        options: ignored.map(kind => ({ label: kindName(kind, context.language), value: kind })),
      },
    ],
  };
}

/** **Show the status** under a notice gives a message of one's own; its pages are turned in place. */
export const showStatus = async ([verb, page]: readonly string[], context: PressContext): Promise<Reply> =>
  verb === 'page'
    ? { ...(await newsStatus(context, Number(page) || 0)), placement: 'update' }
    : newsStatus(context);

function sourceLine({ name, lastSuccess, nextTry, failures, problem }: FeedStatus, context: Context): string {
  const words = newsroomWords[context.language].status;
  const facts = [
    failures > 0 ? `⚠ ${words.failures(failures)}` : lastSuccess ? words.well : words.never,
    failures > 0 && problem ? plain(`${problem.code}, ${problem.detail}`.slice(0, 80)) : '',
    lastSuccess ? `${words.last} ${relativeTime(lastSuccess)}` : '',
    nextTry ? `${words.next} ${relativeTime(nextTry)}` : '',
  ];
  return `- ${plain(name)}: ${facts.filter(Boolean).join(' · ')}`;
}

/** A following in one line: where, when it posted last, when it posts next, and what stands in its way. */
export function followingState(id: string, following: Following, context: Context): string {
  const words = newsroomWords[context.language];
  const { delivery, paused, publishing = [], notPublished, nextAt, channelId } = following;
  const posted = delivery?.state === 'sent' ? relativeTime(new Date(delivery.at)) : undefined;
  const facts = [
    posted ? `${words.status.lastPost} ${posted}` : '',
    paused === 'asked' ? followingWords[context.language].list.paused : '',
    paused === 'refused'
      ? `${followingWords[context.language].list.refused}: ${refusalText(delivery, context.language)}`
      : '',
    paused ? '' : `${words.status.nextPost} ${relativeTime(new Date(nextAt))}`,
    delivery?.state === 'held' ? words.held : '',
    !paused && isOpen(delivery) && delivery.state !== 'held' ? words.status.retrying(delivery.attempts) : '',
    publishing.length > 0 ? words.status.publishing(publishing.length) : '',
    notPublished === undefined ? '' : words.status.notPublished,
  ];
  return `- <#${channelId}> \`${id}\`: ${facts.filter(Boolean).join(' · ')}`;
}
