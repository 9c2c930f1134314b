import { fallbackLanguage, type Language, languages } from '../../i18n/languages.ts';
import { type NewsItem, newestFirst, revise, wordsIn } from '../approved/news.ts';
import type { Card } from './card.ts';
import { cardTitle } from './labels.ts';
import type { MergeTarget, Queue, QueueParts } from './queue-types.ts';

/** Merging one card into another, or into news that is approved. */
export function createMerging(parts: QueueParts, list: Queue['list']): Pick<Queue, 'targets' | 'merge'> {
  const { settings, news, change, decidedBy, card: cardOf } = parts;

  return {
    async targets(guildId, id) {
      const [{ items }, waiting] = await Promise.all([news.current(guildId), list(guildId, 'waiting')]);
      const { language = fallbackLanguage } = await settings.of(guildId);
      const cards = waiting.filter(one => one.id !== id).slice(0, 10);
      const approved = newestFirst(items).slice(0, 25 - cards.length);
      return [
        ...cards.map(one => ({ id: one.id, title: cardTitle(one.card, language), date: one.card.date })),
        ...approved.map(item => targetOf(item, language)),
      ];
    },

    async merge(guildId, id, into, by) {
      const [card, { items }, target] = await Promise.all([
        cardOf(guildId, id),
        news.current(guildId),
        cardOf(guildId, into),
      ]);
      if (!card || into === id) return { result: 'gone' };
      if (card.state === 'approved') return { result: 'already', card };
      if (card.state === 'merged') return { result: 'settled', card };
      const { language = fallbackLanguage } = await settings.of(guildId);
      const brought = [
        { title: cardTitle(card, language).slice(0, 100), url: card.link },
        ...(card.also ?? []),
      ];
      // The target first: should the card not be reached, merging again adds no link twice.
      if (items.some(item => item.id === into)) {
        await news.change(guildId, all => revise(all, into, item => withSources(item, brought)));
      } else if (!target || target.state === 'merged') {
        return { result: 'gone' };
      }
      if (target) await change(guildId, into, one => [{ ...one, also: joined(one, brought) }, 'ok']);
      return change(guildId, id, now => {
        // Approved by somebody else meanwhile: it is news of its own.
        if (now.state === 'approved') return [now, 'already'];
        // Two moderators who merge two cards into each other must not make both disappear.
        if (target && now.also?.some(({ url }) => url === target.link)) return [now, 'settled'];
        return [{ ...now, state: 'merged', decided: decidedBy(by) }, 'ok'];
      });
    },
  };
}

const targetOf = (item: NewsItem, language: Language): MergeTarget => ({
  id: item.id,
  title: wordsIn(item.words, language).title,
  date: item.date,
});

function withSources(item: NewsItem, brought: readonly { title: string; url: string }[]): NewsItem {
  const known = new Set(item.sources.map(({ url }) => url));
  const added = brought
    .filter(({ url }) => !known.has(url))
    .map(({ title, url }) => ({ label: Object.fromEntries(languages.map(one => [one, title])), url }));
  return { ...item, sources: [...item.sources, ...added].slice(0, 10) };
}

function joined(card: Card, brought: readonly { title: string; url: string }[]) {
  const known = new Set([card.link, ...(card.also ?? []).map(({ url }) => url)]);
  return [...(card.also ?? []), ...brought.filter(({ url }) => !known.has(url))].slice(0, 9);
}
