import { STATUSES, type Status } from '../ledger/fields.ts';
import { amountProblem, NOT_AN_AMOUNT, parseAmount } from './amount.ts';
import { cleanText } from './empty.ts';
import { NOT_A_TIME } from './when.ts';

/*
 * One function per kind of column, each a loop over the rows with the last value remembered: neighbouring cells of an export are
 * often equal, and comparing two strings is cheaper than reading one.
 */

/** Rows of cells, all at least as long as the header. */
export type Cells = readonly (readonly string[])[];

/** Says that the cell of a row cannot be taken. */
export type Report = (row: number, code: string) => void;

/** A column of text; a single string if it is the same in every row. */
export type TextColumn = string | readonly string[];

/** Trimmed text, '' for words that mean "nothing"; `read` may turn the cleaned text into something else. */
export function textColumn(cells: Cells, at: number, read?: (text: string) => string): TextColumn {
  const out: string[] = new Array<string>(cells.length);
  let lastRaw = '';
  let last = read ? read('') : '';
  let runs = 0;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw || runs === 0) {
      lastRaw = raw;
      const text = cleanText(raw);
      const value = read ? read(text) : text;
      if (value !== last || runs === 0) runs++;
      last = value;
    }
    out[i] = last;
  }
  return runs === 1 ? last : out;
}

export function amountColumn(cells: Cells, at: number, required: boolean, report: Report): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parseAmount(raw);
    }
    out[i] = last;
    if (last === NOT_AN_AMOUNT) report(i, amountProblem(raw));
    else if (required && last !== last) report(i, 'empty');
  }
  return out;
}

export function timeColumn(
  cells: Cells,
  at: number,
  required: boolean,
  parse: (cell: string) => number,
  report: Report,
): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parse(raw);
    }
    if (last === NOT_A_TIME) {
      report(i, 'not-a-time');
      out[i] = Number.NaN;
    } else {
      out[i] = last;
      if (required && last !== last) report(i, 'empty');
    }
  }
  return out;
}

/** Whole numbers from 0, `1,234` and `2.0` included; NaN if empty. */
export function countColumn(cells: Cells, at: number, report: Report): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parseAmount(raw) / 1_000_000;
    }
    const good = last !== last || Number.isInteger(last);
    out[i] = good ? last : Number.NaN;
    if (!good) report(i, 'not-a-count');
  }
  return out;
}

const CODES = new Map(STATUSES.map((status, code) => [status as string, code]));
const UNKNOWN = CODES.get('unknown') ?? 0;

export interface StatusColumns {
  readonly codes: Float64Array;
  readonly words: TextColumn;
}

/** Status codes after `words` (lower case to Status), and the source's own words, which stay as they are. */
export function statusColumns(cells: Cells, at: number, words: Readonly<Record<string, Status>>): StatusColumns {
  const known = new Map(Object.entries(words).map(([word, status]) => [word, CODES.get(status) ?? UNKNOWN]));
  const codes = new Float64Array(cells.length);
  const out: string[] = new Array<string>(cells.length);
  let lastRaw: string | null = null;
  let word = '';
  let code = UNKNOWN;
  let runs = 0;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      word = raw.trim();
      code = known.get(word.toLowerCase()) ?? UNKNOWN;
      runs++;
    }
    codes[i] = code;
    out[i] = word;
  }
  return { codes, words: runs === 1 ? word : out };
}

const NEW = new Set(['new', 'new customer', 'first', 'first time']);
const EXISTING = new Set(['existing', 'existing customer', 'returning', 'returning customer', 'repeat', 'old']);

/** 'new', 'existing', or '' for any other word. */
export function customerWord(text: string): string {
  const word = text.toLowerCase();
  return NEW.has(word) ? 'new' : EXISTING.has(word) ? 'existing' : '';
}
