/** The process dies at a step: nothing it would have done afterwards happens. */
class Killed extends Error {}

/** Counts the steps that can be cut off, and cuts off the one named: before it is done, or after it is done and before it is known to be. */
export function guillotine(at: number, when: 'before' | 'after') {
  let step = 0;
  let dead = false;
  return {
    get struck() {
      return dead;
    },
    /** From now on no step is taken. */
    kill() {
      dead = true;
    },
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (dead) throw new Killed();
      dead = step++ === at;
      if (dead && when === 'before') throw new Killed();
      const result = await work();
      if (dead) throw new Killed();
      return result;
    },
  };
}
