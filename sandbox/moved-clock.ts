import type { Clock } from './stage.ts';

/** The machine's clock, moved forward by hand; it begins `behind` milliseconds late. `noticed` makes the bot look at it. */
export function createMovedClock(noticed: () => Promise<void>, behind = 0): Clock {
  let offset = -behind;
  return {
    now: () => new Date(Date.now() + offset),
    async move(milliseconds) {
      offset += milliseconds;
      await noticed();
    },
  };
}
