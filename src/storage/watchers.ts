/** The listeners of {@link Store.watch}, for adapters. One that throws does not disturb the others, nor the change it hears of. */
export interface Watchers {
  watch(listener: (key: string) => void, missed?: () => void): () => void;
  changed(key: string): void;
  missed(): void;
}

/** `onError` gets what a listener throws: a bug of the listener. */
export function createWatchers(onError: (error: unknown) => void): Watchers {
  const watching = new Set<{ listener: (key: string) => void; missed: (() => void) | undefined }>();
  const safely = (call: () => void) => {
    try {
      call();
    } catch (error) {
      onError(error);
    }
  };
  return {
    watch(listener, missed) {
      const entry = { listener, missed };
      watching.add(entry);
      return () => void watching.delete(entry);
    },
    changed: key => {
      for (const { listener } of watching) safely(() => listener(key));
    },
    missed: () => {
      for (const { missed } of watching) if (missed) safely(missed);
    },
  };
}
