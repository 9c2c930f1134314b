import { fallbackLanguage } from '../../i18n/languages.ts';
import { render } from '../../messaging/render.ts';
import type { Rendered } from '../../messaging/rendered.ts';
import { backoff, type Delivery } from '../model/delivery.ts';
import { type Card, cardCollection, isOver } from '../review/card.ts';
import { cardReply } from '../review/card-reply.ts';
import type { DeliverParts, Retries } from './deliverable.ts';

/** Brings one card a step further: posts it into the review channel, brings its message up to date, forgets it when its time is over. */
export async function deliverCard(id: string, parts: DeliverParts): Promise<Retries> {
  const { store, settings, knowledge, clock, attempt } = parts;
  const [guildId = '', cardId = ''] = id.split(':');
  const { requireSecond, reviewChannel, language = fallbackLanguage } = await settings.of(guildId);
  const message = (card: Card) =>
    render(cardReply({ id: cardId, card, language, knowledge, requireSecond }), language);
  const again = await attempt({
    collection: cardCollection,
    id,
    guildId,
    prepare: card => whereNow(card, reviewChannel),
    deliveryOf: card => card.delivery,
    // What changes while it is being posted is brought up to date afterwards.
    withDelivery: (card, delivery, now) => ({ ...card, delivery: afterRefusal(card, delivery, now) }),
    message: async card => message(card),
  });
  const card = await store.read(cardCollection, id);
  if (!card) return [];
  if (isOver(card, clock())) {
    await store.update(cardCollection, id, kept => [
      kept && isOver(kept, clock()) ? undefined : kept,
      undefined,
    ]);
    return [];
  }
  return [again, await bringUpToDate(id, card, message(card), parts)];
}

/** Milliseconds until a card that Discord refused is tried again: a permission may be back by then, or another review channel chosen. */
const refusedWait = 86_400_000;

const afterRefusal = (card: Card, delivery: Delivery, now: Date): Delivery =>
  delivery.state === 'refused' && card.state === 'waiting'
    ? { ...delivery, state: 'planned', at: new Date(now.getTime() + refusedWait).toISOString() }
    : delivery;

/** A card that was refused goes to what is the review channel now; nowhere when there is none, or when it was decided without it. */
function whereNow(card: Card, reviewChannel: string | undefined): Card {
  const { delivery, state } = card;
  if (!delivery?.refusal || delivery.state !== 'planned') return card;
  if (!reviewChannel || state !== 'waiting') return { ...card, delivery: { ...delivery, state: 'refused' } };
  return delivery.channelId === reviewChannel
    ? card
    : { ...card, delivery: { ...delivery, channelId: reviewChannel } };
}

/** Edits the card's message. Editing twice does no harm, so replicas need no lease for it. */
async function bringUpToDate(
  id: string,
  { stale: due, delivery }: Card,
  message: Rendered,
  { store, channels, clock, lease }: DeliverParts,
): Promise<Date | undefined> {
  if (!due || delivery?.state !== 'sent' || !delivery.messageId || new Date(due.at) > clock())
    return undefined;
  const signal = AbortSignal.timeout(lease / 2);
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
