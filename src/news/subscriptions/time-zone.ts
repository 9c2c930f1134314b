import { canonicalZone } from '../../lib/canonical-zone.ts';

/** The zone's usual spelling, or undefined where there is none of this name. */
export function zoneOf(typed: string): string | undefined {
  const name = typed.trim();
  // Offsets such as +05:00 are taken too, but they are no zones: they know no daylight-saving time.
  return /^[A-Za-z]/.test(name) ? canonicalZone(name) : undefined;
}

/** Shown before anything is typed. */
const nearby = [
  'America/Chicago',
  'America/New_York',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Puerto_Rico',
  'America/Mexico_City',
  'UTC',
];

/** At most 25 zones whose name holds what is typed; cities first whose name begins with it. */
export function suggestZones(typed: string, first: string): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  if (!wanted) return [...new Set([first, ...nearby])];
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const found = zones.filter(zone => zone.toLowerCase().includes(wanted));
  const begins = (zone: string) =>
    zone.toLowerCase().startsWith(wanted) || zone.split('/').at(-1)?.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter(zone => !begins(zone))].slice(0, 25);
}
