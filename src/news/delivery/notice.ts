import type { Language } from '../../i18n/language.ts';
import { newsroomWords } from '../../i18n/words/newsroom.ts';
import type { Reply } from '../../messaging/reply.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Following } from '../subscriptions/subscription.ts';

/** Why a post was refused, in words a moderator can act on. */
export function refusalText(delivery: Delivery | undefined, language: Language): string {
  const { status = 0, code = 0 } = delivery?.refusal ?? {};
  const words = newsroomWords[language].refusal;
  switch (code) {
    case 10003:
    case 50001:
    case 50013:
    case 50083:
      return words[code];
    default:
      return words.other(status, code);
  }
}

/** A word to the moderators about a channel that gets no posts any more. Its button carries the mark of its delivery. */
export function noticeReply(followingId: string, following: Following, language: Language): Reply {
  const words = newsroomWords[language];
  const channel = `<#${following.channelId}>`;
  const { about, delivery } = following.notice ?? {};
  const text =
    about === 'held'
      ? `${words.heldNotice(channel)} ${words.held}`
      : words.pausedNotice(channel, refusalText(following.delivery, language), followingId);
  return {
    text,
    rows: [[{ label: words.showStatus, route: ['news', 'status', delivery?.id ?? ''] }]],
    visibility: 'channel',
    language,
  };
}
