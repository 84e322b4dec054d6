import type { Shape } from './cell-table.ts';

/** Three numbers with the same mark between them, as dates are written: 13/04/2026, 13.4.26, 2026-04-13. */
export interface Triple {
  first: number;
  second: number;
  third: number;
  firstDigits: number;
  thirdDigits: number;
  /** Code of the mark: slash, point or dash. */
  mark: number;
  /** Where the text goes on after the third number. */
  end: number;
}

export const newTriple = (): Triple => ({
  first: 0,
  second: 0,
  third: 0,
  firstDigits: 0,
  thirdDigits: 0,
  mark: 0,
  end: 0,
});

const ZERO = 48;
const SLASH = 47;
const POINT = 46;
const DASH = 45;
const COLON = 58;

/** Reads the triple at the start of a cell into `out`; false if there is none. One end has two digits at most, the other up to four. */
export function readTriple(shape: Shape, from: number, to: number, out: Triple): boolean {
  let at = from;
  let value = 0;
  for (; at < to && at - from < 5 && isDigit(shape[at]); at++) value = value * 10 + (shape[at] as number) - ZERO;
  const mark = shape[at] as number;
  const firstDigits = at - from;
  if (firstDigits === 0 || at >= to || (mark !== SLASH && mark !== POINT && mark !== DASH)) return false;
  out.first = value;
  out.firstDigits = firstDigits;
  out.mark = mark;
  let start = ++at;
  value = 0;
  for (; at < to && at - start < 3 && isDigit(shape[at]); at++) value = value * 10 + (shape[at] as number) - ZERO;
  if (at === start || at - start > 2 || at >= to || shape[at] !== mark) return false;
  out.second = value;
  start = ++at;
  value = 0;
  for (; at < to && at - start < 5 && isDigit(shape[at]); at++) value = value * 10 + (shape[at] as number) - ZERO;
  const thirdDigits = at - start;
  out.third = value;
  out.thirdDigits = thirdDigits;
  out.end = at;
  return firstDigits === 4 ? thirdDigits === 1 || thirdDigits === 2 : firstDigits <= 2 && isYear(thirdDigits);
}

const isYear = (digits: number): boolean => digits === 2 || digits === 4;

/** The year that a number of two or four digits means: 00-69 are of this century, 70-99 of the last. */
export const yearOf = (value: number, digits: number): number =>
  digits > 2 ? value : value < 70 ? 2000 + value : 1900 + value;

/** True for a triple that says its order itself: the year comes first, in four digits. */
export const startsWithYear = (triple: Triple): boolean => triple.firstDigits === 4;

/** True for a triple of which the first number could be the year, in two digits: 26-04-13 (only written with dashes). */
export const mayStartWithShortYear = (triple: Triple): boolean =>
  triple.mark === DASH && triple.firstDigits === 2 && triple.thirdDigits === 2;

/** A time of day, and the offset written after it. */
export interface Clock {
  /** Milliseconds since midnight. */
  time: number;
  /** Minutes east of UTC; NaN if the text does not say. */
  offset: number;
}

/**
 * Reads the time of day that is all the rest of a cell, after a `T`, blanks or a comma: `h:mm`, `hh:mm:ss`, a fraction of a second,
 * AM or PM, an offset; the colons may be points. False if it is anything else.
 */
export function readClock(shape: Shape, from: number, to: number, out: Clock): boolean {
  let at = from;
  if (shape[at] === 44) at++;
  if (shape[at] === 84 || shape[at] === 116) at++;
  else {
    const blanks = at;
    while (at < to && isBlank(shape[at])) at++;
    if (at === blanks) return false;
  }
  const hourDigits = isDigit(shape[at + 1]) ? 2 : 1;
  const hour = hourDigits === 2 ? two(shape, at) : isDigit(shape[at]) ? (shape[at] as number) - ZERO : -1;
  at += hourDigits;
  const mark = shape[at];
  const minute = two(shape, at + 1);
  at += 3;
  if (at > to || hour < 0 || minute < 0 || (mark !== COLON && mark !== POINT)) return false;
  let second = 0;
  let ms = 0;
  if (at < to && shape[at] === mark) {
    second = two(shape, at + 1);
    at += 3;
    if (at > to) return false;
    const point = shape[at];
    if (at < to && (point === POINT || point === 44)) {
      if (++at >= to || !isDigit(shape[at])) return false;
      for (let scale = 100; at < to && isDigit(shape[at]); at++) {
        ms += ((shape[at] as number) - ZERO) * scale;
        scale = scale >= 10 ? scale / 10 : 0;
      }
    }
  }
  let hours = hour;
  const half = halfAt(shape, at, to);
  if (half > 0) {
    if (hour < 1 || hour > 12) return false;
    hours = (hour % 12) + (half > to ? 12 : 0);
    at = half > to ? half - to : half;
  }
  const time = timeOfDay(hours, minute, second);
  if (time < 0) return false;
  out.time = time + ms;
  out.offset = at >= to ? Number.NaN : offsetAt(shape, at, to);
  return at >= to || !Number.isNaN(out.offset);
}

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;
const isBlank = (code: number | undefined): boolean => code === 32 || code === 9;

