import { idsOf } from '../../storage/ids.ts';
import type { Arrival } from '../model/finding.ts';
import { arrived, type Card, cardCollection, cardIdOf, cardKey } from './card.ts';
import { kindOf } from './labels.ts';
import type { Queue, QueueParts } from './queue-types.ts';

/** How news comes into the queue, and what is in it. */
export function createIntake(parts: QueueParts): Pick<Queue, 'accept' | 'begin' | 'list' | 'watchKind'> {
  const { store, settings, news, clock, card: cardOf } = parts;

  const acceptFor = async (guildId: string, arrivals: readonly Arrival[]) => {
    const [{ reviewChannel }, { ignored }] = await Promise.all([
      settings.fresh(guildId),
      news.current(guildId),
    ]);
    for (const arrival of arrivals) {
      if (ignored.includes(kindOf(arrival))) continue;
      const id = cardIdOf(guildId, arrival.id);
      const suggested = await parts.suggest(`${arrival.caseName ?? ''} ${arrival.title}`, arrival.kind);
      const arriving = { id, reviewChannel, suggested, now: clock() };
      await store.update(cardCollection, cardKey(guildId, id), card => [
        arrived(card, arrival, arriving),
        undefined,
      ]);
    }
  };

  return {
    async accept(arrivals) {
      for (const guildId of await parts.communities()) await acceptFor(guildId, arrivals);
      parts.changed();
    },

    async begin(guildId, { kind, link, date }) {
      const id = parts.newId();
      const card: Card = {
        kind,
        link,
        date,
        state: 'draft',
        entries: [],
        // A form follows, and there is no text yet that the search could read.
        suggested: [...(await parts.suggest('', kind))],
        at: clock().toISOString(),
      };
      await store.update(cardCollection, cardKey(guildId, id), () => [card, undefined]);
      return id;
    },

    async list(guildId, state) {
      const found: { id: string; card: Card }[] = [];
      for await (const id of idsOf(store, cardCollection, guildId)) {
        const card = await cardOf(guildId, id);
        if (card?.state === state) found.push({ id, card });
      }
      return found.sort((a, b) => (a.card.date < b.card.date ? 1 : a.card.date > b.card.date ? -1 : 0));
    },

    async watchKind(guildId, kind) {
      await news.change(guildId, all =>
        all.ignored.includes(kind) ? { ...all, ignored: all.ignored.filter(one => one !== kind) } : all,
      );
    },
  };
}
