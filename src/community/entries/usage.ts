import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Collection, Store } from '../../storage/store.ts';

/** Days (UTC) that counts are kept. */
const usageDays = 30;

const usageSchema = z.strictObject({
  /** How often each entry was shown, by day and entry id. */
  days: z.record(z.iso.date(), z.record(z.string().max(64), z.int().positive())),
});

export type UsageCounts = Readonly<z.infer<typeof usageSchema>>;

/** One document a community, without any person in it: `usage:GUILD`. */
export const usageCollection: Collection<UsageCounts> = { name: 'usage', schema: usageSchema };

/** Counts with more added, days older than 30 dropped. `today` is an ISO date. */
export function added(counts: UsageCounts | undefined, more: UsageCounts, today: string): UsageCounts {
  const first = new Date(Date.parse(today) - (usageDays - 1) * 86_400_000).toISOString().slice(0, 10);
  const days: Record<string, Record<string, number>> = {};
  for (const [day, entries] of [...Object.entries(counts?.days ?? {}), ...Object.entries(more.days)]) {
    if (day < first) continue;
    const sums = new Map(Object.entries(days[day] ?? {}));
    for (const [id, count] of Object.entries(entries)) sums.set(id, (sums.get(id) ?? 0) + count);
    days[day] = Object.fromEntries(sums);
  }
  return { days };
}

/** How often each entry was shown in the kept days. */
export function totals(counts: UsageCounts | undefined): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entries of Object.values(counts?.days ?? {})) {
    for (const [id, count] of Object.entries(entries)) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return sums;
}

/** Counts how often entries are shown; nothing about who saw them. */
export interface Usage {
  /** Counts one showing, in memory. */
  count(guildId: string, id: string): void;
  /** How often each entry was shown in the last 30 days, at most a minute old; empty while the storage is away. */
  of(guildId: string): Promise<ReadonlyMap<string, number>>;
  /** Writes what was counted: once a minute, and at the end. What cannot be written now is kept for the next time. */
  flush(): Promise<void>;
  /** Drops what is in memory of a community. */
  drop(guildId: string): void;
}

/** Communities whose totals stay in memory for a minute. */
const knownGuilds = 500;

export function createUsage({ store, now }: { store: Store; now: () => Date }): Usage {
  /** By community and day, then by entry. Counting comes with every answer, so it only adds a number. */
  let pending = new Map<string, Map<string, number>>();
  const known = new LRUCache<string, { at: number; sums: ReadonlyMap<string, number> }>({ max: knownGuilds });
  const today = () => now().toISOString().slice(0, 10);

  return {
    count(guildId, id) {
      const key = `${guildId} ${Math.floor(now().getTime() / 86_400_000)}`;
      const sums = pending.get(key) ?? new Map<string, number>();
      sums.set(id, (sums.get(id) ?? 0) + 1);
      pending.set(key, sums);
    },
    async of(guildId) {
      const before = known.get(guildId);
      if (before && now().getTime() - before.at < 60_000) return before.sums;
      const counts = await store.read(usageCollection, guildId).catch(() => undefined);
      const sums = totals(counts);
      known.set(guildId, { at: now().getTime(), sums });
      return sums;
    },
    drop(guildId) {
      for (const key of pending.keys()) if (key.startsWith(`${guildId} `)) pending.delete(key);
      known.delete(guildId);
    },
    async flush() {
      const writing = pending;
      pending = new Map();
      for (const [key, sums] of writing) {
        const [guildId = '', day] = key.split(' ');
        const more = { days: { [isoDay(Number(day))]: Object.fromEntries(sums) } };
        try {
          await store.update(usageCollection, guildId, counts => [added(counts, more, today()), undefined]);
        } catch {
          const kept = pending.get(key) ?? new Map<string, number>();
          for (const [id, count] of sums) kept.set(id, (kept.get(id) ?? 0) + count);
          pending.set(key, kept);
        }
      }
    },
  };
}

/** The ISO date of a day counted from 1970. */
const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
