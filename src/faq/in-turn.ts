/** Runs work of one key one after another, of different keys at once; what one piece throws does not stop the next. Of this process only. */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    const settled = result
      .catch(() => undefined)
      .finally(() => last.get(key) === settled && last.delete(key));
    last.set(key, settled);
    return result;
  };
}
