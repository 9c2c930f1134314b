/**
 * Lets one go every `interval` milliseconds, in the order they came; resolves when it is one's turn, rejects with the signal's reason when that comes
 * first. Turns that a late timer missed are made up for, up to `credit` at once, so that the rate holds; never more, so that a pause ends in no burst.
 */
export function createPace(interval: number, credit: number, now: () => number = () => performance.now()) {
  /** When the next turn would have been, had all timers been on time. */
  let slot = Number.NEGATIVE_INFINITY;
  let last = Promise.resolve();

  const go = async (signal: AbortSignal | undefined) => {
    for (;;) {
      signal?.throwIfAborted();
      const wait = slot - now();
      if (wait <= 0) break;
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    slot = Math.max(slot, now() - credit * interval) + interval;
  };

  return (signal?: AbortSignal): Promise<void> => {
    const turn = last.then(() => go(signal));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * 47.8 requests a second, evenly: Discord allows a bot 50 in each of its seconds, and some take longer to get there than others.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export const discordPace = () => createPace(20.9, 1);
