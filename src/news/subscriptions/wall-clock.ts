/** A time as a clock on the wall shows it, as if it were UTC, in milliseconds. */
export type WallTime = number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock of the zone shows at an instant (milliseconds), to the second. */
export function wallTimeOf(instant: number, zone: string): WallTime {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const day = 86_400_000;

/**
 * The instant at which the zone's clocks show a time. When they are set back and show it twice: the first. When they are set forward and never
 * show it: as much later as they were set, so that 02:30 becomes 03:30 (RFC 5545 and Temporal's "compatible" do the same).
 */
export function instantOf(wall: WallTime, zone: string): number {
  const before = wallTimeOf(wall - day, zone) - (wall - day);
  const after = wallTimeOf(wall + day, zone) - (wall + day);
  const instants = [wall - before, wall - after].filter(instant => wallTimeOf(instant, zone) === wall);
  return instants.length > 0 ? Math.min(...instants) : wall - before;
}
