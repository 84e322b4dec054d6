import { Cron } from 'croner';
import { addDays, DAY_MS, dayFromNumber, dayToNumber, type Day } from '../../lib/day.ts';
import { isoWeekday, isWorkday, workdayBefore, workdayFrom, type Calendar } from './workdays.ts';

/**
 * When a task comes back, once it is done. `pattern`: days by a cron pattern of three fields, day of month, month and weekday
 * (croner's words: L, W, #), counted from the day it was due. `every`: of those days only each n-th week (1: all).
 * `workday`: each workday, or the first or last of every month. `after-contact`: so many days after the last contact with its
 * affiliate; `after-done`: after it was done; both on the next workday where that day is free.
 */
export type Repeat =
  | { readonly kind: 'pattern'; readonly days: string; readonly every: number }
  | { readonly kind: 'workday'; readonly which: 'each' | 'first' | 'last' }
  | { readonly kind: 'after-contact'; readonly days: number }
  | { readonly kind: 'after-done'; readonly days: number };

/** A pattern that never comes (30 February) is given up after so many tries. */
const MOST_TRIES = 400;

/** The first day after `after` on which it is due; `counted`: the day whose week is counted from. null: it never comes. */
export function nextOfPattern(repeat: Repeat & { readonly kind: 'pattern' }, after: Day, counted: Day): Day | null {
  // Days alone, so without a zone: every day of UTC has 24 hours.
  const cron = new Cron(`0 0 ${repeat.days}`, { timezone: 'UTC', paused: true });
  let day: Day = after;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // From the last moment of the day: croner answers what comes strictly later.
    const next = cron.nextRun(new Date((dayToNumber(day) + 1) * DAY_MS - 1));
    if (!next) return null;
    day = dayFromNumber(Math.floor(next.getTime() / DAY_MS));
    if (weeksBetween(counted, day) % repeat.every === 0) return day;
  }
  return null;
}

/** From the week of one day to the week of another; weeks begin on Monday. */
const weeksBetween = (from: Day, to: Day): number => (mondayOf(to) - mondayOf(from)) / 7;
const mondayOf = (day: Day): number => dayToNumber(day) - isoWeekday(day) + 1;

/** What a next day is reckoned from. */
export interface Reckoning {
  /** The day it was due; null: it had none. */
  readonly due: Day | null;
  /** The day it was done. */
  readonly done: Day;
  /** The last contact with its affiliate, as far as there was one. */
  readonly lastContact: Day | null;
  readonly calendar: Calendar;
}

/**
 * The day on which a task is due again that was just done: always later than the day it was due and the day it was done, so
 * that what was missed in between does not come back late. null: it never is.
 */
export function nextDay(repeat: Repeat, { due, done, lastContact, calendar }: Reckoning): Day | null {
  const after = due !== null && due > done ? due : done;
  switch (repeat.kind) {
    case 'pattern':
      return nextOfPattern(repeat, after, due ?? done);
    case 'workday':
      return nextWorkday(repeat.which, after, calendar);
    case 'after-contact': {
      // Who does the task has been in contact that day, whether or not she wrote it down.
      const from = lastContact !== null && lastContact > done ? lastContact : done;
      return workdayFrom(addDays(from, repeat.days), calendar);
    }
    case 'after-done':
      return workdayFrom(addDays(done, repeat.days), calendar);
  }
}

/** The day on which a task is due that comes back and has no day yet: today if that is one of its days. */
export function firstDay(repeat: Repeat, today: Day, lastContact: Day | null, calendar: Calendar): Day | null {
  switch (repeat.kind) {
    case 'pattern':
      return nextOfPattern(repeat, addDays(today, -1), today);
    case 'workday':
      return nextWorkday(repeat.which, addDays(today, -1), calendar);
    case 'after-contact':
      return lastContact === null ? workdayFrom(today, calendar) : dueAfterContact(repeat.days, lastContact, calendar);
    case 'after-done':
      return workdayFrom(today, calendar);
  }
}

/** So many days after the last contact, or the next workday. */
export const dueAfterContact = (days: number, lastContact: Day, calendar: Calendar): Day =>
  workdayFrom(addDays(lastContact, days), calendar);

function nextWorkday(which: 'each' | 'first' | 'last', after: Day, calendar: Calendar): Day | null {
  if (which === 'each') {
    const next = workdayFrom(addDays(after, 1), calendar);
    return isWorkday(next, calendar) ? next : null;
  }
  // A month may be all holidays: the next one that is not.
  for (let months = 0; months <= 12; months++) {
    const first = monthStart(after, months);
    const day =
      which === 'first' ? workdayFrom(first, calendar) : workdayBefore(addDays(monthStart(first, 1), -1), calendar);
    if (day > after && day.slice(0, 7) === first.slice(0, 7) && isWorkday(day, calendar)) return day;
  }
  return null;
}

/** The first day of the month that is so many after that of `day`. */
function monthStart(day: Day, months: number): Day {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
  return dayFromNumber(Math.floor(first.getTime() / DAY_MS));
}

/** The next `count` days on which it comes, if it is always done on the day it is due. For `after-contact` and `after-done` only where that is known. */
export function daysAhead(
  repeat: Repeat,
  from: Omit<Reckoning, 'done'> & { readonly today: Day },
  count: number,
): readonly Day[] {
  const days: Day[] = [];
  let due = from.due;
  let done = from.due !== null && from.due > from.today ? from.due : from.today;
  while (days.length < count) {
    const next = nextDay(repeat, { due, done, lastContact: from.lastContact, calendar: from.calendar });
    if (next === null) break;
    days.push(next);
    // Weeks are counted from the first one, which each of them is a whole number of steps away from.
    due = next;
    done = next;
  }
  return days;
}
