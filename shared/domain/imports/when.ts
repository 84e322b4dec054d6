import { DAY_MS } from '../../lib/day.ts';
import { momentOfDay, momentOfInstant, type Moment } from '../../lib/moment.ts';
import { zoneClock } from '../../lib/zone.ts';
import { isEmptyWord } from './empty.ts';

/** What a time parser answers for a text that it cannot read. An empty cell gives NaN. */
export const NOT_A_TIME = Number.POSITIVE_INFINITY;

const MINUTE_MS = 60_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "Sep 10, 2020", "September 10, 2020 4:05 PM": Impact's listings for people. */
const NAMED =
  /^([A-Za-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])[Mm])?)?$/;

interface CachedDay {
  /** Days since 1970-01-01; NaN for a day that no calendar has. */
  readonly day: number;
  /** Offset east of UTC in ms if it is the same all through the zone's day, else NaN. */
  readonly offset: number;
}

/**
 * A parser of dates and times for a source whose time stamps without an offset are in `zone` (IANA name).
 * Read are `YYYY-MM-DD`, the same with a time after `T` or a blank (seconds and their fraction optional; an offset `Z`, `+hh`,
 * `+hhmm` or `+hh:mm` optional), and `Sep 10, 2020` with an optional time. Layouts with slashes are refused: 03/04/2026 is two days.
 * A text without a time stays a day (shared/lib/moment.ts). `0000-00-00` is empty.
 */
export function createTimeParser(zone: string): (cell: string) => Moment {
  const clock = zoneClock(zone);
  const days = new Map<number, CachedDay>();
  let lastKey = -1;
  let lastDay: CachedDay = { day: Number.NaN, offset: 0 };

  const dayOf = (year: number, month: number, date: number): CachedDay => {
    const key = (year * 100 + month) * 100 + date;
    if (key === lastKey) return lastDay;
    let known = days.get(key);
    if (known === undefined) {
      known = lookUp(year, month, date);
      days.set(key, known);
    }
    lastKey = key;
    lastDay = known;
    return known;
  };

  const lookUp = (year: number, month: number, date: number): CachedDay => {
    const ms = Date.UTC(year, month - 1, date);
    // A day that the month has not falls into another month.
    if (year < 1000 || new Date(ms).getUTCMonth() !== month - 1) return { day: Number.NaN, offset: 0 };
    const first = ms - clock.fromWall(ms);
    const last = ms + DAY_MS - clock.fromWall(ms + DAY_MS);
    return { day: ms / DAY_MS, offset: first === last ? first : Number.NaN };
  };

  const atWall = (day: CachedDay, time: number): Moment => {
    const wall = day.day * DAY_MS + time;
    return momentOfInstant(Number.isNaN(day.offset) ? clock.fromWall(wall) : wall - day.offset);
  };

  const named = (cell: string): Moment => {
    const match = NAMED.exec(cell);
    if (!match) return NOT_A_TIME;
    const [, name = '', date, year, hourText, minute, second = '0', half] = match;
    const day = dayOf(Number(year), MONTHS.indexOf(name.toLowerCase()) + 1, Number(date));
    if (Number.isNaN(day.day)) return NOT_A_TIME;
    if (hourText === undefined) return momentOfDay(day.day);
    let hour = Number(hourText);
    if (half !== undefined) {
      if (hour < 1 || hour > 12) return NOT_A_TIME;
      hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    }
    const time = timeOfDay(hour, Number(minute), Number(second));
    return time < 0 ? NOT_A_TIME : atWall(day, time);
  };

  const loose = (cell: string): Moment => {
    if (cell.length > 60) return NOT_A_TIME;
    if (isEmptyWord(cell)) return Number.NaN;
    const trimmed = cell.trim();
    if (trimmed.startsWith('0000-00-00')) return Number.NaN;
    return trimmed.length !== cell.length ? iso(trimmed) : named(trimmed);
  };

  const iso = (cell: string): Moment => {
    const length = cell.length;
    const year = two(cell, 0) * 100 + two(cell, 2);
    const month = two(cell, 5);
    const date = two(cell, 8);
    // A digit that is none makes the sums negative.
    if (!(length >= 10 && year >= 1000 && month > 0 && date > 0 && isDash(cell, 4) && isDash(cell, 7)))
      return loose(cell);
    const day = dayOf(year, month, date);
    if (Number.isNaN(day.day)) return NOT_A_TIME;
    if (length === 10) return momentOfDay(day.day);
    const between = cell.charCodeAt(10);
    const hour = two(cell, 11);
    const minute = two(cell, 14);
    if ((between !== 84 && between !== 32 && between !== 116) || hour < 0 || minute < 0 || cell.charCodeAt(13) !== 58)
      return loose(cell);
    let second = 0;
    let at = 16;
    let ms = 0;
    if (cell.charCodeAt(16) === 58) {
      second = two(cell, 17);
      at = 19;
      const mark = cell.charCodeAt(19);
      if (mark === 46 || mark === 44) {
        let scale = 100;
        let digit = cell.charCodeAt(++at) - 48;
        if (!(digit >= 0 && digit <= 9)) return NOT_A_TIME;
        for (; digit >= 0 && digit <= 9; digit = cell.charCodeAt(++at) - 48) {
          ms += digit * scale;
          scale = scale >= 10 ? scale / 10 : 0;
        }
      }
    }
    const time = timeOfDay(hour, minute, second);
    if (time < 0) return NOT_A_TIME;
    if (at >= length) return atWall(day, time + ms);
    const offset = offsetAt(cell, at);
    return Number.isNaN(offset) ? loose(cell) : momentOfInstant(day.day * DAY_MS + time + ms - offset * MINUTE_MS);
  };

  return (cell) => (cell.length === 0 ? Number.NaN : iso(cell));
}

const isDash = (text: string, at: number): boolean => text.charCodeAt(at) === 45;

/** The number written in two digits at a position; below -1000 if they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

const timeOfDay = (hour: number, minute: number, second: number): number =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : -1;

/** Minutes east of UTC of the offset that is all the rest of the text; NaN if it is none. */
function offsetAt(text: string, from: number): number {
  const at = text.charCodeAt(from) === 32 ? from + 1 : from;
  const sign = text.charCodeAt(at);
  const rest = text.length - at;
  if (rest === 1 && (sign === 90 || sign === 122)) return 0;
  if (rest === 3 && /^(?:UTC|GMT)$/.test(text.slice(at))) return 0;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  const hours = two(text, at + 1);
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  const minutes = rest === 3 ? 0 : rest === 5 + colon ? two(text, at + 3 + colon) : -1;
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes);
}
