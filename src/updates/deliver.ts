import type { Channels } from '../bot/channels.ts';
import { render } from '../bot/render.ts';
import type { SettingsService } from '../faq/settings-service.ts';
import type { Language } from '../i18n/language.ts';
import { fallbackLanguage } from '../i18n/language.ts';
import type { Knowledge } from '../knowledge/entry.ts';
import { errorFields, type Log } from '../log.ts';
import type { Collection, Store } from '../storage/store.ts';
import { cardReply } from './card-reply.ts';
import { type Carrier, createCarrier, type Parcel } from './carry.ts';
import { digestMessage } from './digest.ts';
import { type Following, followingCollection, planned, proposalOver, withPost } from './following.ts';
import { backoff, type Delivery, isOpen } from './ledger.ts';
import { type News, newsBetween } from './news.ts';
import type { NewsService } from './news-service.ts';
import { noticeReply } from './notice.ts';
import { publishNext } from './publish.ts';
import { type Card, cardCollection, isOver } from './queue-card.ts';
import { type Chores, noteReply, plannedNote, type Weekly, weeklyCollection } from './weekly-note.ts';

export interface DelivererOptions {
  readonly store: Store;
  readonly channels: Channels;
  readonly settings: SettingsService;
  readonly news: NewsService;
  readonly knowledge: Knowledge;
  readonly chores: (guildId: string, language: Language) => Promise<Chores>;
  readonly clock: () => Date;
  readonly newHolder: () => string;
  readonly log: Log;
  /** Milliseconds for one attempt; another replica takes over after it. */
  readonly lease: number;
  /** True when nothing more is to be begun. */
  readonly closing: () => boolean;
}

/** Documents worked on at once: enough to keep 50 requests a second going while answers take up to half a second. */
const atOnce = 32;

