import type { Micros } from '../../lib/money.ts';
import { MAX_SHAPED, shapeOf, UNREAD, type Shape } from './cell-table.ts';
import { isCurrencyCode } from './currency-mark.ts';
import { isEmptyWord } from './empty.ts';
import type { DecimalMark } from './types.ts';

/** What `parseAmount` answers for a text that is no amount it can keep exactly; `amountProblem` says why. An empty cell gives NaN. */
export const NOT_AN_AMOUNT = Number.POSITIVE_INFINITY;

const POWERS = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1] as const;
const POINT = 46;
const COMMA = 44;
const MINUS = 45;

/**
 * An amount in micros, exactly: digits are gathered as integers, never through a fraction.
 * Read are up to six decimals after the `decimal` mark (zeros beyond them too); thousands separated by the other mark, blanks of any
 * kind, apostrophes or low lines, in groups of three or as in India (1,23,456); a minus before or after, or parentheses, for
 * negative; and currency signs and codes before and after. With `cents` the number is in hundredths of the unit.
 * The mark is not guessed at: "1,5" is refused with `decimal` '.' rather than read as 15, and so are percentages and 1.2E+5.
 */
export function parseAmount(cell: string, decimal: DecimalMark = '.', cents = false): Micros {
  const { length } = cell;
  if (length === 0) return Number.NaN;
  if (length > MAX_SHAPED) return NOT_AN_AMOUNT;
  const value = amountAt(shapeOf(cell), 0, length, decimal, cents);
  return value === UNREAD ? loose(cell, decimal, cents) : value;
}

/** `parseAmount` of a cell by its shape, for one that holds digits, a minus before them and a decimal mark alone; else UNREAD. */
export function amountAt(shape: Shape, from: number, to: number, decimal: DecimalMark, cents: boolean): Micros {
  const negative = from < to && shape[from] === MINUS;
  const mark = decimal === '.' ? POINT : COMMA;
  let value = 0;
  let point = -1;
  const start = negative ? from + 1 : from;
  for (let i = start; i < to; i++) {
    const code = shape[i] as number;
    const digit = code - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (code === mark && point < 0) point = i;
    else return UNREAD;
  }
  const count = to - start - (point < 0 ? 0 : 1);
  const scale = (point < 0 ? 0 : to - point - 1) + (cents ? 2 : 0);
  // Beyond 15 digits the gathering itself could have been rounded.
  if (count <= 0 || scale > 6 || (count > 15 && value > Number.MAX_SAFE_INTEGER)) return UNREAD;
  const micros = value * (POWERS[scale] as number);
  if (micros > Number.MAX_SAFE_INTEGER) return UNREAD;
  return negative && micros !== 0 ? -micros : micros;
}

/** Currency signs, alone or with letters beside them (US$, $CA), codes, and the abbreviations that stand for signs. */
const CURRENCY = String.raw`(?:[A-Za-z]{0,3}\p{Sc}[A-Za-z]{0,3}|[A-Z]{3}|kr\.?|z\u0142|K\u010d|Ft|lei|Rs\.?|Fr\.?|\u043b\u0432\.?|\u0440\u0443\u0431\.?)`;
const CURRENCY_BEFORE = new RegExp(`^${CURRENCY}(?=[^\\p{L}]|$)`, 'u');
const CURRENCY_AFTER = new RegExp(`(?<=^|[^\\p{L}])${CURRENCY}$`, 'u');
const MINUSES = /[\u2010-\u2013\u2212\ufe63\uff0d]/g;

/** The bare number in an amount's text, blanks made plain, and whether it is negative. */
export interface Bare {
  readonly number: string;
  readonly negative: boolean;
}

/** Takes the signs and the currency off an amount's text. What is no amount stays something that is no number. */
export function bareNumber(cell: string): Bare {
  let rest = cell.replace(MINUSES, '-').replace(/\s/g, ' ').trim();
  let negative = false;
  const sign = (): void => {
    if (rest.startsWith('+')) rest = rest.slice(1).trim();
    else if (!negative && rest.startsWith('-')) {
      negative = true;
      rest = rest.slice(1).trim();
    } else if (!negative && /[^.,]-$/.test(rest)) {
      // "5,-" is five and no cents: it is left alone, and so refused.
      negative = true;
      rest = rest.slice(0, -1).trim();
    } else if (!negative && rest.startsWith('(') && rest.endsWith(')')) {
      negative = true;
      rest = rest.slice(1, -1).trim();
    }
  };
  sign();
  rest = withoutCurrency(rest);
  sign();
  if (negative) rest = withoutCurrency(rest);
  return { number: rest, negative };
}

const withoutCurrency = (text: string): string =>
  text.replace(CURRENCY_BEFORE, unlessWord).replace(CURRENCY_AFTER, unlessWord).trim();

/** Three letters that are no currency's code stay: "NEG 4.00" is no amount of 4.00. */
const unlessWord = (mark: string): string => (/^[A-Z]{3}$/.test(mark) && !isCurrencyCode(mark) ? mark : '');

/** Thousands in groups with one mark, or as in India, and the decimals after them. */
const GROUPED = {
  '.': /^(\d{1,3}(?:([,' \u2019_])\d{3})(?:\2\d{3})*|\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d*))?$/,
  ',': /^(\d{1,3}(?:([.' \u2019_])\d{3})(?:\2\d{3})*)(?:,(\d*))?$/,
} as const;
const PLAIN = { '.': /^(\d*)()(?:\.(\d*))?$/, ',': /^(\d*)()(?:,(\d*))?$/ } as const;

/** The number without thousands marks, with a point as its decimal mark and no more zeros at the end than fit; null if it is none. */
function normalised(number: string, decimal: DecimalMark, cents: boolean): string | null {
  const match = PLAIN[decimal].exec(number) ?? GROUPED[decimal].exec(number);
  if (!match) return null;
  const whole = (match[1] ?? '').replace(/\D/g, '');
  let fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return null;
  const most = cents ? 4 : 6;
  while (fraction.length > most && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function loose(cell: string, decimal: DecimalMark, cents: boolean): Micros {
  if (isEmptyWord(cell)) return Number.NaN;
  const { number, negative } = bareNumber(cell);
  const text = normalised(number, decimal, cents);
  if (text === null) return NOT_AN_AMOUNT;
  const value = amountAt(shapeOf(text), 0, text.length, '.', cents);
  if (value === UNREAD) return NOT_AN_AMOUNT;
  return negative && value !== 0 ? -value : value;
}

/** Why `parseAmount` refused a cell. `scientific`: 1.23E+12, to which spreadsheets turn long numbers and lose digits. */
export function amountProblem(
  cell: string,
  decimal: DecimalMark = '.',
  cents = false,
): 'not-an-amount' | 'too-many-decimals' | 'amount-too-large' | 'scientific' {
  if (cell.length > MAX_SHAPED) return 'not-an-amount';
  const { number } = bareNumber(cell);
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(number)) return 'scientific';
  const text = normalised(number, decimal, cents);
  if (text === null) return 'not-an-amount';
  const point = text.indexOf('.');
  return point >= 0 && text.length - point - 1 > (cents ? 4 : 6) ? 'too-many-decimals' : 'amount-too-large';
}