/** Where the text goes on after AM, that plus `to` after PM; 0 if there is neither (a blank before, points between: "p.m."). */
function halfAt(shape: Shape, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(shape[at])) at++;
  const letter = (shape[at] ?? 0) | 32;
  if (at >= to || (letter !== 97 && letter !== 112)) return 0;
  if (shape[++at] === POINT) at++;
  if (at >= to || ((shape[at] ?? 0) | 32) !== 109) return 0;
  at++;
  if (at < to && shape[at] === POINT) at++;
  return letter === 97 ? at : at + to;
}

/** The number written in two digits at a place; below -1000 if they are none. */
export function two(shape: Shape, at: number): number {
  const tens = (shape[at] as number) - ZERO;
  const ones = (shape[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

/** Milliseconds since midnight; -1 for a time that no clock shows. */
export const timeOfDay = (hour: number, minute: number, second: number): number =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : -1;

/** Minutes east of UTC of the offset that is all the rest of the cell (`Z`, `UTC`, `+02`, `+0530`, `GMT-07:00`); NaN if it is none. */
export function offsetAt(shape: Shape, from: number, to: number): number {
  let at = from;
  while (at < to && shape[at] === 32) at++;
  const letter = shape[at];
  if (letter === 90 || letter === 122) return to - at === 1 ? 0 : Number.NaN;
  if (letter === 85 || letter === 71) {
    const [, second, third] = letter === 85 ? UTC : GMT;
    if (shape[at + 1] !== second || shape[at + 2] !== third) return Number.NaN;
    at += 3;
    if (at === to) return 0;
  }
  const sign = shape[at];
  const rest = to - at;
  if (sign !== PLUS && sign !== DASH) return Number.NaN;
  const hours = two(shape, at + 1);
  const colon = shape[at + 3] === COLON ? 1 : 0;
  const minutes = rest === 3 ? 0 : rest === 5 + colon ? two(shape, at + 3 + colon) : -1;
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === DASH ? -1 : 1) * (hours * 60 + minutes);
}

const PLUS = 43;
const UTC = [85, 84, 67] as const;
const GMT = [71, 77, 84] as const;

/** A date with the month's English name, after a weekday or not: where its parts are and where the text goes on. */
export interface NamedDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly end: number;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* +)?';
/** "Sep 10, 2020", "September 10 2020". */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, 'i');
/** "10 Sep 2020", "10-SEP-20", "10. September, 2020". */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?([ /-])([a-z]{3,9})\\.?,?\\2(\\d{4}|\\d{2})(?!\\d)`,
  'i',
);
/** "2020-Sep-10". */
const YEAR_FIRST = /^(\d{4})([ /-])([a-z]{3,9})\2(\d{1,2})(?!\d)/i;

/** "15 de septiembre de 2026": Amazon's reports in Spanish. */
const SPANISH = /^(\d{1,2}) de ([a-z]{4,10}) del? (\d{4})(?!\d)/i;
const SPANISH_MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
  ' ',
);

/** The named date at the start of a text, null if there is none. */
export function readNamed(text: string): NamedDate | null {
  let match = MONTH_FIRST.exec(text);
  if (match) return named(match[3], match[1], match[2], match[0].length);
  match = DAY_FIRST.exec(text);
  if (match) return named(match[4], match[3], match[1], match[0].length);
  match = YEAR_FIRST.exec(text);
  if (match) return named(match[1], match[3], match[4], match[0].length);
  match = SPANISH.exec(text);
  return match ? named(match[3], match[2], match[1], match[0].length, SPANISH_MONTHS) : null;
}

function named(year = '', name = '', date = '', end: number, months: readonly string[] = MONTHS): NamedDate | null {
  const word = name.toLowerCase();
  const month = word === 'sept' ? 8 : months.findIndex((each) => each === word || each.slice(0, 3) === word);
  return month < 0 ? null : { year: yearOf(Number(year), year.length), month: month + 1, date: Number(date), end };
}

/** The weekday before a date in numbers ("Mon 13/04/2026"), to be dropped. */
export const WEEKDAY_BEFORE_NUMBER = new RegExp(`^${WEEKDAY}(?=\\d)`, 'i');
