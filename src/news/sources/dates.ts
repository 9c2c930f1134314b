/** The ISO date of a written day, or undefined for one that does not exist or lies outside 1900 to 2200. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/** `M/D/YYYY`, as Illinois and Grants.gov write it. */
export function usDate(text: string): string | undefined {
  const parts = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text);
  return parts ? isoDate(Number(parts[3]), Number(parts[1]), Number(parts[2])) : undefined;
}

/** The day an instant falls on in a time zone. */
export function dayIn(zone: string, instant: Date): string | undefined {
  if (Number.isNaN(instant.getTime())) return undefined;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
    .formatToParts(instant)
    .map(part => [part.type, Number(part.value)] as const);
  const { year = 0, month = 0, day = 0 } = Object.fromEntries(parts);
  return isoDate(year, month, day);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day written in an RSS date such as `Tue, 17 Jan 2023 23:15:01 CST`. The hour and the zone are left alone: the day as the
 * court wrote it is the day it means, and named zones are often wrong (the feed says CDT in February).
 */
export function rssDay(text: string): string | undefined {
  const parts = /(?:^|[\s,])(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})(?:\s|$)/.exec(text.slice(0, 100));
  const month = months.indexOf(parts?.[2]?.toLowerCase() ?? '') + 1;
  return parts && month > 0 ? isoDate(Number(parts[3]), month, Number(parts[1])) : undefined;
}
