import type { Language } from '../../i18n/languages.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { Reply } from '../../messaging/reply.ts';
import type { Delivery } from '../model/delivery.ts';
import { newsRoutes } from '../routes.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** Why a post was refused, in words a moderator can act on. */
export function refusalText(delivery: Delivery | undefined, language: Language): string {
  const { status = 0, code = 0 } = delivery?.refusal ?? {};
  const words = wordsOf(language).newsroom.refusal;
  switch (code) {
    case 10003:
    case 50001:
    case 50013:
    case 50083:
      return words[code];
    default:
      return words.other({ status, code });
  }
}

/** A word to the moderators about a channel that gets no posts any more. Its button carries the mark of its delivery. */
export function noticeReply(subscriptionId: string, subscription: Subscription, language: Language): Reply {
  const words = wordsOf(language).newsroom;
  const channel = `<#${subscription.channelId}>`;
  const { about, delivery } = subscription.notice ?? {};
  const text =
    about === 'held'
      ? `${words.heldNotice({ channel })} ${words.held}`
      : words.pausedNotice({
          channel,
          why: refusalText(subscription.delivery, language),
          id: subscriptionId,
        });
  return {
    text,
    rows: [[{ label: words.showStatus, route: newsRoutes.status({ note: delivery?.id }) }]],
    visibility: 'channel',
    language,
  };
}
