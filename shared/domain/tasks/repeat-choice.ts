import { dayToNumber, DAY_MS, type Day } from '../../lib/day.ts';
import type { Repeat } from './repeat.ts';
import { isoWeekday } from './workdays.ts';

/** The ways of repeating that she chooses among, as she says them. */
export const REPEAT_WAYS = [
  'never',
  'every-day',
  'every-workday',
  'weekdays',
  'month-day',
  'month-end',
  'first-workday',
  'last-workday',
  'year',
  'after-contact',
  'after-done',
] as const;
export type RepeatWay = (typeof REPEAT_WAYS)[number];

/** A way of repeating with what it leaves open. */
export type RepeatChoice =
  | { readonly way: 'never' | 'every-day' | 'every-workday' | 'month-end' | 'first-workday' | 'last-workday' }
  /** ISO weekdays, ascending; every so many weeks. */
  | { readonly way: 'weekdays'; readonly weekdays: readonly number[]; readonly every: number }
  | { readonly way: 'month-day'; readonly day: number }
  /** 29: the last day of February in other years. */
  | { readonly way: 'year'; readonly month: number; readonly day: number }
  | { readonly way: 'after-contact' | 'after-done'; readonly days: number };

const pattern = (days: string, every = 1): Repeat => ({ kind: 'pattern', days, every });

/** What is kept of a choice; null: it does not repeat. */
export function repeatOf(choice: RepeatChoice): Repeat | null {
  switch (choice.way) {
    case 'never':
      return null;
    case 'every-day':
      return pattern('* * *');
    case 'every-workday':
      return { kind: 'workday', which: 'each' };
    case 'weekdays':
      return pattern(`* * ${choice.weekdays.join(',')}`, choice.every);
    case 'month-day':
      return pattern(`${choice.day} * *`);
    case 'month-end':
      return pattern('L * *');
    case 'first-workday':
      return { kind: 'workday', which: 'first' };
    case 'last-workday':
      return { kind: 'workday', which: 'last' };
    case 'year':
      return pattern(choice.month === 2 && choice.day === 29 ? 'L 2 *' : `${choice.day} ${choice.month} *`);
    case 'after-contact':
    case 'after-done':
      return { kind: choice.way, days: choice.days };
  }
}

/** The choice that is kept as `repeat`; null for a pattern that no choice makes. */
export function choiceOf(repeat: Repeat | null): RepeatChoice | null {
  if (repeat === null) return { way: 'never' };
  switch (repeat.kind) {
    case 'workday':
      return {
        way: { each: 'every-workday', first: 'first-workday', last: 'last-workday' }[repeat.which],
      } as RepeatChoice;
    case 'after-contact':
    case 'after-done':
      return { way: repeat.kind, days: repeat.days };
    case 'pattern':
      return choiceOfPattern(repeat.days, repeat.every);
  }
}

function choiceOfPattern(days: string, every: number): RepeatChoice | null {
  if (/^\* \* [1-7](?:,[1-7])*$/.test(days)) {
    return { way: 'weekdays', weekdays: days.slice(4).split(',').map(Number), every };
  }
  if (every !== 1) return null;
  if (days === '* * *') return { way: 'every-day' };
  if (days === 'L * *') return { way: 'month-end' };
  if (days === 'L 2 *') return { way: 'year', month: 2, day: 29 };
  const monthDay = /^(\d{1,2}) \* \*$/.exec(days);
  if (monthDay) return { way: 'month-day', day: Number(monthDay[1]) };
  const year = /^(\d{1,2}) (\d{1,2}) \*$/.exec(days);
  return year ? { way: 'year', day: Number(year[1]), month: Number(year[2]) } : null;
}

/** What a way begins with, seen from the day the task is due. */
export function choiceOfWay(way: RepeatWay, day: Day): RepeatChoice {
  switch (way) {
    case 'weekdays':
      return { way, weekdays: [isoWeekday(day)], every: 1 };
    case 'month-day':
      return { way, day: Number(day.slice(8)) };
    case 'year':
      return { way, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
    case 'after-contact':
      return { way, days: 30 };
    case 'after-done':
      return { way, days: 7 };
    default:
      return { way };
  }
}

/** "Every 2 weeks on Friday"; weekdays and months as the locale names them. */
export function repeatWords(repeat: Repeat | null, locale: string): string {
  const choice = choiceOf(repeat);
  if (choice === null) return repeat?.kind === 'pattern' ? `On days by the pattern ${repeat.days}` : 'Does not repeat';
  switch (choice.way) {
    case 'never':
      return 'Does not repeat';
    case 'every-day':
      return 'Every day';
    case 'every-workday':
      return 'Every workday';
    case 'weekdays': {
      const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(
        choice.weekdays.map((weekday) => weekdayName(weekday, locale)),
      );
      if (choice.every === 1) return `Every ${names}`;
      return `Every ${choice.every} weeks on ${names}`;
    }
    case 'month-day':
      return `On the ${ordinal(choice.day)} of each month${choice.day > 28 ? ' that has one' : ''}`;
    case 'month-end':
      return 'On the last day of each month';
    case 'first-workday':
      return 'On the first workday of each month';
    case 'last-workday':
      return 'On the last workday of each month';
    case 'year':
      return choice.month === 2 && choice.day === 29
        ? 'Every year on the last day of February'
        : `Every year on ${monthDay(choice.month, choice.day, locale)}`;
    case 'after-contact':
      return `${daysWords(choice.days)} after the last contact, or the next workday`;
    case 'after-done':
      return `${daysWords(choice.days)} after it was done, or the next workday`;
  }
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** "Monday" of 1, as the locale names it. */
export const weekdayName = (weekday: number, locale: string, length: 'long' | 'short' = 'long'): string =>
  // 1970-01-05 was a Monday.
  new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(new Date((weekday + 3) * DAY_MS));

const monthDay = (month: number, day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(dayToNumber(`2024-${pad(month)}-${pad(day)}` as Day) * DAY_MS),
  );
const pad = (number: number): string => String(number).padStart(2, '0');

/** 1st, 2nd, 3rd, 4th. */
function ordinal(number: number): string {
  const ending = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return `${number}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[ending]}`;
}
