import { Cron } from 'croner';

const day = 86_400_000;
const halfHour = 1_800_000;

/** When a feed is asked. */
export interface Cadence {
  /** Stands for it in the kept state: when it changes, the next try is computed anew. */
  readonly name: string;
  /** The first try of a feed that was never asked. */
  first(now: Date): Date;
  /** The try after a success (0 failures in a row) or a failure; never before `notBefore`. */
  next(now: Date, failures: number, notBefore?: Date): Date;
}

/** The place of a feed among those of its source. */
export interface Place {
  readonly index: number;
  readonly count: number;
}

/**
 * A cron expression (UTC) as the cadence of one feed. A try comes once an occurrence, a while after it: the feeds of a source are spread over up to half
 * the cadence or half an hour, with chance, so that neither its feeds nor all bots of the world come at once. `exact` leaves that out.
 * After failures the wait doubles from the cadence's own length to a day.
 */
export function cadenceOf(cron: string, exact: boolean, place: Place, random: () => number): Cadence {
  const pattern = new Cron(cron, { timezone: 'UTC', mode: '5-or-6-parts', paused: true });
  const after = (date: Date): Date => pattern.nextRun(date) ?? new Date(date.getTime() + day);
  const lengthAt = (date: Date): number => after(after(date)).getTime() - after(date).getTime();
  const late = (date: Date): number => {
    if (exact) return 0;
    const room = Math.min(lengthAt(date) / 2, halfHour);
    return Math.floor((room * (place.index + random())) / place.count);
  };
  return {
    name: `${exact ? '=' : ''}${cron}`,
    first: now => (exact ? after(now) : now),
    next(now, failures, notBefore = now) {
      const length = lengthAt(now);
      const wait = Math.min(length * 2 ** Math.max(0, failures - 1), Math.max(day, length));
      // The wait ends at an occurrence; one cadence of it is the way to the next.
      const from = Math.max(now.getTime() + wait - length, notBefore.getTime() - 1);
      const occurrence = after(new Date(from));
      return new Date(occurrence.getTime() + late(occurrence));
    },
  };
}
