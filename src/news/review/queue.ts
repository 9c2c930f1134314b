import { type Card, cardCollection, cardKey, stale } from './card.ts';
import { createDeciding } from './decide.ts';
import { createIntake } from './intake.ts';
import { createMerging } from './merge.ts';
import type { Decided, Queue, QueueOptions, QueueParts } from './queue-types.ts';

/** The queue over a store. */
export function createQueue(options: QueueOptions): Queue {
  const { store, clock } = options;
  const parts: QueueParts = {
    ...options,
    card: (guildId, id) => store.read(cardCollection, cardKey(guildId, id)),
    async change(guildId, id, apply) {
      const decided = await store.update<Card, Decided>(cardCollection, cardKey(guildId, id), kept => {
        if (!kept) return [kept, { result: 'gone' }];
        const [next, result] = apply(kept);
        const card = next === kept ? kept : stale(next, clock());
        return [card, { result, card }];
      });
      options.changed();
      return decided;
    },
    decidedBy: by => ({ by, at: clock().toISOString() }),
  };
  const intake = createIntake(parts);
  return { ...intake, ...createDeciding(parts), ...createMerging(parts, intake.list), card: parts.card };
}
