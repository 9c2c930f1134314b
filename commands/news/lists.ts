import { wordsOf } from '../../src/i18n/words.ts';
import { serverId } from '../../src/interactions/server-id.ts';
import { plain } from '../../src/messaging/markdown.ts';
import { pageWithin } from '../../src/messaging/page-within.ts';
import { pageRow } from '../../src/messaging/render.ts';
import type { Reply } from '../../src/messaging/reply.ts';
import { relativeTime } from '../../src/messaging/timestamps.ts';
import { refusalText } from '../../src/news/delivery/notice.ts';
import { isOpen } from '../../src/news/model/delivery.ts';
import { cardLine } from '../../src/news/review/card-reply.ts';
import { cardTitle, kindName } from '../../src/news/review/labels.ts';
import { newsRoutes } from '../../src/news/routes.ts';
import type { Subscription } from '../../src/news/subscriptions/subscription.ts';
import type { FeedStatus } from '../../src/news/watch/watcher.ts';
import type { Context, PressContext } from '../services.ts';

const perPage = 10;

/** What waits for moderators, or is on hold, a page at a time; each card opens from the menu. */
export async function queuePage(context: Context, state: 'waiting' | 'held', at: number): Promise<Reply> {
  const { language } = context;
  const words = wordsOf(language).newsroom;
  const { queue } = context.services.news;
  const other = state === 'waiting' ? 'held' : 'waiting';
  const [cards, others] = await Promise.all([
    queue.list(serverId(context), state),
    queue.list(serverId(context), other),
  ]);
  const pages = Math.max(1, Math.ceil(cards.length / perPage));
  const page = pageWithin(at, pages);
  const here = cards.slice(page * perPage, (page + 1) * perPage);
  const options = here.map(({ id, card }) => ({ label: cardTitle(card, language), value: id }));
  const toOther = state === 'waiting' ? words.showHeld : words.showWaiting;
  return {
    title: words.queueTitle,
    text: here.map(({ card }) => cardLine(card, language)).join('\n') || words.queueEmpty,
    full: true,
    notes: state === 'waiting' && others.length > 0 ? [words.queueHeld({ count: others.length })] : [],
    rows: [
      pageRow(to => newsRoutes.queue({ state, page: to }), page, pages, language),
      { route: newsRoutes.open({}), placeholder: words.queueOpen, options },
      others.length > 0 || state === 'held'
        ? [{ label: toOther, route: newsRoutes.queue({ state: other, page: 0 }) }]
        : [],
    ],
  };
}

export const turnQueue = async (
  state: 'waiting' | 'held',
  page: number,
  context: PressContext,
): Promise<Reply> => ({
  ...(await queuePage(context, state, page)),
  placement: 'update',
});

/** How the sources, the review channel and the channels that follow are, in pages. */
export async function newsStatus(context: Context, at = 0): Promise<Reply> {
  const words = wordsOf(context.language).newsroom.status;
  const { news } = context.services;
  const guildId = serverId(context);
  const [sources, subscriptions, waiting, { ignored }] = await Promise.all([
    news.sources(),
    news.subscriptions.list(guildId),
    news.queue.list(guildId, 'waiting'),
    news.news.current(guildId),
  ]);
  const sourceLines = sources.map(source => sourceLine(source, context));
  const refused = waiting.flatMap(({ card: { delivery } }) => (delivery?.refusal ? [delivery] : []));
  const followingLines = subscriptions.map(({ id, subscription }) =>
    subscriptionState(id, subscription, context),
  );
  return {
    title: words.title,
    text: [
      `**${words.sources}**`,
      ...(sourceLines.length > 0 ? sourceLines : [words.noSources]),
      '',
      `**${words.followings}**`,
      ...(followingLines.length > 0 ? followingLines : [words.noFollowings]),
      ...(refused.length > 0
        ? [
            '',
            `⚠ ${words.cardsRefused({ count: refused.length, why: refusalText(refused.at(-1), context.language) })}`,
          ]
        : []),
      ...(ignored.length > 0 ? ['', `**${words.ignored}**`] : []),
      ...ignored.map(kind => `- ${plain(kindName(kind, context.language))}`),
    ].join('\n'),
    pages: { at, turn: to => newsRoutes.status({ note: 'page', page: to }) },
    rows: [
      {
        route: newsRoutes.watchKind({}),
        placeholder: wordsOf(context.language).cards.watchAgain,
        options: ignored.map(kind => ({ label: kindName(kind, context.language), value: kind })),
      },
    ],
  };
}

/** **Show the status** under a notice gives a message of one's own; its pages are turned in place. */
export const showStatus = async (page: number | undefined, context: PressContext): Promise<Reply> =>
  page === undefined ? newsStatus(context) : { ...(await newsStatus(context, page)), placement: 'update' };

function sourceLine({ name, lastSuccess, nextTry, failures, problem }: FeedStatus, context: Context): string {
  const words = wordsOf(context.language).newsroom.status;
  const facts = [
    failures > 0 ? `⚠ ${words.failures({ count: failures })}` : lastSuccess ? words.well : words.never,
    failures > 0 && problem ? plain(`${problem.code}, ${problem.detail}`.slice(0, 80)) : '',
    lastSuccess ? `${words.last} ${relativeTime(lastSuccess)}` : '',
    nextTry ? `${words.next} ${relativeTime(nextTry)}` : '',
  ];
  return `- ${plain(name)}: ${facts.filter(Boolean).join(' · ')}`;
}

/** A following in one line: where, when it posted last, when it posts next, and what stands in its way. */
export function subscriptionState(id: string, subscription: Subscription, context: Context): string {
  const words = wordsOf(context.language).newsroom;
  const { delivery, paused, publishing = [], notPublished, nextAt, channelId } = subscription;
  const posted = delivery?.state === 'sent' ? relativeTime(new Date(delivery.at)) : undefined;
  const facts = [
    posted ? `${words.status.lastPost} ${posted}` : '',
    paused === 'asked' ? wordsOf(context.language).subscriptions.list.paused : '',
    paused === 'refused'
      ? `${wordsOf(context.language).subscriptions.list.refused}: ${refusalText(delivery, context.language)}`
      : '',
    paused ? '' : `${words.status.nextPost} ${relativeTime(new Date(nextAt))}`,
    delivery?.state === 'held' ? words.held : '',
    !paused && isOpen(delivery) && delivery.state !== 'held'
      ? words.status.retrying({ count: delivery.attempts })
      : '',
    publishing.length > 0 ? words.status.publishing({ count: publishing.length }) : '',
    notPublished === undefined ? '' : words.status.notPublished,
  ];
  return `- <#${channelId}> \`${id}\`: ${facts.filter(Boolean).join(' · ')}`;
}
