import { addDays, dayToNumber, daysBetween, type Day, type Period } from '../../lib/day.ts';

/** The periods she can choose. All but `custom` move with the calendar. */
export const PERIOD_KINDS = ['this-month', 'last-month', 'last-30', 'last-90', 'this-year', 'all', 'custom'] as const;

export type PeriodChoice =
  | { readonly kind: Exclude<(typeof PERIOD_KINDS)[number], 'custom'> }
  /** First and last day, both included: what a person means by "from the 1st to the 7th". */
  | { readonly kind: 'custom'; readonly first: Day; readonly last: Day };

/** The half-open days of a choice on the day `today`; null for all. "Last 30 days" are today and the 29 before. */
export function periodOf(choice: PeriodChoice, today: Day): Period | null {
  switch (choice.kind) {
    case 'this-month':
      return { from: monthStart(today, 0), to: monthStart(today, 1) };
    case 'last-month':
      return { from: monthStart(today, -1), to: monthStart(today, 0) };
    case 'last-30':
      return { from: addDays(today, -29), to: addDays(today, 1) };
    case 'last-90':
      return { from: addDays(today, -89), to: addDays(today, 1) };
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01` as Day, to: `${Number(today.slice(0, 4)) + 1}-01-01` as Day };
    case 'all':
      return null;
    case 'custom':
      return { from: choice.first, to: addDays(choice.last, 1) };
  }
}

/**
 * The equal period before, to compare with; null for all. What is still running is compared with as many days as it has
 * had: on 10 November "this month" is held against 1 to 10 October, never against a whole month.
 */
export function periodBefore(choice: PeriodChoice, today: Day): Period | null {
  const period = periodOf(choice, today);
  if (!period) return null;
  switch (choice.kind) {
    case 'this-month':
    case 'last-month': {
      const from = monthStart(period.from, -1);
      return { from, to: earlier(addDays(from, elapsed(period, today)), period.from) };
    }
    case 'this-year': {
      const from = `${Number(period.from.slice(0, 4)) - 1}-01-01` as Day;
      return { from, to: earlier(addDays(from, elapsed(period, today)), period.from) };
    }
    default:
      return { from: addDays(period.from, -daysBetween(period.from, period.to)), to: period.from };
  }
}

/** Every day of the period, first to last. */
export function daysOf(period: Period): readonly Day[] {
  return Array.from({ length: Math.max(0, daysBetween(period.from, period.to)) }, (_, index) =>
    addDays(period.from, index),
  );
}

/** Days of the period that have begun; a whole one if it is over (then a longer month before still counts whole). */
function elapsed(period: Period, today: Day): number {
  return dayToNumber(today) >= dayToNumber(period.to) ? 366 : daysBetween(period.from, addDays(today, 1));
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The first day of the month `months` away from `day`'s. */
function monthStart(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${month}-01` as Day;
}
