import { STATUSES, type Status } from '../ledger/fields.ts';
import { amountAt, amountProblem, NOT_AN_AMOUNT, parseAmount } from './amount.ts';
import { currencyMark } from './currency-mark.ts';
import { cellAt, UNREAD, type CellTable } from './cell-table.ts';
import { cleanText, isEmptyWord } from './empty.ts';
import { createTextReader, type TextColumn } from './text-reader.ts';
import type { DecimalMark, MappedFlag } from './types.ts';
import { NOT_A_TIME, timeProblem, type TimeReader } from './when.ts';

/** Says that the cell of a row cannot be taken. */
export type Report = (row: number, code: string) => void;

/** How a column of amounts is written. */
export interface AmountLayout {
  readonly decimal?: DecimalMark;
  readonly cents?: boolean;
  /** Told of amounts with a currency's sign or code beside them. */
  readonly marked?: (row: number, mark: string) => void;
}

export function amountColumn(
  cells: CellTable,
  at: number,
  required: boolean,
  report: Report,
  { decimal = '.', cents = false, marked }: AmountLayout = {},
): Float64Array {
  const { rows, width, shape, from, to } = cells;
  const out = new Float64Array(rows);
  for (let row = 0, cell = at; row < rows; row++, cell += width) {
    let value = amountAt(shape, from[cell] as number, to[cell] as number, decimal, cents);
    if (value === UNREAD) {
      const raw = cellAt(cells, row, at);
      value = parseAmount(raw, decimal, cents);
      if (value === NOT_AN_AMOUNT) report(row, amountProblem(raw, decimal, cents));
      else if (value !== value) {
        if (required) report(row, 'empty');
      } else if (marked) {
        const mark = currencyMark(raw);
        if (mark !== '') marked(row, mark);
      }
    }
    out[row] = value;
  }
  return out;
}

/** Moments; `clock` is the place of the column with the time of day, where the one at `at` has the date alone. */
export function timeColumn(
  cells: CellTable,
  at: number,
  required: boolean,
  reader: TimeReader,
  report: Report,
  clock = -1,
): Float64Array {
  const { rows, width, shape, from, to } = cells;
  const out = new Float64Array(rows);
  let lastRaw = '';
  let last = Number.NaN;
  for (let row = 0, cell = at; row < rows; row++, cell += width) {
    const start = from[cell] as number;
    const end = to[cell] as number;
    let value = start === end ? Number.NaN : clock >= 0 ? UNREAD : reader.at(shape, start, end);
    if (value === UNREAD) {
      let raw = cellAt(cells, row, at);
      if (clock >= 0) raw = joinClock(raw, cellAt(cells, row, clock));
      if (raw !== lastRaw) {
        lastRaw = raw;
        last = reader.parse(raw);
      }
      value = last;
      if (value === NOT_A_TIME) {
        report(row, timeProblem(raw));
        out[row] = Number.NaN;
        continue;
      }
    }
    out[row] = value;
    if (required && value !== value) report(row, 'empty');
  }
  return out;
}

/** Whole numbers from 0, `1,234` and `2.0` included; NaN if empty. */
export function countColumn(
  cells: CellTable,
  at: number,
  report: Report,
  decimal: DecimalMark = '.',
  required = false,
): Float64Array {
  const { rows, width, shape, from, to } = cells;
  const out = new Float64Array(rows);
  for (let row = 0, cell = at; row < rows; row++, cell += width) {
    let value = amountAt(shape, from[cell] as number, to[cell] as number, decimal, false);
    if (value === UNREAD) value = parseAmount(cellAt(cells, row, at), decimal);
    value /= 1_000_000;
    const good = value !== value || Number.isInteger(value);
    out[row] = good ? value : Number.NaN;
    if (!good) report(row, 'not-a-count');
    else if (required && value !== value) report(row, 'empty');
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
 * Makes the reader of status codes, and of the source's own words, which stay as they are. The first of `flags` that holds decides;
 * else the word (at `at`, -1 if there is no such column) after `words` (lower case to Status); a row without a word is `otherwise`.
 */
export function createStatusReader(
  at: number,
  words: Readonly<Record<string, Status>>,
  flags: readonly MappedFlag[],
  otherwise: Status,
): (cells: CellTable) => StatusColumns {
  const known = new Map(Object.entries(words).map(([word, status]) => [word, codeOf(status)]));
  const empty = codeOf(otherwise);
  const readWords = createTextReader((raw) => raw.trim());
  // The last of them first, so that those before it win.
  const readFlags = flags.toReversed().map((flag) => ({ flag, read: createTextReader((raw) => raw) }));
  const meaningOf = (word: string): number | undefined =>
    known.get(word.toLowerCase()) ?? (isEmptyWord(word) ? empty : undefined);

  return (cells) => {
    const codes = new Float64Array(cells.rows).fill(-1);
    for (const { flag, read } of readFlags) {
      const code = codeOf(flag.status);
      const column = read(cells, flag.index);
      let last = '';
      let holds = false;
      for (let row = 0; row < cells.rows; row++) {
        const cell = typeof column === 'string' ? column : (column[row] as string);
        if (cell !== last) {
          last = cell;
          holds = flagHolds(cell, flag.is);
        }
        if (holds) codes[row] = code;
      }
    }
    const column = at < 0 ? '' : readWords(cells, at);
    const unknown = new Map<string, number>();
    let last = '';
    let meaning = meaningOf('');
    for (let row = 0; row < cells.rows; row++) {
      if ((codes[row] as number) >= 0) continue;
      const word = typeof column === 'string' ? column : (column[row] as string);
      if (word !== last) {
        last = word;
        meaning = meaningOf(word);
      }
      codes[row] = meaning ?? UNKNOWN;
      if (meaning === undefined) unknown.set(word, (unknown.get(word) ?? 0) + 1);
    }
    return { codes, words: column, unknown };
  };
}

const codeOf = (status: Status): number => CODES.get(status) ?? UNKNOWN;

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
