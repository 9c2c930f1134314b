/**
 * Lets at most `limit` go in any `window` milliseconds, in the order they came; resolves when it is one's turn, rejects with the signal's reason when
 * that comes first. Discord allows a bot 50 requests a second; {@link discordPace} stays a little below, because the way there takes now longer, now shorter.
 */
export function createPace(limit: number, window: number, now: () => number = () => performance.now()) {
  /** Times of the last `limit` that went, the oldest at `next`. */
  const gone = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  let last = Promise.resolve();

  const go = async (signal: AbortSignal | undefined) => {
    for (;;) {
      signal?.throwIfAborted();
      const wait = (gone[next] ?? 0) + window - now();
      if (wait <= 0) break;
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    gone[next] = now();
    next = (next + 1) % limit;
  };

  return (signal?: AbortSignal): Promise<void> => {
    const turn = last.then(() => go(signal));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** 48 requests in any second: 96 % of what Discord allows. */
export const discordPace = () => createPace(48, 1_000);
