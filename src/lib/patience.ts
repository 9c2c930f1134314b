import { timedOut, withTimeout } from './timeout.ts';
import { StoreUnavailable } from './unavailable.ts';

/**
 * Waits a little for what an answer can do without: gives what the work gives, or `otherwise` where it takes too long or the storage is away.
 * The work goes on.
 */
export type Patience = <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;

export interface PatienceOptions {
  /** Milliseconds that one answer waits; default 150, of the three seconds that Discord gives. */
  readonly milliseconds?: number;
  /** Milliseconds for which nobody waits after one did so in vain; default 2,000. What is in memory is given all the same. */
  readonly rest?: number;
}

/**
 * One for everything that waits for the same storage: trouble that one answer met is known to the next, so that a storage that says nothing costs
 * a few of them a moment, and not each of them all of it. After the rest one waits again, so what was left out comes back by itself.
 */
export function createPatience({ milliseconds = 150, rest = 2_000 }: PatienceOptions = {}): Patience {
  let troubledUntil = Number.NEGATIVE_INFINITY;
  return async (work, otherwise) => {
    const wait = performance.now() < troubledUntil ? 0 : milliseconds;
    const trouble = () => {
      if (wait > 0) troubledUntil = performance.now() + rest;
      return otherwise;
    };
    const running = work();
    // What comes too late may still fail, which then concerns nobody.
    running.catch(() => undefined);
    try {
      const first = await withTimeout(running, wait);
      return first === timedOut ? trouble() : first;
    } catch (error) {
      if (error instanceof StoreUnavailable) return trouble();
      throw error;
    }
  };
}
