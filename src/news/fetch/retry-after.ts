const week = 7 * 86_400_000;

/**
 * Milliseconds to wait, of a `Retry-After` header in seconds or as a date; undefined where it says nothing usable. At most a week, so that a
 * broken server cannot switch a source off for good.
 */
export function retryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  const seconds = /^\d{1,15}$/.test(text);
  // Date.parse reads nearly anything as a date; HTTP's begin with a weekday.
  const date = /^(mon|tue|wed|thu|fri|sat|sun)/i.test(text) ? Date.parse(text) : Number.NaN;
  const wait = seconds ? Number(text) * 1_000 : date - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), week);
}
