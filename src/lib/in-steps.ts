// Long work that must not keep others waiting: it is written as a generator that yields where it may pause.
import { setImmediate } from 'node:timers/promises';

/** Work that may pause at each `yield`, and what it gives at the end. */
export type Steps<T> = Generator<void, T>;

/** Does all of it in one go. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does it in slices of so many milliseconds (a single step may take longer); what else waits has its turn in between. */
export async function inSteps<T>(work: Steps<T>, slice = 5): Promise<T> {
  for (;;) {
    const over = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < over);
    await setImmediate();
  }
}
