import type { Codes, Columns, NumberColumn, TextColumn } from './columns.ts';
import type { DraftBlock } from './draft.ts';
import { NUMBER_FIELDS, TEXT_FIELDS, type NumberField, type TextField } from './fields.ts';

/** A dictionary is kept up to this share of distinct values; with more of them, plain text is smaller or nearly so, and faster made. */
const DICTIONARY_SHARE = 1 / 3;

/** Values a column's memory may hold before it is emptied. */
const MEMORY_LIMIT = 65_536;
const RECENT = 4_096;

/**
 * Turns blocks of one file into columns. It remembers, from block to block, which columns are not worth a dictionary and the
 * values of those that are: use one encoder per file.
 */
export class Encoder {
  readonly #memories = new Map<TextField, ColumnMemory>();

  /** The draft's arrays are read, never kept. */
  encode(draft: DraftBlock): Columns {
    const text: { [F in TextField]?: TextColumn } = {};
    const numbers: { [F in NumberField]?: NumberColumn } = {};
    for (const field of TEXT_FIELDS) {
      const values = draft.text[field];
      const column = values ? this.#text(field, values, draft.rows) : constantText(draft.constant[field] ?? '');
      if (column) text[field] = column;
    }
    for (const field of NUMBER_FIELDS) {
      const values = draft.numbers[field];
      const column = values && encodeNumbers(values, draft.rows);
      if (column) numbers[field] = column;
    }
    return { text, numbers };
  }

  #text(field: TextField, values: readonly string[], rows: number): TextColumn | null {
    let memory = this.#memories.get(field);
    if (!memory) this.#memories.set(field, (memory = new ColumnMemory()));
    return memory.encode(values, rows);
  }
}

/** The columns of a single block. */
export function encodeDraft(draft: DraftBlock): Columns {
  return new Encoder().encode(draft);
}

export function constantText(value: string): TextColumn | null {
  return value === '' ? null : { text: flat([value]), ends: Uint32Array.of(value.length), codes: null };
}

/** One string of its own: parts cut out of a larger text would keep all of that text in memory. */
function flat(parts: readonly string[]): string {
  // join() copies the characters, except of a single part.
  const [first = ''] = parts;
  return parts.length === 1 ? [first.slice(0, 1), first.slice(1)].join('') : parts.join('');
}

/** A quick, poor hash for texts that are told apart by their ends. */
function quickHash(text: string): number {
  const { length } = text;
  if (length < 4) return length === 0 ? 0 : text.charCodeAt(0) * 7 + text.charCodeAt(length - 1) + length;
  return (
    length +
    text.charCodeAt(length - 1) * 5 +
    text.charCodeAt(length - 2) * 51 +
    text.charCodeAt(length - 3) * 511 +
    text.charCodeAt(length >> 1) * 37
  );
}

/** What an encoder knows of one text column. */
class ColumnMemory {
  /** Value to a number that holds for the whole file. */
  #ids = new Map<string, number>();
  #values: string[] = [];
  /** By id: code in the block at hand, valid if it is below the block's count and `#order[code]` is the id. */
  #codes = new Int32Array(256);
  #order = new Int32Array(256);
  /** By quick hash: id + 1 of the value last met with it. It answers for most rows, much faster than the Map. */
  readonly #recent = new Int32Array(RECENT);
  #plain = false;

  encode(values: readonly string[], rows: number): TextColumn | null {
    if (this.#plain) return plainText(values, rows);
    if (this.#values.length > MEMORY_LIMIT) {
      this.#ids = new Map();
      this.#values = [];
      this.#recent.fill(0);
    }
    const limit = Math.max(16, Math.floor(rows * DICTIONARY_SHARE));
    const codes = new Uint16Array(rows);
    let count = 0;
    for (let r = 0; r < rows; r++) {
      const value = values[r] as string;
      const hash = quickHash(value) & (RECENT - 1);
      let id = (this.#recent[hash] as number) - 1;
      if (id < 0 || this.#values[id] !== value) {
        id = this.#ids.get(value) ?? this.#learn(value);
        this.#recent[hash] = id + 1;
      }
      let code = this.#codes[id] as number;
      if (code >= count || this.#order[code] !== id) {
        if (count === limit) {
          this.#plain = rows >= 1_000;
          return plainText(values, rows);
        }
        code = count++;
        if (code >= this.#order.length) this.#order = grown(this.#order);
        this.#codes[id] = code;
        this.#order[code] = id;
      }
      codes[r] = code;
    }
    const entries = new Array<string>(count);
    for (let code = 0; code < count; code++) entries[code] = this.#values[this.#order[code] as number] as string;
    if (count === 1) return constantText(entries[0] as string);
    return { ...plain(entries, count), codes: count <= 256 ? Uint8Array.from(codes) : codes };
  }

  #learn(value: string): number {
    const id = this.#values.length;
    const own = flat([value]);
    this.#ids.set(own, id);
    this.#values.push(own);
    if (id >= this.#codes.length) this.#codes = grown(this.#codes);
    return id;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function plain(values: readonly string[], count: number): { text: string; ends: Uint32Array } {
  const ends = new Uint32Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    end += (values[i] as string).length;
    ends[i] = end;
  }
  return { text: flat(values), ends };
}

function plainText(values: readonly string[], rows: number): TextColumn | null {
  const column = plain(values, rows);
  if (column.text === '') return null;
  if (rows === 1) return constantText(values[0] as string);
  return { ...column, codes: null };
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
