import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsOf, languages } from '../../../src/i18n/languages.ts';
import { wordsOf } from '../../../src/i18n/words.ts';
import { nextTimes, parseSchedule } from '../../../src/news/subscriptions/schedule.ts';
import { suggestZones, zoneOf } from '../../../src/news/subscriptions/time-zone.ts';
import { wallTimeOf } from '../../../src/news/subscriptions/wall-clock.ts';

const times = (schedule: string, zone: string, after: string, count: number) =>
  nextTimes(schedule, zone, new Date(after), count).map(time => time.toISOString().slice(0, 16));

describe('what people type', () => {
  test.each([
    ['daily 09:00', 'daily 09:00'],
    [' Daily 9:00 ', 'daily 09:00'],
    ['diario 18:30', 'daily 18:30'],
    ['weekly mon 09:00', 'weekly mon 09:00'],
    ['weekly Friday 7:05', 'weekly fri 07:05'],
    ['semanal miércoles 10:00', 'weekly wed 10:00'],
    ['semanal mie 10:00', 'weekly wed 10:00'],
    ['cada semana sáb. 10:00', 'weekly sat 10:00'],
    ['Cada dia 7:30', 'daily 07:30'],
    ['0  9 * * 1-5', '0 9 * * 1-5'],
    ['0 9 29 2 *', '0 9 29 2 *'],
  ])('%s', (typed, schedule) => {
    expect(parseSchedule(typed, 'en')).toEqual({ ok: true, schedule });
  });

  test.each([
    ['', 'empty'],
    ['daily', 'time'],
    ['daily 24:00', 'time'],
    ['daily nine', 'time'],
    ['weekly 09:00', 'weekday'],
    ['weekly mon', 'time'],
    ['every morning', 'cron'],
    ['@daily', 'cron'],
    ['0 9 * *', 'cron'],
    ['0 0 9 * * *', 'cron'],
    ['0 25 * * *', 'cron'],
    ['0 9 30 2 *', 'never'],
  ])('%s is refused with a reason', (typed, fault) => {
    expect(parseSchedule(typed, 'en')).toEqual({ ok: false, fault });
  });

  test.each(languages)(
    'the examples that people get in %s are understood, also by one who reads another language',
    spoken => {
      const { follow } = wordsOf(spoken).subscriptions;
      const examples = Object.values(follow.faults).flatMap(text =>
        [...text.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example),
      );
      expect(examples.length).toBeGreaterThan(4);
      for (const example of examples) {
        for (const language of languages)
          expect(parseSchedule(example, language), example).toMatchObject({ ok: true });
      }
    },
  );

  test.each(languages)('every day of the week in %s', language => {
    const { weekly } = wordsOf(language).subscriptions.schedule;
    const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(formatsOf(language), { weekday, timeZone: 'UTC' });
      for (const [at, day] of days.entries()) {
        const typed = `${weekly.split('|')[0]} ${format.format(Date.UTC(2023, 0, 1 + at))} 9:00`;
        expect(parseSchedule(typed, language)).toEqual({ ok: true, schedule: `weekly ${day} 09:00` });
      }
    }
  });

  test('anything at all is parsed or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), typed => {
        const parsed = parseSchedule(typed, 'en');
        if (parsed.ok) expect(parseSchedule(parsed.schedule, 'es')).toEqual(parsed);
      }),
    );
  });
});

describe('when the clocks change', () => {
  test('in Chicago in spring, a time that is skipped comes an hour later that day, and the others stay', () => {
    const days = ['2026-03-07T08:30', '2026-03-08T08:30', '2026-03-09T07:30'];
    expect(times('daily 02:30', 'America/Chicago', '2026-03-07T00:00Z', 3)).toEqual(days);
    // Whenever it is asked, also between the two.
    expect(times('daily 02:30', 'America/Chicago', '2026-03-08T08:10Z', 2)).toEqual(days.slice(1));
    expect(times('0,30 2 * * *', 'America/Chicago', '2026-03-08T07:00Z', 3)).toEqual([
      '2026-03-08T08:00',
      '2026-03-08T08:30',
      '2026-03-09T07:00',
    ]);
    expect(times('daily 09:00', 'America/Chicago', '2026-03-07T00:00Z', 3)).toEqual([
      '2026-03-07T15:00',
      '2026-03-08T14:00',
      '2026-03-09T14:00',
    ]);
  });

  test('in Chicago in autumn, a time that comes twice counts once', () => {
    const days = ['2026-10-31T06:30', '2026-11-01T06:30', '2026-11-02T07:30'];
    expect(times('daily 01:30', 'America/Chicago', '2026-10-31T00:00Z', 3)).toEqual(days);
    for (const between of ['2026-11-01T06:30Z', '2026-11-01T07:10Z', '2026-11-01T07:30Z']) {
      expect(times('daily 01:30', 'America/Chicago', between, 1)).toEqual(['2026-11-02T07:30']);
    }
    expect(times('weekly sun 09:00', 'America/Chicago', '2026-10-25T00:00Z', 3)).toEqual([
      '2026-10-25T14:00',
      '2026-11-01T15:00',
      '2026-11-08T15:00',
    ]);
  });

  test('a zone without such days knows none', () => {
    expect(times('daily 02:30', 'America/Phoenix', '2026-03-07T00:00Z', 3)).toEqual([
      '2026-03-07T09:30',
      '2026-03-08T09:30',
      '2026-03-09T09:30',
    ]);
  });

  test('each day has its post, once, in every zone, at its time or as much later as the clocks jumped', () => {
    const zones = [
      'America/Chicago',
      'America/Phoenix',
      'Australia/Lord_Howe',
      'America/Havana',
      'Asia/Kathmandu',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(0, 15, 30, 59),
        fc.integer({ min: 0, max: 364 }),
        (zone, hour, minute, day) => {
          const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const after = new Date(Date.UTC(2026, 0, 1 + day, 5, 17));
          const next = nextTimes(`daily ${clock}`, zone, after, 10);
          const walls = next.map(time => wallTimeOf(time.getTime(), zone));
          const days = walls.map(wall => Math.floor(wall / 86_400_000));
          expect(days).toEqual(days.map((_, at) => (days[0] ?? 0) + at));
          for (const wall of walls) {
            const late = (wall % 86_400_000) / 60_000 - (hour * 60 + minute);
            expect([0, 30, 60]).toContain(late);
          }
          // Asked again from each time on, the next one is the same.
          for (const [at, time] of next.slice(0, -1).entries()) {
            expect(nextTimes(`daily ${clock}`, zone, time, 1)).toEqual([next[at + 1]]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('time zones by what people type', () => {
  const pack = { timezone: 'Pacific/Honolulu', zones: ['America/Denver', 'Pacific/Honolulu'] };
  expect(suggestZones('', pack)).toEqual(['Pacific/Honolulu', 'America/Denver', 'UTC']);
  expect(suggestZones('mexico', pack)).toContain('America/Mexico_City');
  expect(suggestZones('new york', pack)[0]).toBe('America/New_York');
  expect(suggestZones('a', pack).length).toBeLessThanOrEqual(25);
  expect(zoneOf('america/chicago')).toBe('America/Chicago');
  expect(zoneOf('Springfield')).toBeUndefined();
  expect(zoneOf('+05:00')).toBeUndefined();
});
