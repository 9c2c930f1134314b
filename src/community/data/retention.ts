import { z } from 'zod';
import type { Collection, Store } from '../../storage/store.ts';
import type { CommunityData } from './community-data.ts';

/** Days that a community's data is kept after the bot was removed from it. */
const keptAfterRemoval = 30;

const absenceSchema = z.strictObject({
  /** The first and the last day (ISO, UTC) of those on which the bot was not in the community. */
  first: z.iso.date(),
  last: z.iso.date(),
  /** Missed on two days running: the bot was removed, on the day `first`. */
  removed: z.boolean(),
});

export type Absence = Readonly<z.infer<typeof absenceSchema>>;

/** Kept only while the bot is away from a community: `absence:GUILD`. */
const absenceCollection: Collection<Absence> = { name: 'absence', schema: absenceSchema };

/** What a daily look changes where the bot was not found in a community on `day`. */
export function missed(absence: Absence | undefined, day: string): Absence {
  if (!absence) return { first: day, last: day, removed: false };
  if (absence.removed) return { ...absence, last: day };
  const apart = daysBetween(absence.last, day);
  if (apart === 0) return absence;
  return apart === 1 ? { ...absence, last: day, removed: true } : { first: day, last: day, removed: false };
}

/** True where the bot was removed 30 days before `day` or earlier. */
export const isOver = (absence: Absence, day: string) =>
  absence.removed && daysBetween(absence.first, day) >= keptAfterRemoval;

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Erases what is kept about communities that removed the bot. */
export interface Retention {
  /** The daily look: `present` is every community the bot is in, complete. Returns the communities that were erased. */
  look(present: ReadonlySet<string>): Promise<readonly string[]>;
}

export function createRetention({
  store,
  data,
  now,
}: {
  store: Store;
  data: CommunityData;
  now: () => Date;
}): Retention {
  return {
    async look(present) {
      const day = now().toISOString().slice(0, 10);
      const erased: string[] = [];
      for (const guildId of await data.guilds()) {
        if (present.has(guildId)) {
          await store.update(absenceCollection, guildId, () => [undefined, undefined]);
          continue;
        }
        const absence = await store.update(absenceCollection, guildId, before => {
          const next = missed(before, day);
          return [next, next];
        });
        if (!isOver(absence, day)) continue;
        if (await data.forget(guildId)) erased.push(guildId);
      }
      return erased;
    },
  };
}
