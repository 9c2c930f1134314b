import type { Clock } from './actions.ts';

/** The machine's clock, moved forward by hand. `noticed` makes the bot look at it. */
export function createMovedClock(noticed: () => Promise<void>): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    async move(milliseconds) {
      offset += milliseconds;
      await noticed();
    },
  };
}
