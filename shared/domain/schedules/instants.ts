import { DAY_MS, addDays, dayFromNumber } from '../../lib/day.ts';
import { dayOf, zoneClock } from '../../lib/zone.ts';
import { instantOf } from '../tasks/due.ts';
import type { Task, TimeOfDay } from '../tasks/task.ts';
import { workdayFrom, type Calendar } from '../tasks/workdays.ts';
import type { QuietHours, ReminderRules } from './due.ts';

const MINUTE_MS = 60_000;

const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A weekday (1 Monday to 7 Sunday, as ISO 8601 counts) and a time of the program's wall clock. */
export interface Weekly {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly time: TimeOfDay;
}

/**
 * When a task reminds (epoch ms): at the end of its snooze, else when it is due; without a time in the morning, of the next
 * workday where its own is free. A time she named is meant, whatever the day. null: never.
 */
export function reminderInstant(
  { due, snoozedUntil }: Pick<Task, 'due' | 'snoozedUntil'>,
  { zone, morning }: Pick<ReminderRules, 'zone' | 'morning'>,
  calendar: Calendar,
): number | null {
  if (snoozedUntil !== null) return snoozedUntil;
  if (due === null) return null;
  return due.time === null
    ? instantOf(workdayFrom(due.day, calendar), morning, zone)
    : instantOf(due.day, due.time, zone);
}

export type SnoozeChoice = 'ten-minutes' | 'hour' | 'tomorrow-morning';

/** Until when a reminder waits that is snoozed now (epoch ms). */
export function snoozeUntil(
  choice: SnoozeChoice,
  now: number,
  { zone, morning }: Pick<ReminderRules, 'zone' | 'morning'>,
): number {
  switch (choice) {
    case 'ten-minutes':
      return now + 10 * MINUTE_MS;
    case 'hour':
      return now + 60 * MINUTE_MS;
    case 'tomorrow-morning':
      return instantOf(addDays(dayOf(now, zone), 1), morning, zone);
  }
}

/** The next `count` instants (epoch ms) after `after` at which a weekly schedule is due, soonest first. */
export function weeklyAfter({ weekday, time }: Weekly, zone: string, after: number, count: number): number[] {
  const today = zoneClock(zone).dayNumber(after);
  // 1970-01-01, day 0, was a Thursday.
  const isoWeekday = ((((today + 3) % 7) + 7) % 7) + 1;
  const first = today + ((weekday - isoWeekday + 7) % 7);
  const instants: number[] = [];
  for (let day = first; instants.length < count; day += 7) {
    const instant = instantOf(dayFromNumber(day), time, zone);
    if (instant > after) instants.push(instant);
  }
  return instants;
}

/** The last instant (epoch ms) at or before `now` at which a weekly schedule was due. */
export function weeklyBefore(schedule: Weekly, zone: string, now: number): number {
  // A week of the calendar is up to an hour or two longer than seven days.
  return weeklyAfter(schedule, zone, now - 8 * DAY_MS, 2).findLast((instant) => instant <= now) ?? now;
}

/** `instant` itself, or the end of the quiet hours it falls into (epoch ms). */
export function afterQuiet(instant: number, quiet: QuietHours | null, zone: string): number {
  if (!quiet || quiet.from === quiet.to) return instant;
  const clock = zoneClock(zone);
  const wall = instant + clock.offsetMinutes(instant) * MINUTE_MS;
  const day = Math.floor(wall / DAY_MS);
  const minute = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  const inside = from < to ? from <= minute && minute < to : minute >= from || minute < to;
  if (!inside) return instant;
  const endDay = minute >= to ? day + 1 : day;
  // In the hour that autumn repeats, the end may have been already.
  return Math.max(instant, clock.fromWall(endDay * DAY_MS + to * MINUTE_MS));
}
