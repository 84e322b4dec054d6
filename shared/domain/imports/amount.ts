import type { Micros } from '../../lib/money.ts';
import { isEmptyWord } from './empty.ts';

/** What `parseAmount` answers for a text that is no amount it can keep exactly; `amountProblem` says why. An empty cell gives NaN. */
export const NOT_AN_AMOUNT = Number.POSITIVE_INFINITY;

const POWERS = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1] as const;
const POINT = 46;
const MINUS = 45;

/**
 * An amount in micros, exactly: digits are gathered as integers, never through a fraction.
 * Read are a decimal point with up to six decimals, thousands commas, a leading or trailing minus or parentheses for negative, and
 * a currency sign or code before or after. A decimal comma is not guessed at: "1,5" is refused rather than read as 15.
 */
export function parseAmount(cell: string): Micros {
  const length = cell.length;
  if (length === 0) return Number.NaN;
  const negative = cell.charCodeAt(0) === MINUS;
  const value = digits(cell, negative ? 1 : 0, length);
  if (value >= 0) return negative && value !== 0 ? -value : value;
  return loose(cell);
}

/** Micros of `[digits][.digits]` between two positions; -1 if it is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  let decimals = -1;
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const digit = code - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      count++;
      if (decimals >= 0) decimals++;
    } else if (code === POINT && decimals < 0) decimals = 0;
    else return -1;
  }
  // Beyond 15 digits the gathering itself could have been rounded.
  if (count === 0 || decimals > 6 || (count > 15 && value > Number.MAX_SAFE_INTEGER)) return -1;
  const micros = value * (POWERS[decimals < 0 ? 0 : decimals] ?? 1);
  return micros <= Number.MAX_SAFE_INTEGER ? micros : -1;
}

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const SIGN_OR_CODE = /^(?:[A-Za-z]{0,3}\p{Sc}|[A-Z]{3})|(?:\p{Sc}|[A-Z]{3})$/u;

/** The bare number in an amount's text and whether it is negative. */
function strip(cell: string): { readonly number: string; readonly negative: boolean } {
  let rest = cell.trim().replace(/\u2212/g, '-');
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  for (let pass = 0; pass < 2; pass++) {
    if (!negative && rest.startsWith('-')) {
      negative = true;
      rest = rest.slice(1).trim();
    } else if (!negative && rest.endsWith('-')) {
      negative = true;
      rest = rest.slice(0, -1).trim();
    } else if (!negative && rest.startsWith('+')) rest = rest.slice(1).trim();
    if (pass === 0) rest = rest.replace(SIGN_OR_CODE, '').trim();
  }
  return { number: GROUPED.test(rest) ? rest.replaceAll(',', '') : rest, negative };
}

function loose(cell: string): Micros {
  if (cell.length > 60) return NOT_AN_AMOUNT;
  if (isEmptyWord(cell)) return Number.NaN;
  const { number, negative } = strip(cell);
  const value = digits(number, 0, number.length);
  if (value < 0) return NOT_AN_AMOUNT;
  return negative && value !== 0 ? -value : value;
}

/** Why `parseAmount` refused a cell. */
export function amountProblem(cell: string): 'not-an-amount' | 'too-many-decimals' | 'amount-too-large' {
  if (cell.length > 60) return 'not-an-amount';
  const match = /^\d*(?:\.(\d*))?$/.exec(strip(cell).number);
  if (!match) return 'not-an-amount';
  if ((match[1]?.length ?? 0) > 6) return 'too-many-decimals';
  return match[0].length > 1 ? 'amount-too-large' : 'not-an-amount';
}
