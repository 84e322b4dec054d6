import { STATUSES, type Status } from '../ledger/fields.ts';
import { amountProblem, NOT_AN_AMOUNT, parseAmount } from './amount.ts';
import { cleanText, isEmptyWord } from './empty.ts';
import type { DecimalMark, MappedFlag } from './types.ts';
import { NOT_A_TIME, timeProblem } from './when.ts';

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

/** How a column of amounts is written. */
export interface AmountLayout {
  readonly decimal?: DecimalMark;
  readonly cents?: boolean;
}

export function amountColumn(
  cells: Cells,
  at: number,
  required: boolean,
  report: Report,
  { decimal = '.', cents = false }: AmountLayout = {},
): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parseAmount(raw, decimal, cents);
    }
    out[i] = last;
    if (last === NOT_AN_AMOUNT) report(i, amountProblem(raw, decimal, cents));
    else if (required && last !== last) report(i, 'empty');
  }
  return out;
}

/** Moments; `clock` is the place of the column with the time of day, where the one at `at` has the date alone. */
export function timeColumn(
  cells: Cells,
  at: number,
  required: boolean,
  parse: (cell: string) => number,
  report: Report,
  clock = -1,
): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    let raw = cells[i]?.[at] ?? '';
    if (clock >= 0) raw = joinClock(raw, cells[i]?.[clock] ?? '');
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parse(raw);
    }
    if (last === NOT_A_TIME) {
      report(i, timeProblem(raw));
      out[i] = Number.NaN;
    } else {
      out[i] = last;
      if (required && last !== last) report(i, 'empty');
    }
  }
  return out;
}

/** Whole numbers from 0, `1,234` and `2.0` included; NaN if empty. */
export function countColumn(
  cells: Cells,
  at: number,
  report: Report,
  decimal: DecimalMark = '.',
  required = false,
): Float64Array {
  const out = new Float64Array(cells.length);
  let lastRaw = '';
  let last = Number.NaN;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      last = parseAmount(raw, decimal) / 1_000_000;
    }
    const good = last !== last || Number.isInteger(last);
    out[i] = good ? last : Number.NaN;
    if (!good) report(i, 'not-a-count');
    else if (required && last !== last) report(i, 'empty');
  }
  return out;
}

const CODES = new Map(STATUSES.map((status, code) => [status as string, code]));
const UNKNOWN = CODES.get('unknown') ?? 0;

export interface StatusColumns {
  readonly codes: Float64Array;
  readonly words: TextColumn;
  /** Words that decided a row's status and have no meaning, as they are written, and in how many rows. */
  readonly unknown: ReadonlyMap<string, number>;
}

/**
 * Status codes, and the source's own words, which stay as they are. The first of `flags` that holds decides; else the word (at `at`,
 * -1 if there is no such column) after `words` (lower case to Status); a row without a word is `otherwise`.
 */
export function statusColumns(
  cells: Cells,
  at: number,
  words: Readonly<Record<string, Status>>,
  flags: readonly MappedFlag[],
  otherwise: Status,
): StatusColumns {
  const known = new Map(Object.entries(words).map(([word, status]) => [word, codeOf(status)]));
  const codes = flagCodes(cells, flags);
  const out: string[] = new Array<string>(cells.length);
  const unknown = new Map<string, number>();
  const empty = codeOf(otherwise);
  let lastRaw: string | null = null;
  let word = '';
  let code = empty;
  let meant = true;
  let runs = 0;
  for (let i = 0; i < cells.length; i++) {
    const raw = cells[i]?.[at] ?? '';
    if (raw !== lastRaw) {
      lastRaw = raw;
      word = raw.trim();
      const meaning = known.get(word.toLowerCase()) ?? (isEmptyWord(word) ? empty : undefined);
      meant = meaning !== undefined;
      code = meaning ?? UNKNOWN;
      runs++;
    }
    out[i] = word;
    if ((codes[i] ?? 0) >= 0) continue;
    codes[i] = code;
    if (!meant) unknown.set(word, (unknown.get(word) ?? 0) + 1);
  }
  return { codes, words: runs === 1 ? word : out, unknown };
}

const codeOf = (status: Status): number => CODES.get(status) ?? UNKNOWN;

/** The status of the first flag that holds, row by row; -1 where none does. */
function flagCodes(cells: Cells, flags: readonly MappedFlag[]): Float64Array {
  const codes = new Float64Array(cells.length).fill(-1);
  for (const { index, is, status } of flags.toReversed()) {
    const code = codeOf(status);
    let lastRaw = '';
    let holds = false;
    for (let i = 0; i < cells.length; i++) {
      const raw = cells[i]?.[index] ?? '';
      if (raw !== lastRaw) {
        lastRaw = raw;
        holds = flagHolds(raw, is);
      }
      if (holds) codes[i] = code;
    }
  }
  return codes;
}

const YES = new Set(['1', 'true', 'yes', 'y']);
const NO = new Set(['0', 'false', 'no', 'n']);

/** Whether a flag's cell says what it must; an empty one never does. A date of zeros is empty. */
function flagHolds(cell: string, is: MappedFlag['is']): boolean {
  const word = cleanText(cell).toLowerCase();
  if (word === '') return false;
  if (is === 'true') return YES.has(word);
  if (is === 'false') return NO.has(word);
  return word !== '0' && word !== 'false' && word !== 'no' && !word.startsWith('0000-00-00');
}

/** A date and the time of day from the column beside it. A time that stands with the date already is kept, unless it is midnight. */
function joinClock(date: string, clock: string): string {
  if (isEmptyWord(date) || isEmptyWord(clock)) return date;
  const day = date.trimEnd().replace(MIDNIGHT, '');
  return HAS_CLOCK.test(day) ? date : `${day} ${clock.trim()}`;
}

const MIDNIGHT = /[T ](?:00?[:.]00(?:[:.]00(?:[.,]0+)?)?Z?|12:00(?::00)? ?AM)$/;
const HAS_CLOCK = /\d[T ]\d{1,2}[:.]\d\d/;

const NEW = new Set(['new', 'new customer', 'first', 'first time']);
const EXISTING = new Set(['existing', 'existing customer', 'returning', 'returning customer', 'repeat', 'old']);

/** 'new', 'existing', or '' for any other word. */
export function customerWord(text: string): string {
  const word = text.toLowerCase();
  return NEW.has(word) ? 'new' : EXISTING.has(word) ? 'existing' : '';
}