/** Brings every document of the room that is due one step further. */
export interface Deliverer {
  /** Resolves when nothing that was due is left; gives the time of the nearest retry, if there is one. Never rejects. */
  run(): Promise<Date | undefined>;
}

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { store, channels, settings, news, clock, log } = options;
  const carrier = createCarrier(options);

  const languageOf = async (guildId: string): Promise<Language> =>
    (await settings.of(guildId)).language ?? fallbackLanguage;

  async function following(id: string): Promise<readonly (Date | undefined)[]> {
    const document = await store.read(followingCollection, id);
    if (!document) return [];
    if (proposalOver(document, clock())) {
      await store.update(followingCollection, id, kept => [
        kept && proposalOver(kept, clock()) ? undefined : kept,
        undefined,
      ]);
      return [];
    }
    const place = await placeOf(id);
    const post = await carried(postParcel(place, await news.current(place.guildId), news), carrier, log);
    const notice = await carried(noticeParcel(place), carrier, log);
    const deps = { store, channels, clock };
    while (await publishNext(id, deps));
    return [post, notice];
  }

  const placeOf = async (id: string): Promise<Place> => {
    const [guildId = '', followingId = ''] = id.split(':');
    const { reviewChannel, language = fallbackLanguage } = await settings.of(guildId);
    return { id, guildId, followingId, reviewChannel, language };
  };

  async function card(id: string): Promise<readonly (Date | undefined)[]> {
    const [guildId = '', cardId = ''] = id.split(':');
    const { requireSecond, language = fallbackLanguage } = await settings.of(guildId);
    const view = { id: cardId, language, knowledge: options.knowledge, requireSecond };
    const message = (document: Card) => render(cardReply({ ...view, card: document }), language);
    const now = clock();
    const again = await carried(
      {
        collection: cardCollection,
        id,
        guildId,
        prepare: document => document,
        deliveryOf: document => document.delivery,
        // What changed while it was being posted is brought up to date afterwards.
        withDelivery: (document, delivery) => ({ ...document, delivery }),
        message: async document => message(document),
      },
      carrier,
      log,
    );
    const document = await store.read(cardCollection, id);
    if (document && isOver(document, now)) {
      await store.update(cardCollection, id, kept => [
        kept && isOver(kept, now) ? undefined : kept,
        undefined,
      ]);
      return [];
    }
    return [again, document && (await bringUpToDate(id, document, message(document)))];
  }

  /** Edits the card's message. Editing twice does no harm, so replicas need no lease for it. */
  async function bringUpToDate(
    id: string,
    { stale: due, delivery }: Card,
    message: ReturnType<typeof render>,
  ) {
    if (!due || delivery?.state !== 'sent' || !delivery.messageId || new Date(due.at) > clock())
      return undefined;
    const signal = AbortSignal.timeout(options.lease / 2);
    const result = await channels.edit(delivery.channelId, delivery.messageId, message, signal);
    const done = result.ok || result.why === 'refused';
    const attempts = due.attempts + 1;
    const wait = !result.ok && result.why === 'later' ? result.retryAfter : backoff(attempts);
    const at = new Date(clock().getTime() + wait);
    await store.update(cardCollection, id, kept => {
      // Changed again meanwhile: that is another edit.
      if (!kept?.stale || kept.stale.at !== due.at) return [kept, undefined];
      const { stale: _, ...rest } = kept;
      return [done ? rest : { ...rest, stale: { at: at.toISOString(), attempts } }, undefined];
    });
    return done ? undefined : at;
  }

  async function weekly(guildId: string): Promise<readonly (Date | undefined)[]> {
    const language = await languageOf(guildId);
    const { reviewChannel } = await settings.of(guildId);
    const chores = await options.chores(guildId, language);
    const parcel: Parcel<Weekly> = {
      collection: weeklyCollection,
      id: guildId,
      guildId,
      prepare: (document, now) => plannedNote(document, { guildId, reviewChannel, chores, now }),
      deliveryOf: document => document.delivery,
      withDelivery: (document, delivery) => ({ ...document, delivery }),
      message: async (_, delivery) => render(noteReply(chores, delivery, language), language),
    };
    return [await carried(parcel, carrier, log)];
  }

  /** Works through all that is due. What could not be done stays due and is left for the next run. */
  async function each<T>(
    collection: Collection<T>,
    work: (id: string) => Promise<readonly (Date | undefined)[]>,
  ): Promise<Date | undefined> {
    const done = new Set<string>();
    let nearest: Date | undefined;
    for (;;) {
      const ids = (await store.due(collection, clock())).filter(id => !done.has(id));
      if (ids.length === 0 || options.closing()) return nearest;
      const next = ids.values();
      const worker = async () => {
        for (const id of next) {
          if (options.closing()) return;
          done.add(id);
          const times = await work(id).catch((error: unknown) => {
            log.warn(
              { what: collection.name, ...errorFields(error) },
              'updates: could not be done, comes again',
            );
            return [];
          });
          nearest = earliest([nearest, ...times]);
        }
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, worker));
    }
  }

  return {
    async run() {
      try {
        const cards = await each(cardCollection, card);
        const posts = await each(followingCollection, following);
        return earliest([cards, posts, await each(weeklyCollection, weekly)]);
      } catch (error) {
        log.warn(errorFields(error), 'updates: the store does not answer');
        return undefined;
      }
    },
  };
}

interface Place {
  /** `GUILD:ID`. */
  readonly id: string;
  readonly guildId: string;
  readonly followingId: string;
  readonly reviewChannel: string | undefined;
  readonly language: Language;
}

const earliest = (times: readonly (Date | undefined)[]): Date | undefined =>
  times.filter(time => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];

/** Carries a parcel and gives the time of its next try, where there is one. */
async function carried<T>(parcel: Parcel<T>, carrier: Carrier, log: Log): Promise<Date | undefined> {
  const delivery = await carrier.carry(parcel);
  if (!delivery) return undefined;
  const { state, attempts, refusal } = delivery;
  const fields = { what: parcel.collection.name, state, attempts, ...refusal };
  if (state === 'sent') log.info(fields, 'updates: posted');
  else log.warn(fields, 'updates: not posted yet');
  return isOpen(delivery) ? new Date(delivery.at) : undefined;
}

/** The post of a following. `known` is its community's news; what was approved while this runs is for the next post. */
function postParcel(place: Place, known: News, news: NewsService): Parcel<Following> {
  return {
    collection: followingCollection,
    id: place.id,
    guildId: place.guildId,
    prepare: (document, now) => planned(place.followingId, document, known, now),
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

const noticeParcel = ({ id, guildId, followingId, language }: Place): Parcel<Following> => ({
  collection: followingCollection,
  id,
  guildId,
  prepare: document => document,
  deliveryOf: document => document.notice?.delivery,
  withDelivery: (document, delivery: Delivery) =>
    document.notice ? { ...document, notice: { ...document.notice, delivery } } : document,
  message: async document => render(noticeReply(followingId, document, language), language),
});
