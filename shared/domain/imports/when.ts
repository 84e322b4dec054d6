import { DAY_MS } from '../../lib/day.ts';
import { momentOfDay, momentOfInstant, type Moment } from '../../lib/moment.ts';
import { zoneClock } from '../../lib/zone.ts';
import { MAX_SHAPED, shapeOf, UNREAD, type Shape } from './cell-table.ts';
import {
  mayStartWithShortYear,
  newTriple,
  offsetAt,
  readClock,
  readNamed,
  readTriple,
  startsWithYear,
  timeOfDay,
  two,
  WEEKDAY_BEFORE_NUMBER,
  yearOf,
  type Clock,
} from './date-parts.ts';
import { isEmptyWord } from './empty.ts';
import type { DateLayout } from './types.ts';

/** What a time parser answers for a text that it cannot read; `timeProblem` says why. An empty cell gives NaN. */
export const NOT_A_TIME = Number.POSITIVE_INFINITY;

/** Reads the times of one column. */
export interface TimeReader {
  /** A moment; NaN for an empty cell, NOT_A_TIME. */
  readonly parse: (cell: string) => Moment;
  /** The same of a cell by its shape, which is faster: a moment or UNREAD. */
  readonly at: (shape: Shape, from: number, to: number) => Moment;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

interface CachedDay {
  /** Days since 1970-01-01; NaN for a day that no calendar has. */
  readonly day: number;
  /** Offset east of UTC in ms if it is the same all through the zone's day, else NaN. */
  readonly offset: number;
}

/**
 * A parser of dates and times for a source whose time stamps without an offset are in `zone` (IANA name).
 *
 * Read in every layout: `YYYY-MM-DD` (also with slashes or points, without zeros, and as `YYYYMMDD`), `Sep 10, 2020`, `10 Sep 2020`,
 * `10-Sep-20`; each with a weekday before and a time of day after it (after `T`, a blank or a comma: 24 hours, or 12 with AM and PM;
 * points for colons; seconds, their fraction, and an offset `Z`, `+hh`, `+hhmm`, `+hh:mm` optional). `layout` says how numbers with
 * the year last are read: 'dmy' and 'mdy' take that order only; every other takes a date that can be read in one way (13/04/2026,
 * 04/04/2026) and refuses the rest (03/04/2026 is two days). 'ymd' takes 26-04-13 for 2026; 'unix-s', 'unix-ms' and 'month' read
 * numbers without marks. A text without a time stays a day (shared/lib/moment.ts). `0000-00-00` is empty.
 */
export function createTimeReader(zone: string, layout: DateLayout): TimeReader {
  const clock = zoneClock(zone);
  const days = new Map<number, CachedDay>();
  const triple = newTriple();
  const found: Clock = { time: 0, offset: 0 };
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

  /** The day, with the time of day that is the rest of the cell from `at` on. */
  const withClock = (day: CachedDay, shape: Shape, at: number, to: number): Moment => {
    if (Number.isNaN(day.day)) return UNREAD;
    if (at >= to) return momentOfDay(day.day);
    if (!readClock(shape, at, to, found)) return UNREAD;
    if (Number.isNaN(found.offset)) return atWall(day, found.time);
    return momentOfInstant(day.day * DAY_MS + found.time - found.offset * MINUTE_MS);
  };

  const ofTriple = (): CachedDay => {
    const { first, second, third, thirdDigits } = triple;
    if (startsWithYear(triple)) return dayOf(first, second, third);
    const year = yearOf(third, thirdDigits);
    if (layout === 'dmy') return dayOf(year, second, first);
    if (layout === 'mdy') return dayOf(year, first, second);
    const short = mayStartWithShortYear(triple);
    if (layout === 'ymd' && short) return dayOf(yearOf(first, 2), second, third);
    let only = dayOf(year, second, first);
    const others = [dayOf(year, first, second), ...(short ? [dayOf(yearOf(first, 2), second, third)] : [])];
    for (const other of others) {
      if (Number.isNaN(other.day) || other.day === only.day) continue;
      if (!Number.isNaN(only.day)) return { day: Number.NaN, offset: 0 };
      only = other;
    }
    return only;
  };

  const ofNumber = (text: string): Moment => {
    const value = Number(text);
    if (layout === 'unix-s' || layout === 'unix-ms') {
      if (value === 0) return Number.NaN;
      const ms = layout === 'unix-s' ? Math.floor(value * SECOND_MS) : Math.floor(value);
      return ms < MAX_UNIX_MS ? momentOfInstant(ms) : NOT_A_TIME;
    }
    if (layout === 'month' && (text.length === 5 || text.length === 6))
      return onDay(dayOf(value % 10_000, Math.floor(value / 10_000), 1));
    return isCompactDay(text)
      ? onDay(dayOf(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100))
      : NOT_A_TIME;
  };

  const iso = (shape: Shape, from: number, to: number): Moment => {
    const length = to - from;
    if (length < 10 || shape[from + 4] !== DASH || shape[from + 7] !== DASH) return UNREAD;
    const year = two(shape, from) * 100 + two(shape, from + 2);
    const month = two(shape, from + 5);
    const date = two(shape, from + 8);
    // A digit that is none makes the sums negative.
    if (!(year >= 1000 && month > 0 && date > 0)) return UNREAD;
    const day = dayOf(year, month, date);
    if (Number.isNaN(day.day)) return UNREAD;
    if (length === 10) return momentOfDay(day.day);
    const between = shape[from + 10];
    if ((between !== 84 && between !== 32 && between !== 116) || length < 16 || shape[from + 13] !== COLON)
      return UNREAD;
    let second = 0;
    let at = from + 16;
    let ms = 0;
    if (length >= 19 && shape[at] === COLON) {
      second = two(shape, from + 17);
      at = from + 19;
      const mark = shape[at];
      if (at < to && (mark === 46 || mark === 44)) {
        let scale = 100;
        let digit = (shape[++at] as number) - 48;
        if (at >= to || !(digit >= 0 && digit <= 9)) return UNREAD;
        for (; at < to && digit >= 0 && digit <= 9; digit = (shape[++at] as number) - 48) {
          ms += digit * scale;
          scale = scale >= 10 ? scale / 10 : 0;
        }
      }
    }
    const time = timeOfDay(two(shape, from + 11), two(shape, from + 14), second);
    if (time < 0) return UNREAD;
    if (at >= to) return atWall(day, time + ms);
    const offset = offsetAt(shape, at, to);
    return Number.isNaN(offset) ? UNREAD : momentOfInstant(day.day * DAY_MS + time + ms - offset * MINUTE_MS);
  };

  const at = (shape: Shape, from: number, to: number): Moment => {
    const moment = iso(shape, from, to);
    if (moment !== UNREAD || !readTriple(shape, from, to, triple)) return moment;
    if (triple.first === 0 && triple.second === 0 && triple.third === 0) return Number.NaN;
    return withClock(ofTriple(), shape, triple.end, to);
  };

  const parse = (cell: string): Moment => {
    if (cell.length === 0) return Number.NaN;
    if (cell.length > MAX_SHAPED) return NOT_A_TIME;
    const moment = at(shapeOf(cell), 0, cell.length);
    if (moment !== UNREAD) return moment;
    if (isEmptyWord(cell)) return Number.NaN;
    const text = cell.trim();
    if (text.length !== cell.length) return parse(text);
    if (/^\d+(?:\.\d+)?$/.test(text)) return ofNumber(text);
    const named = readNamed(text);
    if (named) {
      const bare = text.replace(/ \([^()]*\)$/, '');
      const read = withClock(dayOf(named.year, named.month, named.date), shapeOf(bare), named.end, bare.length);
      return read === UNREAD ? NOT_A_TIME : read;
    }
    const bare = text.replace(WEEKDAY_BEFORE_NUMBER, '');
    return bare.length < text.length ? parse(bare) : NOT_A_TIME;
  };

  return { parse, at };
}

/** The text side of `createTimeReader` alone. */
export const createTimeParser = (zone: string, layout: DateLayout = 'plain'): ((cell: string) => Moment) =>
  createTimeReader(zone, layout).parse;

const onDay = ({ day }: CachedDay): Moment => (Number.isNaN(day) ? NOT_A_TIME : momentOfDay(day));

const DASH = 45;
const COLON = 58;

/** The year 2286, from which on seconds have eleven digits. */
const MAX_UNIX_MS = 1e13;

/** True for eight digits that can be nothing but YYYYMMDD: years 1970 to 2099. The calendar is not asked. */
export const isCompactDay = (text: string): boolean =>
  /^(?:19[7-9]\d|20\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/**
 * Why a time parser refused a cell: it is no date; day and month cannot be told apart; or it is one, but not in the order in which
 * its column is read.
 */
export function timeProblem(cell: string): 'not-a-time' | 'ambiguous-date' | 'other-date-order' {
  const readings = new Set(ORDERS.map((order) => createTimeParser('UTC', order)(cell)));
  readings.delete(NOT_A_TIME);
  if (readings.size === 0) return 'not-a-time';
  return readings.size === 1 ? 'other-date-order' : 'ambiguous-date';
}

const ORDERS = ['dmy', 'mdy'] as const;
