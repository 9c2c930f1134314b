import { Cron } from 'croner';
import { means, weekdayOf } from './schedule-words.ts';
import { instantOf, wallTimeOf } from './wall-clock.ts';

/** What is wrong with a schedule that a person typed. */
export type ScheduleFault = 'empty' | 'time' | 'weekday' | 'cron' | 'never';

export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: string }
  | { readonly ok: false; readonly fault: ScheduleFault };

/** Weekdays in a kept schedule. */
const shortNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * `daily 09:00`, `weekly mon 09:00`, the same in the words of any language of the bot, or a five-field cron expression, in the one form that is kept.
 */
export function parseSchedule(typed: string): ParsedSchedule {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [first = '', second = '', third = ''] = words;
  if (words.length === 0) return { ok: false, fault: 'empty' };
  if (means(first, 'daily')) {
    const time = words.length === 2 ? timeOf(second) : undefined;
    return time ? { ok: true, schedule: `daily ${time}` } : { ok: false, fault: 'time' };
  }
  if (means(first, 'weekly')) {
    const weekday = weekdayOf(second);
    if (weekday === undefined) return { ok: false, fault: 'weekday' };
    const time = words.length === 3 ? timeOf(third) : undefined;
    return time
      ? { ok: true, schedule: `weekly ${shortNames[weekday]} ${time}` }
      : { ok: false, fault: 'time' };
  }
  return parseCron(words.join(' '));
}

function parseCron(pattern: string): ParsedSchedule {
  if (pattern.split(' ').length !== 5) return { ok: false, fault: 'cron' };
  try {
    const next = cronIn(pattern).nextRun(new Date(0));
    return next ? { ok: true, schedule: pattern } : { ok: false, fault: 'never' };
  } catch {
    // Croner says what it does not understand with errors, in English; people get an example instead.
    return { ok: false, fault: 'cron' };
  }
}

/** `09:00` of `9:00` or `09:00`; undefined for what is no time of day. */
function timeOf(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** A kept schedule as a cron expression. */
function cronOf(schedule: string): string {
  const [first, second = '', third = ''] = schedule.split(' ');
  const at = (time: string) => time.split(':').map(Number).reverse().join(' ');
  if (first === 'daily') return `${at(second)} * * *`;
  if (first === 'weekly') return `${at(third)} * * ${shortNames.indexOf(second)}`;
  return schedule;
}

/** Croner reckons on wall clocks here, which know no daylight-saving time; {@link instantOf} alone decides what a change of clocks does. */
const cronIn = (pattern: string) => new Cron(pattern, { timezone: 'UTC', mode: '5-part', paused: true });

/** No clock is ever set forward by more; a time that this skips comes later than its wall time says. */
const longestChange = 3 * 3_600_000;

/**
 * The next `count` times of a kept schedule after an instant, in a time zone. Each time of the wall clock comes exactly once, also where the
 * clocks are set forward over it or back before it.
 */
export function nextTimes(schedule: string, zone: string, after: Date, count: number): readonly Date[] {
  const cron = cronIn(cronOf(schedule));
  const times: Date[] = [];
  let last = after.getTime();
  const shown = wallTimeOf(last, zone);
  const changed = shown - wallTimeOf(last - longestChange, zone) !== longestChange;
  let wall: Date | null = new Date(changed ? shown - longestChange : shown);
  while (times.length < count) {
    wall = cron.nextRun(wall);
    if (!wall) break;
    const instant = instantOf(wall.getTime(), zone);
    if (instant <= last) continue;
    last = instant;
    times.push(new Date(instant));
  }
  return times;
}

/** The next time of a kept schedule. Throws where it never comes again, which {@link parseSchedule} lets nobody enter. */
export function nextTime(schedule: string, zone: string, after: Date): Date {
  const [next] = nextTimes(schedule, zone, after, 1);
  if (!next) throw new RangeError(`${schedule} never comes`);
  return next;
}
