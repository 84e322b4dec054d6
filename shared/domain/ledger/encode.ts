import type { Codes, Columns, NumberColumn, TextColumn } from './columns.ts';
import type { DraftBlock } from './draft.ts';
import { ColumnEncoder, grown } from './encode-text.ts';
import { NUMBER_FIELDS, TEXT_FIELDS, type NumberField, type TextField } from './fields.ts';

const NO_NUMBERS = new Float64Array(0);

/**
 * Turns blocks of one file into columns, each part by part (`add`, then `finish`): the cells of a part can go before the next
 * are made, which is far cheaper to clean up after than a whole block of them. It remembers, from block to block, which
 * columns are not worth a dictionary and the values of those that are: use one encoder per file.
 */
export class Encoder {
  readonly #texts = new Map<TextField, ColumnEncoder>();
  readonly #numbers = new Map<NumberField, Float64Array>();
  /** Number columns that the block at hand has. */
  readonly #present = new Set<NumberField>();
  #rows = 0;

  /** A block that is at hand as a whole. */
  encode(draft: DraftBlock): Columns {
    this.add(draft);
    return this.finish();
  }

  /** Rows of the block at hand. */
  get rows(): number {
    return this.#rows;
  }

  /** Appends rows to the block at hand. The draft's arrays are read, never kept. */
  add(draft: DraftBlock): void {
    const from = this.#rows;
    const { rows } = draft;
    for (const field of TEXT_FIELDS) {
      let encoder = this.#texts.get(field);
      if (!encoder) this.#texts.set(field, (encoder = new ColumnEncoder()));
      encoder.add(draft.text[field] ?? draft.constant[field] ?? '', rows);
    }
    for (const field of NUMBER_FIELDS) {
      const values = draft.numbers[field];
      if (!values && !this.#present.has(field)) continue;
      let column = this.#numbers.get(field) ?? NO_NUMBERS;
      if (column.length < from + rows) this.#numbers.set(field, (column = grown(column, from + rows)));
      if (!this.#present.has(field)) column.fill(Number.NaN, 0, from);
      this.#present.add(field);
      if (values) column.set(values.subarray(0, rows), from);
      else column.fill(Number.NaN, from, from + rows);
    }
    this.#rows += rows;
  }

  /** The columns of the rows added since the last block; the next row begins another one. */
  finish(): Columns {
    const text: { [F in TextField]?: TextColumn } = {};
    const numbers: { [F in NumberField]?: NumberColumn } = {};
    for (const [field, encoder] of this.#texts) {
      const column = encoder.finish();
      if (column) text[field] = column;
    }
    for (const field of NUMBER_FIELDS) {
      const column = this.#present.has(field) && encodeNumbers(this.#numbers.get(field) ?? NO_NUMBERS, this.#rows);
      if (column) numbers[field] = column;
    }
    this.#present.clear();
    this.#rows = 0;
    return { text, numbers };
  }
}

/** The columns of a single block. */
export function encodeDraft(draft: DraftBlock): Columns {
  return new Encoder().encode(draft);
}

/** The column of the first `rows` numbers (NaN: none), or null if there is none at all. */
export function encodeNumbers(values: Float64Array, rows: number): NumberColumn | null {
  let min = Infinity;
  let max = -Infinity;
  let missing = 0;
  let whole = true;
  for (let r = 0; r < rows; r++) {
    const value = values[r] as number;
    if (value !== value) missing++;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
      if (value !== Math.floor(value)) whole = false;
    }
  }
  if (missing === rows) return null;
  min += 0; // -0 is 0
  if (min === max && missing === 0) return { base: min, step: 0, codes: null };
  if (!whole || !Number.isSafeInteger(min) || !Number.isSafeInteger(max) || !Number.isSafeInteger(max - min)) {
    return { values: values.slice(0, rows) };
  }
  const step = commonStep(values, rows, min);
  const steps = (max - min) / step;
  if (steps >= 2 ** 32 - 1) return { values: values.slice(0, rows) };
  const codes = steps < 255 ? new Uint8Array(rows) : steps < 65_535 ? new Uint16Array(rows) : new Uint32Array(rows);
  writeCodes(values, rows, min, step, codes);
  return { base: min, step, codes };
}

function writeCodes(values: Float64Array, rows: number, base: number, step: number, codes: Codes): void {
  for (let r = 0; r < rows; r++) {
    const value = values[r] as number;
    if (value === value) codes[r] = (value - base) / step + 1;
  }
}

/** The greatest step (at least 1) of which every value is a whole number of steps above `base`. All are safe integers. */
function commonStep(values: Float64Array, rows: number, base: number): number {
  let step = 0;
  for (let r = 0; r < rows && step !== 1; r++) {
    const distance = (values[r] as number) - base;
    if (distance !== distance || distance === 0) continue;
    if (step === 0) step = distance;
    else {
      // For integers below 2^53 a quotient that is not whole never rounds to a whole one; this is faster than `%`.
      const times = distance / step;
      if (times !== Math.floor(times)) step = greatestCommonDivisor(step, distance);
    }
  }
  return step === 0 ? 1 : step;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
