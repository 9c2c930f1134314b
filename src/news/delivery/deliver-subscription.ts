import { fallbackLanguage, type Language } from '../../i18n/languages.ts';
import { render } from '../../messaging/render.ts';
import type { ApprovedNews } from '../approved/approved-news.ts';
import { type News, newsBetween } from '../approved/news.ts';
import {
  planned,
  proposalOver,
  type Subscription,
  subscriptionCollection,
  withPost,
} from '../subscriptions/subscription.ts';
import type { Deliverable } from './attempt.ts';
import type { DeliverParts, Retries } from './deliverable.ts';
import { digestMessage } from './digest.ts';
import { noticeReply } from './notice.ts';
import { publishNext } from './publish.ts';

/** Whose following it is, and whom to tell of what goes wrong. */
interface Place {
  /** `GUILD:ID`. */
  readonly id: string;
  readonly guildId: string;
  readonly subscriptionId: string;
  readonly reviewChannel: string | undefined;
  readonly language: Language;
}

/** Brings one following a step further: its post, a word to the moderators, what waits to be published. */
export async function deliverSubscription(id: string, parts: DeliverParts): Promise<Retries> {
  const { store, settings, news, channels, clock, attempt } = parts;
  const document = await store.read(subscriptionCollection, id);
  if (!document) return [];
  if (proposalOver(document, clock())) {
    await store.update(subscriptionCollection, id, kept => [
      kept && proposalOver(kept, clock()) ? undefined : kept,
      undefined,
    ]);
    return [];
  }
  const [guildId = '', subscriptionId = ''] = id.split(':');
  const { reviewChannel, language = fallbackLanguage } = await settings.of(guildId);
  const place = { id, guildId, subscriptionId, reviewChannel, language };
  const post = await attempt(postDeliverable(place, await news.current(guildId), news));
  const notice = await attempt(noticeDeliverable(place));
  while (await publishNext(id, { store, channels, clock }));
  return [post, notice];
}

/** The post of a following. `known` is its community's news; what was approved while this runs is for the next post. */
function postDeliverable(place: Place, known: News, news: ApprovedNews): Deliverable<Subscription> {
  return {
    collection: subscriptionCollection,
    id: place.id,
    guildId: place.guildId,
    prepare: (document, now) => planned(place.subscriptionId, document, known, now),
    deliveryOf: document => (document.paused ? undefined : document.delivery),
    withDelivery: (document, delivery, now) => withPost(document, delivery, place.reviewChannel, now),
    async message(document, delivery) {
      const { kind, after, upTo = after } = document;
      // Another replica may have planned it with newer news.
      const all = upTo > known.counter ? await news.current(place.guildId) : known;
      return digestMessage(document, newsBetween(all, kind, after, upTo), delivery.id);
    },
  };
}

const noticeDeliverable = ({ id, guildId, subscriptionId, language }: Place): Deliverable<Subscription> => ({
  collection: subscriptionCollection,
  id,
  guildId,
  prepare: document => document,
  deliveryOf: document => document.notice?.delivery,
  withDelivery: (document, delivery) =>
    document.notice ? { ...document, notice: { ...document.notice, delivery } } : document,
  message: async document => render(noticeReply(subscriptionId, document, language), language),
});
