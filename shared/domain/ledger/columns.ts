import {
  NUMBER_FIELDS,
  STATUSES,
  TEXT_FIELDS,
  type NumberField,
  type Status,
  type TextField,
  type Transaction,
} from './fields.ts';

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A text column as stored. All entries stand one after the other in `text` (a single flat string: V8 keeps it at a byte
 * a character where it can, and a database reads it back as one value instead of thousands); entry i ends at `ends[i]`.
 * Row r is entry `codes[r]` (a dictionary); without codes it is entry r, or entry 0 where there is only one (a constant).
 */
export interface TextColumn {
  readonly text: string;
  readonly ends: Uint32Array;
  readonly codes: Codes | null;
}

/**
 * A number column as stored: row r is `base + step * (codes[r] - 1)`, and NaN (not in the file) where the code is 0; without
 * codes every row is `base`. `values` is for columns that fit no such ladder.
 */
export type NumberColumn =
  { readonly base: number; readonly step: number; readonly codes: Codes | null } | { readonly values: Float64Array };

/** The columns of a block as stored. A column whose rows are all empty is left out. */
export interface Columns {
  readonly text: { readonly [F in TextField]?: TextColumn };
  readonly numbers: { readonly [F in NumberField]?: NumberColumn };
}

/** A text column for loops: row r is entry `entry[r]` whatever the encoding. */
export interface TextView {
  readonly text: string;
  readonly ends: Uint32Array;
  readonly entry: Codes;
  readonly entries: number;
}

/** A number column for loops: `values[r]` if there are values, else by code as in `NumberColumn`. */
export interface NumberView {
  readonly base: number;
  readonly step: number;
  readonly codes: Codes;
  readonly values: Float64Array | null;
}

/** A block of rows for loops: every field is there, absent ones as a constant. */
export interface Block {
  readonly rows: number;
  readonly text: { readonly [F in TextField]: TextView };
  readonly numbers: { readonly [F in NumberField]: NumberView };
}

/** Names a row of a block: the block's slot (its place in a list of blocks) and the row in one integer. -1 stands for none. */
export type Ref = number;

const ROW_BITS = 14;
/** Upper bound of rows in a block. */
export const MAX_ROWS = 1 << ROW_BITS;
export const refOf = (slot: number, row: number): Ref => (slot << ROW_BITS) | row;
export const slotOf = (ref: Ref): number => ref >>> ROW_BITS;
export const rowOf = (ref: Ref): number => ref & (MAX_ROWS - 1);

// Constants and plain text look like dictionaries through these, so that no loop asks which encoding it has before it.
const ZEROS = new Uint8Array(MAX_ROWS);
const ONES = new Uint8Array(MAX_ROWS).fill(1);
const COUNTING = Uint16Array.from({ length: MAX_ROWS }, (_, i) => i);

const NO_TEXT: TextView = { text: '', ends: new Uint32Array(1), entry: ZEROS, entries: 1 };
const NO_NUMBER: NumberView = { base: Number.NaN, step: 0, codes: ONES, values: null };

export function textView(column: TextColumn | undefined): TextView {
  if (!column) return NO_TEXT;
  const { text, ends, codes } = column;
  return { text, ends, entry: codes ?? (ends.length === 1 ? ZEROS : COUNTING), entries: ends.length };
}

export function numberView(column: NumberColumn | undefined): NumberView {
  if (!column) return NO_NUMBER;
  if ('values' in column) return { base: 0, step: 0, codes: ONES, values: column.values };
  return { base: column.base, step: column.step, codes: column.codes ?? ONES, values: null };
}

export function blockOf(columns: Columns, rows: number): Block {
  const text = {} as { [F in TextField]: TextView };
  const numbers = {} as { [F in NumberField]: NumberView };
  for (const field of TEXT_FIELDS) text[field] = textView(columns.text[field]);
  for (const field of NUMBER_FIELDS) numbers[field] = numberView(columns.numbers[field]);
  return { rows, text, numbers };
}

export function entryText(view: TextView, entry: number): string {
  return view.text.slice(entry === 0 ? 0 : view.ends[entry - 1], view.ends[entry]);
}

export function textAt(view: TextView, row: number): string {
  return entryText(view, view.entry[row] ?? 0);
}

/** All entries as strings. */
export function entryTexts(view: TextView): string[] {
  const texts = new Array<string>(view.entries);
  let start = 0;
  for (let i = 0; i < view.entries; i++) {
    const end = view.ends[i] as number;
    texts[i] = view.text.slice(start, end);
    start = end;
  }
  return texts;
}

export function numberAt(view: NumberView, row: number): number {
  if (view.values !== null) return view.values[row] as number;
  const code = view.codes[row] as number;
  return code === 0 ? Number.NaN : view.base + view.step * (code - 1);
}

/** The first `rows` numbers of a column, into `out`. */
export function readNumbers(view: NumberView, rows: number, out: Float64Array): Float64Array {
  const { base, step, codes, values } = view;
  if (values !== null) {
    for (let r = 0; r < rows; r++) out[r] = values[r] as number;
  } else if (step === 0) {
    for (let r = 0; r < rows; r++) out[r] = codes[r] === 0 ? Number.NaN : base;
  } else {
    for (let r = 0; r < rows; r++) {
      const code = codes[r] as number;
      out[r] = code === 0 ? Number.NaN : base + step * (code - 1);
    }
  }
  return out;
}

export const statusOf = (code: number): Status => STATUSES[code] ?? 'unknown';

/** One row as an object; `asOf` and `line` may be those of another version with the same values. */
export function transactionAt(block: Block, row: number, asOf?: number, line?: number): Transaction {
  const transaction: Record<string, string | number> = {};
  for (const field of TEXT_FIELDS) transaction[field] = textAt(block.text[field], row);
  for (const field of NUMBER_FIELDS) transaction[field] = numberAt(block.numbers[field], row);
  transaction['status'] = statusOf(numberAt(block.numbers.status, row));
  if (asOf !== undefined) transaction['asOf'] = asOf;
  if (line !== undefined) transaction['line'] = line;
  return transaction as unknown as Transaction;
}

/** Bytes that a block's columns take when stored. */
export function bytesOf(columns: Columns): number {
  let bytes = 0;
  for (const column of Object.values(columns.text)) {
    const width = /[^\0-\xff]/.test(column.text) ? 2 : 1;
    bytes += column.text.length * width + column.ends.byteLength + (column.codes?.byteLength ?? 0) + 60;
  }
  for (const column of Object.values(columns.numbers)) {
    bytes += ('values' in column ? column.values.byteLength : (column.codes?.byteLength ?? 0)) + 60;
  }
  return bytes;
}
