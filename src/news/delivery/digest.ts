import type { Language } from '../../i18n/languages.ts';
import { isMarked, unmarked } from '../../i18n/untranslated.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { ChannelMessage, PlainMessage } from '../../messaging/channels.ts';
import { render } from '../../messaging/render.ts';
import type { Reply } from '../../messaging/reply.ts';
import { itemLine, itemText } from '../approved/item-text.ts';
import { type News, type NewsItem, newsBetween } from '../approved/news.ts';
import { updatesRoutes } from '../routes.ts';
import { announcementChannel, type Subscription } from '../subscriptions/subscription.ts';
import { markText } from './find-earlier.ts';

/** Discord's limits for the text of a message, in characters, less what stands around the items. */
const room = { components: 3_500, plain: 1_700 } as const;
const suppressEmbeds = 4;
/** More items than fit, even with the shortest headlines. */
const most = 40;

/** What a following posts next: its news after the last post, up to number `upTo`, newest first. */
export const dueNews = (subscription: Subscription, news: News, upTo = news.counter): readonly NewsItem[] =>
  newsBetween(news, subscription.kind, subscription.after, upTo);

/**
 * A post as Discord takes it, with the mark of its delivery. In announcement channels it is plain text, because copies that Discord publishes to other
 * servers have been seen to lose their components.
 */
export function digestMessage(
  subscription: Subscription,
  items: readonly NewsItem[],
  id: string,
): ChannelMessage {
  return subscription.channelType === announcementChannel
    ? plainDigest(subscription, items, id)
    : render(digestReply(subscription, items, id), subscription.language);
}

/** A post as a value, to be shown or previewed. The button that leads to all updates carries the mark. */
export function digestReply(
  { language, role }: Pick<Subscription, 'language' | 'role'>,
  items: readonly NewsItem[],
  id: string,
): Reply {
  const words = wordsOf(language).digest;
  return {
    title: words.digestTitle,
    text: [role ? `<@&${role}>` : '', fitted(items, language, room.components)].filter(Boolean).join('\n\n'),
    full: true,
    notes: translationNotes(items, language),
    legal: true,
    rows: [[{ label: words.allUpdates, route: updatesRoutes.all({ delivery: id }) }]],
    visibility: 'channel',
    ...(role && { ping: role }),
    language,
  };
}

/** The same as plain text, with the mark as its last words. */
export function plainDigest(
  { language, role }: Pick<Subscription, 'language' | 'role'>,
  items: readonly NewsItem[],
  id: string,
): PlainMessage {
  const { digest, answers } = wordsOf(language);
  const body = [
    role ? `<@&${role}>` : '',
    `## ${digest.digestTitle}`,
    fitted(items, language, room.plain),
    ...translationNotes(items, language).map(quiet),
  ];
  const legal = quiet(answers.legal);
  const english = isMarked([...body, legal].join()) ? quiet(answers.someEnglish) : '';
  const content = [...body, english, `${legal} ${markText(id)}`].filter(Boolean).join('\n');
  return {
    content: unmarked(content),
    allowed_mentions: role ? { parse: [], roles: [role] } : { parse: [] },
    flags: suppressEmbeds,
  };
}

const quiet = (line: string): string => `-# ${line}`;

const translationNotes = (items: readonly NewsItem[], language: Language): string[] =>
  items.some(item => item.unreviewed?.includes(language)) ? [wordsOf(language).answers.unreviewed] : [];

/**
 * As many items as fit into `max` characters: in full while all fit, then the older ones in a line each, then the oldest are only counted, with the
 * command that shows them.
 */
export function fitted(items: readonly NewsItem[], language: Language, max: number): string {
  const candidates = items.slice(0, most);
  const full = candidates.map(item => itemText(item, language));
  const lines = candidates.map(item => itemLine(item, language));
  const more = (count: number) => (count > 0 ? [wordsOf(language).digest.more({ count })] : []);
  for (let shown = candidates.length; shown > 0; shown--) {
    for (let inFull = shown; inFull >= 0; inFull--) {
      const blocks = [...full.slice(0, inFull), lines.slice(inFull, shown).join('\n')].filter(Boolean);
      const text = [...blocks, ...more(items.length - shown)].join('\n\n');
      if (text.length <= max) return text;
    }
  }
  return wordsOf(language).digest.more({ count: items.length });
}
