import { DAY_MS, type DayNumber } from './day.ts';
import type { ZoneClock } from './zone.ts';

/**
 * When something happened, as one sortable number: an instant (epoch ms) times two, or, for a source that gives only a day,
 * that day's UTC midnight times two plus one. A day stays a day: it is never turned into an instant in some zone.
 * NaN where the source has nothing.
 */
export type Moment = number;

export const momentOfInstant = (instant: number): Moment => instant * 2;

export const momentOfDay = (day: DayNumber): Moment => day * DAY_MS * 2 + 1;

export const isDayOnly = (moment: Moment): boolean => Math.floor(moment / 2) * 2 === moment - 1;

/** Epoch ms of an instant, or of the UTC midnight that stands for a day. */
export const momentMs = (moment: Moment): number => Math.floor(moment / 2);

/** The calendar day: of an instant by the given clock, of a day-only moment that very day. */
export function momentDay(moment: Moment, clock: ZoneClock): DayNumber {
  const ms = momentMs(moment);
  return isDayOnly(moment) ? Math.round(ms / DAY_MS) : clock.dayNumber(ms);
}
