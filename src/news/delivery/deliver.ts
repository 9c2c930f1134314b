import { errorFields } from '../../lib/log.ts';
import { isOpen } from '../model/delivery.ts';
import { createAttempts } from './attempt.ts';
import type { DelivererOptions, DeliverParts, Retries } from './deliverable.ts';
import { type PostKind, postKinds } from './post-kinds.ts';

/** Brings every document that is due one step further. */
export interface Deliverer {
  /** Resolves when nothing that was due is left; gives the time of the nearest retry, if there is one. Never rejects. */
  run(): Promise<Date | undefined>;
}

/** Documents worked on at once: enough to keep 50 requests a second going while answers take up to half a second. */
const atOnce = 32;
/** Documents asked for at once. */
const batch = 1_000;

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { store, clock, log, closing } = options;
  const sender = createAttempts(options);
  const parts: DeliverParts = {
    ...options,
    async attempt(deliverable) {
      const delivery = await sender.attempt(deliverable);
      if (!delivery) return undefined;
      const { state, attempts, refusal } = delivery;
      const fields = { what: deliverable.collection.name, state, attempts, ...refusal };
      if (state === 'sent') log.info(fields, 'updates: posted');
      else log.warn(fields, 'updates: not posted yet');
      return isOpen(delivery) ? new Date(delivery.at) : undefined;
    },
  };

  /** Works through all that is due. What could not be done stays due and is left for the next run. */
  async function each({ collection, deliver }: PostKind<unknown>): Promise<Date | undefined> {
    const done = new Set<string>();
    let nearest: Date | undefined;
    for (;;) {
      // What failed stays due and must not hide what comes after it.
      const ids = (await store.due(collection, clock(), batch + done.size)).filter(id => !done.has(id));
      if (ids.length === 0 || closing()) return nearest;
      const next = ids.values();
      const worker = async () => {
        for (const id of next) {
          if (closing()) return;
          done.add(id);
          const times = await deliver(id, parts).catch((error: unknown) => {
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
      // Side by side: a docket that files a hundred things must not make the posts wait for its cards.
      const away = (error: unknown) => {
        log.warn(errorFields(error), 'updates: the store does not answer');
        return undefined;
      };
      return earliest(await Promise.all(postKinds.map(kind => each(kind).catch(away))));
    },
  };
}

const earliest = (times: Retries): Date | undefined =>
  times.filter(time => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
