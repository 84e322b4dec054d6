import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { QuietHours } from '#shared/domain/schedules/due.ts';
import {
  afterQuiet,
  reminderInstant,
  snoozeUntil,
  weeklyAfter,
  weeklyBefore,
  type Weekly,
} from '#shared/domain/schedules/instants.ts';
import { parseTimeOfDay, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';
import { zoneClock } from '#shared/lib/zone.ts';

const time = (text: string): TimeOfDay => {
  const parsed = parseTimeOfDay(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const EVERY_DAY = { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
const NEW_YORK = 'America/New_York';
const AUCKLAND = 'Pacific/Auckland';
const rules = (zone: string) => ({ zone, morning: time('09:00') });

describe('when a task reminds', () => {
  it.each([
    ['on a winter day', NEW_YORK, '2026-01-15', '08:30', '2026-01-15T13:30:00.000Z'],
    ['without a time: in the morning', NEW_YORK, '2026-01-15', null, '2026-01-15T14:00:00.000Z'],
    ['in the hour New York skips: as much later', NEW_YORK, '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['the morning after it', NEW_YORK, '2026-03-08', null, '2026-03-08T13:00:00.000Z'],
    ['in the hour New York repeats: the first', NEW_YORK, '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['the morning after that', NEW_YORK, '2026-11-01', null, '2026-11-01T14:00:00.000Z'],
    ['in the hour Auckland skips', AUCKLAND, '2026-09-27', '02:30', '2026-09-26T14:30:00.000Z'],
    ['in the hour Auckland repeats', AUCKLAND, '2026-04-05', '02:30', '2026-04-04T13:30:00.000Z'],
  ])('%s', (_what, zone, dueDay, dueTime, expected) => {
    const due = { day: day(dueDay), time: dueTime === null ? null : time(dueTime) };
    expect(iso(reminderInstant({ due, snoozedUntil: null }, rules(zone), EVERY_DAY))).toBe(expected);
  });

  it('never without a day, and at the end of a snooze whatever the day', () => {
    expect(reminderInstant({ due: null, snoozedUntil: null }, rules(NEW_YORK), EVERY_DAY)).toBeNull();
    expect(reminderInstant({ due: null, snoozedUntil: 5 }, rules(NEW_YORK), EVERY_DAY)).toBe(5);
  });

  it('moves with the zone', () => {
    const task = { due: { day: day('2026-07-01'), time: time('09:00') }, snoozedUntil: null };
    expect(iso(reminderInstant(task, rules(NEW_YORK), EVERY_DAY))).toBe('2026-07-01T13:00:00.000Z');
    expect(iso(reminderInstant(task, rules(AUCKLAND), EVERY_DAY))).toBe('2026-06-30T21:00:00.000Z');
  });
});

describe('a snooze', () => {
  const now = Date.parse('2026-10-31T23:00:00Z');

  it('ends after its minutes, or the next morning on her clock', () => {
    expect(snoozeUntil('ten-minutes', now, rules(NEW_YORK)) - now).toBe(600_000);
    expect(snoozeUntil('hour', now, rules(NEW_YORK)) - now).toBe(3_600_000);
    // 9 in the morning of the night on which New York sets its clocks back.
    expect(iso(snoozeUntil('tomorrow-morning', now, rules(NEW_YORK)))).toBe('2026-11-01T14:00:00.000Z');
  });
});

describe('a weekly schedule', () => {
  const SUNDAYS: Weekly = { weekday: 7, time: time('02:30') };
  const list = (weekly: Weekly, zone: string, after: string, count: number): (string | null)[] =>
    weeklyAfter(weekly, zone, Date.parse(after), count).map(iso);

  it('comes once on the night that lacks its hour, and once on the night that has it twice', () => {
    expect(list(SUNDAYS, NEW_YORK, '2026-03-01T12:00:00Z', 2)).toEqual([
      '2026-03-08T07:30:00.000Z',
      '2026-03-15T06:30:00.000Z',
    ]);
    expect(list({ weekday: 7, time: time('01:30') }, NEW_YORK, '2026-10-26T00:00:00Z', 2)).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-08T06:30:00.000Z',
    ]);
    expect(list(SUNDAYS, AUCKLAND, '2026-09-21T00:00:00Z', 2)).toEqual([
      '2026-09-26T14:30:00.000Z',
      '2026-10-03T13:30:00.000Z',
    ]);
    expect(list(SUNDAYS, AUCKLAND, '2026-03-30T00:00:00Z', 2)).toEqual([
      '2026-04-04T13:30:00.000Z',
      '2026-04-11T14:30:00.000Z',
    ]);
  });

  it('comes today until its time is there', () => {
    const monday: Weekly = { weekday: 1, time: time('09:00') };
    expect(list(monday, 'UTC', '2026-11-23T08:59:59Z', 1)).toEqual(['2026-11-23T09:00:00.000Z']);
    expect(list(monday, 'UTC', '2026-11-23T09:00:00Z', 1)).toEqual(['2026-11-30T09:00:00.000Z']);
    expect(iso(weeklyBefore(monday, 'UTC', Date.parse('2026-11-23T09:00:00Z')))).toBe('2026-11-23T09:00:00.000Z');
    expect(iso(weeklyBefore(monday, 'UTC', Date.parse('2026-11-23T08:59:59Z')))).toBe('2026-11-16T09:00:00.000Z');
  });

  it('always shows its weekday and time, week by week, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(NEW_YORK, AUCKLAND, 'UTC', 'Asia/Kathmandu', 'America/Santiago'),
        fc.integer({ min: 0, max: 2 ** 41 }),
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
        // No place sets its clocks at noon.
        fc.constantFrom('12:00', '15:45'),
        (zone, after, weekday, at) => {
          const instants = weeklyAfter({ weekday, time: time(at) }, zone, after, 30);
          const before = weeklyBefore({ weekday, time: time(at) }, zone, after);
          expect(before).toBeLessThanOrEqual(after);
          const clock = zoneClock(zone);
          for (const instant of [before, ...instants]) {
            const wall = new Date(instant + clock.offsetMinutes(instant) * 60_000);
            expect(wall.getUTCDay() || 7).toBe(weekday);
            expect(wall.toISOString().slice(11, 16)).toBe(at);
          }
          const days = [before, ...instants].map((instant) => clock.dayNumber(instant));
          expect(days.every((number, index) => index === 0 || number - (days[index - 1] ?? 0) === 7)).toBe(true);
        },
      ),
    );
  });
});

describe('quiet hours', () => {
  const night: QuietHours = { from: time('22:00'), to: time('07:00') };
  const after = (instant: string, quiet: QuietHours | null, zone: string): string | null =>
    iso(afterQuiet(Date.parse(instant), quiet, zone));

  it.each([
    ['before them', '2026-06-10T21:59:00Z', '2026-06-10T21:59:00.000Z'],
    ['at their beginning', '2026-06-10T22:00:00Z', '2026-06-11T07:00:00.000Z'],
    ['after midnight', '2026-06-11T03:00:00Z', '2026-06-11T07:00:00.000Z'],
    ['at their end', '2026-06-11T07:00:00Z', '2026-06-11T07:00:00.000Z'],
  ])('%s', (_what, instant, expected) => {
    expect(after(instant, night, 'UTC')).toBe(expected);
  });

  it('can lie within a day, be none, and be empty', () => {
    const lunch = { from: time('12:00'), to: time('13:00') };
    expect(after('2026-06-10T12:30:00Z', lunch, 'UTC')).toBe('2026-06-10T13:00:00.000Z');
    expect(after('2026-06-10T12:30:00Z', null, 'UTC')).toBe('2026-06-10T12:30:00.000Z');
    expect(after('2026-06-10T12:30:00Z', { from: time('12:30'), to: time('12:30') }, 'UTC')).toBe(
      '2026-06-10T12:30:00.000Z',
    );
  });

  it('end by the clock on the wall in both switch nights', () => {
    expect(after('2026-03-08T05:00:00Z', night, NEW_YORK)).toBe('2026-03-08T11:00:00.000Z');
    expect(after('2026-11-01T05:00:00Z', night, NEW_YORK)).toBe('2026-11-01T12:00:00.000Z');
    // The second half past one: quiet until a quarter to two has been, an hour ago.
    const short = { from: time('00:00'), to: time('01:45') };
    expect(after('2026-11-01T06:30:00Z', short, NEW_YORK)).toBe('2026-11-01T06:30:00.000Z');
  });
});
