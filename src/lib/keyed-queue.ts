/** Jobs of one key run one after the other, those of different keys at the same time. */
export interface Turns {
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when all jobs there are have ended, well or badly. */
  settled(): Promise<void>;
}

/** Turns that nobody has taken yet. */
export function createTurns(): Turns {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, job) {
      const turn = (tails.get(key) ?? Promise.resolve()).then(job);
      const tail = turn.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return turn;
    },
    async settled() {
      await Promise.all(tails.values());
    },
  };
}
