import { isDeepStrictEqual } from 'node:util';
import { approve, type NewItem, type News, revise } from '../approved/news.ts';
import { plan } from '../model/delivery.ts';
import { type Card, type DraftWords, itemOfCard, wholeWords } from './card.ts';
import { kindOf, sourceName } from './labels.ts';
import type { Queue, QueueParts } from './queue-types.ts';

/** What moderators decide about one card. */
export function createDeciding(
  parts: QueueParts,
): Pick<Queue, 'approve' | 'write' | 'put' | 'ignoreKind' | 'tag' | 'settle'> {
  const { settings, news, clock, change, decidedBy, card: cardOf } = parts;

  const self: ReturnType<typeof createDeciding> = {
    async approve(guildId, id, by) {
      const card = await cardOf(guildId, id);
      if (!card) return { result: 'gone' };
      if (card.state === 'approved') return { result: 'already', card };
      if (card.state === 'merged') return { result: 'settled', card };
      const words = wholeWords(card.words);
      if (!words) return { result: 'needs-words', card };
      const { requireSecond } = await settings.fresh(guildId);
      if (requireSecond && card.writer === by) return { result: 'own-words', card };
      // The news first: should the card not be reached, approving again finds it there and does nothing a second time.
      await news.change(guildId, all => put(all, itemOfCard(id, card, words, sourceName), clock()));
      return change(guildId, id, now => {
        // Somebody wrote other words meanwhile: those wait for an approval of their own.
        const state = sameWords(now.words, card.words) ? 'approved' : 'waiting';
        return [{ ...now, state, decided: decidedBy(by) }, 'ok'];
      });
    },

    async write(guildId, id, by, words, andApprove) {
      const { reviewChannel, requireSecond } = await settings.fresh(guildId);
      const written = await change(guildId, id, card => {
        if (card.state === 'merged') return [card, 'settled'];
        const next = { ...card, words, writer: by };
        // What members read stays as it is until another moderator approves the new wording.
        if (card.state === 'approved' && requireSecond) return [{ ...next, state: 'waiting' }, 'ok'];
        return [card.state === 'draft' ? posted(next, id, reviewChannel, clock()) : next, 'ok'];
      });
      const { card } = written;
      const whole = wholeWords(card?.words);
      if (written.result !== 'ok' || !card) return written;
      if (!whole) return { result: 'needs-words', card };
      if (card.state === 'approved') {
        await news.change(guildId, all => put(all, itemOfCard(id, card, whole, sourceName), clock()));
        return written;
      }
      return andApprove ? self.approve(guildId, id, by) : written;
    },

    async put(guildId, id, by, state) {
      const { items } = await news.current(guildId);
      const approved = items.some(item => item.id === id);
      return change(guildId, id, card => {
        if (approved) return [card.state === 'approved' ? card : { ...card, state: 'approved' }, 'already'];
        if (card.state === 'merged') return [card, 'settled'];
        return card.state === state ? [card, 'ok'] : [{ ...card, state, decided: decidedBy(by) }, 'ok'];
      });
    },

    async ignoreKind(guildId, id, by) {
      const card = await cardOf(guildId, id);
      if (!card?.finding) return { result: 'gone' };
      const kind = kindOf(card.finding);
      await news.change(guildId, all =>
        all.ignored.includes(kind) ? all : { ...all, ignored: [...all.ignored, kind] },
      );
      return self.put(guildId, id, by, 'ignored');
    },

    async tag(guildId, id, entries) {
      const tagged = await change(guildId, id, ({ settled: _, ...card }) => [
        { ...card, entries: [...entries] },
        'ok',
      ]);
      if (tagged.card?.state === 'approved') {
        await news.change(guildId, all =>
          revise(all, id, ({ settled: _, ...item }) => ({ ...item, entries: [...entries] })),
        );
      }
      return tagged;
    },

    async settle(guildId, id, how) {
      await news.change(guildId, all => revise(all, id, item => ({ ...item, settled: how })));
      return change(guildId, id, card => [card.settled ? card : { ...card, settled: how }, 'ok']);
    },
  };
  return self;
}

const sameWords = (a: DraftWords | undefined, b: DraftWords | undefined): boolean => isDeepStrictEqual(a, b);

/** A card written by hand, once its form is sent: moderators see it like any other. */
function posted(card: Card, id: string, reviewChannel: string | undefined, now: Date): Card {
  const delivery = reviewChannel && { delivery: plan(id, reviewChannel, now) };
  return { ...card, state: 'waiting', ...delivery };
}

/** The news with an item approved, or with the words of an approved one changed: that is the same item and is not posted again. */
function put(news: News, item: NewItem, now: Date): News {
  const approved = approve(news, item, now);
  if (approved !== news) return approved;
  return revise(news, item.id, ({ why: _, ...kept }) => ({
    ...kept,
    words: item.words,
    ...(item.why && { why: item.why }),
  }));
}
