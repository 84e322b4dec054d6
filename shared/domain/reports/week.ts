import { addDays, type Day, type Period, type WeekStart } from '../../lib/day.ts';
import { zoneClock } from '../../lib/zone.ts';

/** The weeks a report is about and looks back to; all half-open, all on the program's calendar. */
export interface ReportWeeks {
  readonly week: Period;
  readonly before: Period;
  /** The fourth week before `week`: who converted then and not since has gone quiet with this report. */
  readonly quiet: Period;
  /** What lies between `quiet` and the end of `week`. */
  readonly since: Period;
}

/** Days after the start of a week, Monday 0 (1970-01-01 was a Thursday). */
const daysInto = (dayNumber: number, weekStart: WeekStart): number =>
  (((dayNumber + (weekStart === 'monday' ? 3 : 4)) % 7) + 7) % 7;

/**
 * The last whole week before the day of `instant` (epoch ms) in `zone`: on a Monday with weeks from Monday it is the week
 * that ended the night before, on a Sunday the one that ended a week ago.
 */
export function weeklyPeriod(instant: number, weekStart: WeekStart, zone: string): Period {
  const today = zoneClock(zone).dayNumber(instant);
  const to = addDays('1970-01-01' as Day, today - daysInto(today, weekStart));
  return { from: addDays(to, -7), to };
}

/** The week of the report and those it is held against. */
export function reportWeeks(instant: number, weekStart: WeekStart, zone: string): ReportWeeks {
  const week = weeklyPeriod(instant, weekStart, zone);
  const back = (weeks: number): Day => addDays(week.from, -7 * weeks);
  return {
    week,
    before: { from: back(1), to: week.from },
    quiet: { from: back(4), to: back(3) },
    since: { from: back(3), to: week.to },
  };
}

/** Everything before a week. Days before 1970 have no transactions. */
export const everythingBefore = (week: Period): Period => ({ from: '1970-01-01' as Day, to: week.from });

/**
 * "Weekly performance 2026-11-16 to 2026-11-22", "Weekly performance · Coupon sites 2026-11-16 to 2026-11-22": the file's name
 * without its ending; both days belong to the week.
 * @param segment the name of the segment it is restricted to, '' for none.
 */
export const weeklyFileName = ({ from, to }: Period, segment: string): string =>
  `${weeklyTitle(segment)} ${from} to ${addDays(to, -1)}`;

/** What the report is called. */
export const weeklyTitle = (segment: string): string =>
  segment === '' ? 'Weekly performance' : `Weekly performance · ${segment}`;
