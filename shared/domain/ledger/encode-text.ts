import type { TextColumn } from './columns.ts';
import { BLOCK_ROWS } from './draft.ts';

/** A dictionary is kept up to this share of distinct values; with more of them, plain text is smaller or nearly so, and faster made. */
const DICTIONARY_SHARE = 1 / 3;

/** Values a column's memory may hold before it is emptied. */
const MEMORY_LIMIT = 65_536;
const RECENT = 4_096;
/** More distinct values than that are never a dictionary, however many rows there will be. */
const MOST_ENTRIES = Math.floor(BLOCK_ROWS * DICTIONARY_SHARE);

function constantText(value: string): TextColumn | null {
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

/** One text column of the block at hand, and what the blocks before taught of it. */
export class ColumnEncoder {
  #rows = 0;
  /** The value of all rows so far while it came as one; then they are in `#codes`, or in `#plain` and `#ends`. */
  #constant: string | null = '';
  #codes = new Uint16Array(0);
  #ends = new Uint32Array(0);
  /** Texts of the rows so far, where there is no dictionary. */
  #plain: string[] | null = null;
  #length = 0;
  #dictionary: Dictionary | null = null;
  #never = false;

  /** `values`: one for each row, or the same for all. */
  add(values: string | readonly string[], rows: number): void {
    if (rows === 0) return;
    if (typeof values === 'string' && this.#constant !== null && (this.#rows === 0 || this.#constant === values)) {
      this.#constant = values;
      this.#rows += rows;
      return;
    }
    if (this.#constant !== null) {
      const before = this.#rows;
      this.#rows = 0;
      if (this.#never) this.#plain = [];
      if (before > 0) this.#append(this.#constant, before);
      this.#constant = null;
    }
    this.#append(values, rows);
  }

  finish(): TextColumn | null {
    const rows = this.#rows;
    const column = this.#constant === null ? this.#column(rows) : constantText(this.#constant);
    this.#rows = 0;
    this.#constant = '';
    this.#plain = null;
    this.#length = 0;
    this.#dictionary?.nextBlock();
    return column;
  }

  #column(rows: number): TextColumn | null {
    const entries = this.#plain ? [] : (this.#dictionary?.entries() ?? []);
    if (!this.#plain && entries.length > Math.max(16, Math.floor(rows * DICTIONARY_SHARE))) this.#makePlain();
    if (this.#plain) {
      this.#never ||= rows >= 1_000;
      return this.#length === 0 ? null : { text: flat(this.#plain), ends: this.#ends.slice(0, rows), codes: null };
    }
    if (entries.length === 1) return constantText(entries[0] as string);
    const codes = this.#codes.subarray(0, rows);
    return { ...joined(entries), codes: entries.length <= 256 ? new Uint8Array(codes) : codes.slice() };
  }

  #append(values: string | readonly string[], rows: number): void {
    if (!this.#plain) {
      this.#dictionary ??= new Dictionary();
      if (this.#codes.length < this.#rows + rows) this.#codes = grown(this.#codes, this.#rows + rows);
      if (!this.#dictionary.write(values, rows, this.#codes, this.#rows)) this.#makePlain();
    }
    if (this.#plain) this.#appendPlain(values, rows);
    this.#rows += rows;
  }

  #appendPlain(values: string | readonly string[], rows: number): void {
    const from = this.#rows;
    if (this.#ends.length < from + rows) this.#ends = grown(this.#ends, from + rows);
    const one = typeof values === 'string';
    for (let r = 0; r < rows; r++) {
      this.#length += one ? values.length : (values[r] as string).length;
      this.#ends[from + r] = this.#length;
    }
    this.#plain?.push(one ? values.repeat(rows) : flat(values));
  }

  /** Turns the rows so far from codes into plain text. */
  #makePlain(): void {
    const entries = this.#dictionary?.entries() ?? [];
    const rows = this.#rows;
    const values = Array.from(this.#codes.subarray(0, rows), (code) => entries[code] as string);
    this.#plain = [];
    this.#rows = 0;
    if (rows > 0) this.#appendPlain(values, rows);
    this.#rows = rows;
  }
}

/** The distinct values of a column, by codes that count from 0 in each block. */
class Dictionary {
  /** Value to a number that holds for the whole file. */
  #ids = new Map<string, number>();
  #values: string[] = [];
  /** By id: code in the block at hand, valid if it is below the block's count and `#order[code]` is the id. */
  #codes = new Int32Array(256);
  #order = new Int32Array(256);
  #count = 0;
  /** By quick hash: id + 1 of the value last met with it. It answers for most rows, much faster than the Map. */
  readonly #recent = new Int32Array(RECENT);

  /** Writes the values' codes from `from` on. False if there are more values than any dictionary is kept for. */
  write(values: string | readonly string[], rows: number, codes: Uint16Array, from: number): boolean {
    if (typeof values === 'string') {
      codes.fill(this.#codeOf(values), from, from + rows);
      return this.#count <= MOST_ENTRIES;
    }
    for (let r = 0; r < rows; r++) codes[from + r] = this.#codeOf(values[r] as string);
    return this.#count <= MOST_ENTRIES;
  }

  /** The values of the block at hand, by code. */
  entries(): string[] {
    return Array.from({ length: this.#count }, (_, code) => this.#values[this.#order[code] as number] as string);
  }

  nextBlock(): void {
    this.#count = 0;
    if (this.#values.length <= MEMORY_LIMIT) return;
    this.#ids = new Map();
    this.#values = [];
    this.#recent.fill(0);
  }

  #codeOf(value: string): number {
    const hash = quickHash(value) & (RECENT - 1);
    let id = (this.#recent[hash] as number) - 1;
    if (id < 0 || this.#values[id] !== value) {
      id = this.#ids.get(value) ?? this.#learn(value);
      this.#recent[hash] = id + 1;
    }
    let code = this.#codes[id] as number;
    if (code >= this.#count || this.#order[code] !== id) {
      code = this.#count++;
      if (code >= this.#order.length) this.#order = grown(this.#order, code + 1);
      this.#codes[id] = code;
      this.#order[code] = id;
    }
    return code;
  }

  #learn(value: string): number {
    const id = this.#values.length;
    const own = flat([value]);
    this.#ids.set(own, id);
    this.#values.push(own);
    if (id >= this.#codes.length) this.#codes = grown(this.#codes, id + 1);
    return id;
  }
}

type Growing = Int32Array | Uint32Array | Uint16Array | Float64Array;

/** A copy with room for `length`, and for as much again as there was. */
export function grown<A extends Growing>(array: A, length: number): A {
  const Larger = array.constructor as new (length: number) => A;
  const larger = new Larger(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

function joined(values: readonly string[]): { text: string; ends: Uint32Array } {
  const ends = new Uint32Array(values.length);
  let end = 0;
  for (let i = 0; i < values.length; i++) ends[i] = end += (values[i] as string).length;
  return { text: flat(values), ends };
}
