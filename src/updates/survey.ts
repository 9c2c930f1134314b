import { guildSettingsCollection } from '../faq/guild-settings.ts';
import type { Store } from '../storage/store.ts';
import { corrected, followingCollection } from './following.ts';
import { newWeekly, weeklyCollection } from './weekly-note.ts';

const hour = 3_600_000;

/**
 * Once an hour, and as soon as the clock was set back, opens every document instead of only those in the index of due ones: next times that a wrong
 * clock put too far ahead are corrected, and communities with a new review channel get their weekly note. Does nothing in between.
 */
export function createSurvey({ store, clock }: { store: Store; clock: () => Date }): () => Promise<void> {
  let done: number | undefined;
  let last = Number.NEGATIVE_INFINITY;

  return async () => {
    const now = clock();
    const setBack = now.getTime() < last;
    last = now.getTime();
    if (done !== undefined && !setBack && now.getTime() - done < hour) return;
    await followings(store, now);
    await weeklyNotes(store, now);
    done = now.getTime();
  };
}

async function followings(store: Store, now: Date): Promise<void> {
  const prefix = `${followingCollection.name}:`;
  for await (const key of store.keys(prefix)) {
    const id = key.slice(prefix.length);
    const following = await store.read(followingCollection, id);
    if (!following || corrected(following, now) === following) continue;
    await store.update(followingCollection, id, kept => [kept && corrected(kept, now), undefined]);
  }
}

async function weeklyNotes(store: Store, now: Date): Promise<void> {
  const prefix = `${guildSettingsCollection.name}:`;
  for await (const key of store.keys(prefix)) {
    const guildId = key.slice(prefix.length);
    const settings = await store.read(guildSettingsCollection, guildId);
    if (!settings?.reviewChannel) continue;
    await store.update(weeklyCollection, guildId, kept => [kept ?? newWeekly(now), undefined]);
  }
}
