import { withTimeout } from '../lib/timeout.ts';

/** Milliseconds that a stop waits for answers under way: well within what a supervisor gives a process between SIGTERM and SIGKILL (10 s). */
const patience = 5_000;

/** Work that was begun and has not ended, so that a stop can wait for it. */
export interface InFlight {
  add(work: Promise<unknown>): void;
  /** Resolves when all of it has ended, well or badly, or when the wait is too long. */
  ended(): Promise<void>;
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<void>>();
  return {
    add(work) {
      const ending: Promise<void> = work
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => void works.delete(ending));
      works.add(ending);
    },
    async ended() {
      await withTimeout(Promise.all(works), patience);
    },
  };
}
