const week = 7 * 86_400_000;

/**
 * Milliseconds to wait, of a `Retry-After` header in seconds or as a date; undefined where it says nothing usable. At most a week, so that a
 * broken server cannot switch a source off for good.
 */
export function retryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,15}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), week);
}
