import type { Pack } from '../../knowledge/content/entry.ts';
import { canonicalZone } from '../../lib/canonical-zone.ts';

/** Where the people of a content pack are. */
type PackZones = Pick<Pack, 'timezone' | 'zones'>;

/** The zone's usual spelling, or undefined where there is none of this name. */
export function zoneOf(typed: string): string | undefined {
  const name = typed.trim();
  // Offsets such as +05:00 are taken too, but they are no zones: they know no daylight-saving time.
  return /^[A-Za-z]/.test(name) ? canonicalZone(name) : undefined;
}

/** At most 25 zones whose name holds what is typed, cities first whose name begins with it; before anything is typed, those of the pack and UTC. */
export function suggestZones(typed: string, { timezone, zones: more }: PackZones): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  if (!wanted) return [...new Set([timezone, ...more, 'UTC'])];
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const found = zones.filter(zone => zone.toLowerCase().includes(wanted));
  const begins = (zone: string) =>
    zone.toLowerCase().startsWith(wanted) || zone.split('/').at(-1)?.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter(zone => !begins(zone))].slice(0, 25);
}
