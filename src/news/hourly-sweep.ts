import { guildSettingsCollection } from '../settings/guild-settings.ts';
import { idsOf } from '../storage/ids.ts';
import type { Store } from '../storage/store.ts';
import { type PostKind, postKinds } from './delivery/post-kinds.ts';

const hour = 3_600_000;

export interface HourlySweepOptions {
  readonly store: Store;
  readonly clock: () => Date;
  readonly zone: string;
}

/**
 * Once an hour, and as soon as the clock was set back, opens every document that is posted instead of only those in the index of due ones: times that
 * a wrong clock put too far ahead are corrected, and communities with a new review channel get their weekly note. Does nothing in between.
 */
export function createHourlySweep({ store, clock, zone }: HourlySweepOptions): () => Promise<void> {
  let done: number | undefined;
  let last = Number.NEGATIVE_INFINITY;

  return async () => {
    const now = clock();
    const setBack = now.getTime() < last;
    last = now.getTime();
    if (done !== undefined && !setBack && now.getTime() - done < hour) return;
    // Should one fail, all come again.
    done = undefined;
    for (const kind of postKinds) {
      if (kind.many && !setBack) continue;
      if (kind.begin) await beginOrCorrect(kind, store, now, zone);
      else await correctAll(kind, store, now, zone);
    }
    done = now.getTime();
  };
}

async function correctAll(
  { collection, correct }: PostKind<unknown>,
  store: Store,
  now: Date,
  zone: string,
): Promise<void> {
  for await (const id of idsOf(store, collection)) {
    const document = await store.read(collection, id);
    if (!document || correct(document, now, zone) === document) continue;
    await store.update(collection, id, kept => [kept && correct(kept, now, zone), undefined]);
  }
}

/** For every community with a review channel. */
async function beginOrCorrect(
  { collection, correct, begin }: PostKind<unknown>,
  store: Store,
  now: Date,
  zone: string,
): Promise<void> {
  for await (const guildId of idsOf(store, guildSettingsCollection)) {
    const settings = await store.read(guildSettingsCollection, guildId);
    if (!settings?.reviewChannel) continue;
    await store.update(collection, guildId, kept => [
      kept ? correct(kept, now, zone) : begin?.(now, zone),
      undefined,
    ]);
  }
}
