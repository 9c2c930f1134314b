import type { Entry } from './entry.ts';

/** Months after which someone should look again; nothing changes any more about what is history. */
const months = { current: 12, open: 3, historical: undefined } as const;

/** The ISO day by which an entry is due for review: its own, or so many months after its facts were last confirmed; undefined for history. */
export function reviewDay(
  entry: Pick<Entry, 'asOf' | 'status'>,
  own: string | undefined,
): string | undefined {
  const after = months[entry.status];
  if (own !== undefined || after === undefined) return own;
  const [year = 0, month = 1, day = 1] = entry.asOf.split('-').map(Number);
  // The last day of a shorter month where the same day does not exist there.
  const last = new Date(Date.UTC(year, month - 1 + after + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + after, Math.min(day, last))).toISOString().slice(0, 10);
}
