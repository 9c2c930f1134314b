import { Cron } from 'croner';
import { type Language, languages } from '../../i18n/languages.ts';
import { unmarked } from '../../i18n/untranslated.ts';
import { simple, weekdayOf } from '../../i18n/weekdays.ts';
import { wordsOf } from '../../i18n/words.ts';
import { instantOf, wallTimeOf } from './wall-clock.ts';

/** What is wrong with a schedule that a person typed. */
export type ScheduleFault = 'empty' | 'time' | 'weekday' | 'cron' | 'never';

export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: string }
  | { readonly ok: false; readonly fault: ScheduleFault };

/** The days as they are kept, Sunday first. */
const shortNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * `daily 09:00`, `weekly mon 09:00`, the same in the words of any language of the bot (`diario 9:00`, `semanal lun 9:00`), or a five-field cron
 * expression, in the one form that is kept. Where a day could be one of two languages it is the person's `language`.
 */
export function parseSchedule(typed: string, language: Language): ParsedSchedule {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { ok: false, fault: 'empty' };
  const spoken = [language, ...languages.filter(other => other !== language)];
  const daily = restAfter('daily', words, spoken);
  if (daily) {
    const time = daily.length === 1 ? timeOf(daily[0]) : undefined;
    return time ? { ok: true, schedule: `daily ${time}` } : { ok: false, fault: 'time' };
  }
  const weekly = restAfter('weekly', words, spoken);
  if (!weekly) return parseCron(words.join(' '));
  const time = timeOf(weekly.at(-1));
  const day = weekly.slice(0, time ? -1 : undefined).join(' ');
  const weekday = day ? firstOf(spoken, one => weekdayOf(day, one)) : undefined;
  if (weekday === undefined) return { ok: false, fault: 'weekday' };
  return time
    ? { ok: true, schedule: `weekly ${shortNames[weekday]} ${time}` }
    : { ok: false, fault: 'time' };
}

/** What follows the word for "daily" or "weekly" in one of the languages; a language may have several, and they may be of several words. */
function restAfter(
  what: 'daily' | 'weekly',
  words: readonly string[],
  spoken: readonly Language[],
): readonly string[] | undefined {
  const typed = words.map(simple);
  return firstOf(spoken, language => {
    const phrases = unmarked(wordsOf(language).subscriptions.schedule[what]).split('|');
    const said = phrases.map(phrase => phrase.split(' ').map(simple));
    const found = said.find(phrase => phrase.every((word, at) => typed[at] === word));
    return found && words.slice(found.length);
  });
}

function firstOf<T>(spoken: readonly Language[], find: (language: Language) => T | undefined): T | undefined {
  for (const language of spoken) {
    const found = find(language);
    if (found !== undefined) return found;
  }
  return undefined;
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
function timeOf(text = ''): string | undefined {
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
