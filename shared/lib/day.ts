/** A calendar day `YYYY-MM-DD`, in whichever zone its owner says. */
export type Day = string & { readonly __brand: 'Day' };

/** Days since 1970-01-01 as an integer: what columns and loops use in place of `Day`. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `value` as a Day if it is a real calendar day written `YYYY-MM-DD`, else null ("2026-02-30" is none). */
export function parseDay(value: string): Day | null {
  const match = PATTERN.exec(value);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return dayFromNumber(Math.floor(ms / DAY_MS)) === value ? (value as Day) : null;
}

/** Day to whole days since 1970-01-01. The argument is a valid Day. */
export function dayToNumber(day: Day): DayNumber {
  return Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

/** Whole days since 1970-01-01 to Day. */
export function dayFromNumber(number: DayNumber): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** `day` moved by `days` calendar days. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayToNumber(day) + days);
}

/** Days in the half-open period `from <= day < to`. */
export function daysBetween(from: Day, to: Day): number {
  return dayToNumber(to) - dayToNumber(from);
}

/** The day a week begins with. */
export type WeekStart = 'monday' | 'sunday';

/** A half-open period: `from <= day < to`. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}
