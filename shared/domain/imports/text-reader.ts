import type { CellTable, Shape } from './cell-table.ts';
import { OTHER } from './cell-table.ts';

/** A column of text; a single string if it is the same in every row. */
export type TextColumn = string | readonly string[];

/** Reads one column of text, table after table. */
export type TextReader = (cells: CellTable, at: number) => TextColumn;

const SLOTS = 8_192;
const MOST_KEPT = 40;
const MOST_CHARACTERS = 131_072;
/** Cells after which a column has shown whether its values come again. */
const TRIAL = 20_000;

/**
 * Makes the reader of one column: `make` turns the raw text of a cell into its value. A cell met before is known again by its bytes and
 * gives the very same string, so that a column of few values makes no strings at all. A column whose values hardly come again stops
 * looking for them.
 */
export function createTextReader(make: (raw: string) => string): TextReader {
  const nothing = make('');
  const starts = new Int32Array(SLOTS);
  const lengths = new Int32Array(SLOTS);
  const values: string[] = [];
  const characters = new Uint8Array(MOST_CHARACTERS);
  let used = 0;
  let seen = 0;
  let missed = 0;
  let keeping = true;

  const known = (slot: number, shape: Shape, from: number, length: number): boolean => {
    if (lengths[slot] !== length) return false;
    for (let i = 0, at = starts[slot] as number; i < length; i++)
      if (characters[at + i] !== shape[from + i]) return false;
    return true;
  };

  const keep = (slot: number, shape: Shape, from: number, length: number, raw: string): string => {
    missed++;
    // What is not ASCII looks alike in the shape.
    for (let i = 0; i < length; i++) if (shape[from + i] === OTHER) return make(raw);
    if (used + length > MOST_CHARACTERS) {
      lengths.fill(0);
      used = 0;
    }
    characters.set(shape.subarray(from, from + length), used);
    starts[slot] = used;
    lengths[slot] = length;
    used += length;
    return (values[slot] = make(copyOf(raw)));
  };

  return ({ rows, width, text, shape, from, to }, at) => {
    const out = new Array<string>(rows);
    let last = nothing;
    let runs = 0;
    for (let row = 0, cell = at; row < rows; row++, cell += width) {
      const start = from[cell] as number;
      const end = to[cell] as number;
      const length = end - start;
      let value = nothing;
      if (length > 0) {
        if (!keeping || length > MOST_KEPT) value = make(text.slice(start, end));
        else {
          const slot = slotOf(shape, start, end);
          if (known(slot, shape, start, length)) value = values[slot] as string;
          else value = keep(slot, shape, start, length, text.slice(start, end));
        }
      }
      if (value !== last || runs === 0) {
        runs++;
        last = value;
      }
      out[row] = value;
    }
    seen += rows;
    if (keeping && seen > TRIAL) {
      keeping = missed * 2 < seen;
      seen = missed = 0;
    }
    return runs === 1 ? last : out;
  };
}

/** A quick, poor hash for texts that are told apart by their ends. */
function slotOf(shape: Shape, start: number, end: number): number {
  const length = end - start;
  const last = end - 1;
  const hash =
    length * 31 +
    (shape[start] as number) * 7 +
    (shape[start + (length >> 1)] as number) * 37 +
    (shape[last] as number) * 5 +
    (shape[last - (length > 1 ? 1 : 0)] as number) * 51 +
    (shape[last - (length > 2 ? 2 : 0)] as number) * 511;
  return hash & (SLOTS - 1);
}

/** A cell is a slice of the text it was cut from and would keep all of that in memory. */
const copyOf = (text: string): string => [text.slice(0, 1), text.slice(1)].join('');
