import { guildSettingsCollection } from '../settings/guild-settings.ts';
import type { Collection, Store } from '../storage/store.ts';
import { correctedNote, newWeekly, weeklyCollection } from './delivery/weekly-note.ts';
import { cardCollection, correctedCard } from './review/card.ts';
import { corrected, subscriptionCollection } from './subscriptions/subscription.ts';

const hour = 3_600_000;

/**
 * Once an hour, and as soon as the clock was set back, opens every following instead of only those in the index of due ones: times that a wrong clock
 * put too far ahead are corrected, and communities with a new review channel get their weekly note. Cards, of which there may be many, are gone
 * through only when the clock was set back. Does nothing in between.
 */
export function createHourlySweep({
  store,
  clock,
  zone,
}: {
  store: Store;
  clock: () => Date;
  zone: string;
}): () => Promise<void> {
  let done: number | undefined;
  let last = Number.NEGATIVE_INFINITY;

  return async () => {
    const now = clock();
    const setBack = now.getTime() < last;
    last = now.getTime();
    if (done !== undefined && !setBack && now.getTime() - done < hour) return;
    // Should one fail, all come again.
    done = undefined;
    await correctAll(store, subscriptionCollection, kept => corrected(kept, now));
    if (setBack) await correctAll(store, cardCollection, kept => correctedCard(kept, now));
    await weeklyNotes(store, now, zone);
    done = now.getTime();
  };
}

async function correctAll<T>(
  store: Store,
  collection: Collection<T>,
  correct: (kept: T) => T,
): Promise<void> {
  const prefix = `${collection.name}:`;
  for await (const key of store.keys(prefix)) {
    const id = key.slice(prefix.length);
    const document = await store.read(collection, id);
    if (!document || correct(document) === document) continue;
    await store.update(collection, id, kept => [kept && correct(kept), undefined]);
  }
}

async function weeklyNotes(store: Store, now: Date, zone: string): Promise<void> {
  const prefix = `${guildSettingsCollection.name}:`;
  for await (const key of store.keys(prefix)) {
    const guildId = key.slice(prefix.length);
    const settings = await store.read(guildSettingsCollection, guildId);
    if (!settings?.reviewChannel) continue;
    await store.update(weeklyCollection, guildId, kept => [
      kept ? correctedNote(kept, now, zone) : newWeekly(now, zone),
      undefined,
    ]);
  }
}
