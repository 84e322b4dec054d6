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

const SLASH = 47;
const POINT = 46;
export const DASH = 45;
const COLON = 58;

/** Reads the triple at the start of a text into `out`; false if there is none. One end has two digits at most, the other up to four. */
export function readTriple(text: string, out: Triple): boolean {
  let at = 0;
  let value = 0;
  let digit = text.charCodeAt(0) - 48;
  for (; digit >= 0 && digit <= 9 && at < 5; digit = text.charCodeAt(++at) - 48) value = value * 10 + digit;
  const mark = digit + 48;
  if (at === 0 || at > 4 || (mark !== SLASH && mark !== POINT && mark !== DASH)) return false;
  out.first = value;
  out.firstDigits = at;
  out.mark = mark;
  let from = ++at;
  value = 0;
  digit = text.charCodeAt(at) - 48;
  for (; digit >= 0 && digit <= 9 && at - from < 3; digit = text.charCodeAt(++at) - 48) value = value * 10 + digit;
  if (at === from || at - from > 2 || digit + 48 !== mark) return false;
  out.second = value;
  from = ++at;
  value = 0;
  digit = text.charCodeAt(at) - 48;
  for (; digit >= 0 && digit <= 9 && at - from < 5; digit = text.charCodeAt(++at) - 48) value = value * 10 + digit;
  out.third = value;
  out.thirdDigits = at - from;
  out.end = at;
  const { firstDigits, thirdDigits } = out;
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
 * Reads the time of day that is all the rest of a text, after a `T`, blanks or a comma: `h:mm`, `hh:mm:ss`, a fraction of a second,
 * AM or PM, an offset; the colons may be points. False if it is anything else.
 */
export function readClock(text: string, from: number, out: Clock): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  if (code === 44) code = text.charCodeAt(++at);
  if (code === 84 || code === 116) at++;
  else {
    const blanks = at;
    while (isBlank(text.charCodeAt(at))) at++;
    if (at === blanks) return false;
  }
  const hourDigits = isDigit(text.charCodeAt(at + 1)) ? 2 : 1;
  const hour = hourDigits === 2 ? two(text, at) : text.charCodeAt(at) - 48;
  at += hourDigits;
  const mark = text.charCodeAt(at);
  const minute = two(text, at + 1);
  if (!(hour >= 0 && hour <= 23) || minute < 0 || (mark !== COLON && mark !== POINT)) return false;
  at += 3;
  let second = 0;
  let ms = 0;
  if (text.charCodeAt(at) === mark) {
    second = two(text, at + 1);
    at += 3;
    const point = text.charCodeAt(at);
    if (point === 46 || point === 44 || (point === COLON && mark === COLON)) {
      if (!isDigit(text.charCodeAt(++at))) return false;
      let scale = 100;
      for (; isDigit(text.charCodeAt(at)); at++) {
        ms += (text.charCodeAt(at) - 48) * scale;
        scale = scale >= 10 ? scale / 10 : 0;
      }
    }
  }
  const half = halfAt(text, at);
  let hours = hour;
  if (half > 0) {
    if (hour < 1 || hour > 12) return false;
    hours = (hour % 12) + (half === 2 ? 12 : 0);
    at = text.indexOf('m', at) < 0 ? text.indexOf('M', at) + 1 : text.indexOf('m', at) + 1;
    if (text.charCodeAt(at) === 46) at++;
  }
  const time = timeOfDay(hours, minute, second);
  if (time < 0) return false;
  out.time = time + ms;
  out.offset = Number.NaN;
  if (at >= text.length) return true;
  out.offset = offsetAt(text, at);
  return !Number.isNaN(out.offset);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Blanks of every kind that programs put between a time and its AM. */
const isBlank = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x202f || code === 9;

/** 1 for AM, 2 for PM, 0 for neither at a position (a blank before, points between: "p.m."). */
function halfAt(text: string, from: number): 0 | 1 | 2 {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  const letter = text.charCodeAt(at) | 32;
  if (letter !== 97 && letter !== 112) return 0;
  if (text.charCodeAt(++at) === 46) at++;
  if ((text.charCodeAt(at) | 32) !== 109) return 0;
  return letter === 97 ? 1 : 2;
}

/** The number written in two digits at a position; below -1000 if they are none. */
export function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

/** Milliseconds since midnight; -1 for a time that no clock shows. */
export const timeOfDay = (hour: number, minute: number, second: number): number =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : -1;

/** Minutes east of UTC of the offset that is all the rest of the text (`Z`, `UTC`, `+02`, `+0530`, `GMT-07:00`); NaN if it is none. */
export function offsetAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  const letter = text.charCodeAt(at);
  if (letter === 90 || letter === 122) return text.length - at === 1 ? 0 : Number.NaN;
  if (letter === 85 || letter === 71) {
    const name = text.slice(at, at + 3);
    if (name !== 'UTC' && name !== 'GMT') return Number.NaN;
    at += 3;
    if (at === text.length) return 0;
  }
  const sign = text.charCodeAt(at);
  const rest = text.length - at;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  const hours = two(text, at + 1);
  const colon = text.charCodeAt(at + 3) === COLON ? 1 : 0;
  const minutes = rest === 3 ? 0 : rest === 5 + colon ? two(text, at + 3 + colon) : -1;
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes);
}

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
