import { quoteOf, type Grammar } from './row-cutter.ts';

/*
 * Cells of an export are mostly read once, to a number or to a word met before. So they are not cut out of the text as strings: a
 * table says where each one is, and holds the text's characters as bytes, which are read several times faster than a string's.
 */

/** Characters as bytes, at the places that they have in their text. All that is not ASCII is `OTHER`. */
export type Shape = Uint8Array;

export const OTHER = 255;

/** What readers of shapes answer for a cell of which only its string can tell more. */
export const UNREAD = Number.NEGATIVE_INFINITY;

/** Rows of the same number of cells, as places in one text. Valid until its scanner makes another one. */
export interface CellTable {
  readonly rows: number;
  /** Cells in a row. */
  readonly width: number;
  readonly text: string;
  readonly shape: Shape;
  /** Of cell `row * width + column`: where it starts and ends in the text. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function cellAt({ text, width, from, to }: CellTable, row: number, column: number): string {
  const cell = row * width + column;
  return text.slice(from[cell], to[cell]);
}

export const rowAt = (table: CellTable, row: number): string[] =>
  Array.from({ length: table.width }, (_, column) => cellAt(table, row, column));

const encoder = new TextEncoder();

/** Writes a text's shape into `out`, which has three bytes for each of its characters. */
function writeShape(text: string, out: Uint8Array): void {
  const { written } = encoder.encodeInto(text, out);
  if (written === text.length) return;
  // UTF-8: characters beyond ASCII have several bytes, and those of four are two units of the text.
  let at = 0;
  for (let i = 0; i < written;) {
    const byte = out[i] as number;
    if (byte < 0x80) {
      out[at++] = byte;
      i++;
    } else {
      out[at++] = OTHER;
      if (byte >= 0xf0) out[at++] = OTHER;
      i += byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    }
  }
}

const scratch = new Uint8Array(64);
/** Longer cells are no numbers and no dates. */
export const MAX_SHAPED = 60;

/** The shape of a single cell of at most `MAX_SHAPED` characters, valid until the next call. Blanks of every kind are plain ones. */
export function shapeOf(cell: string): Shape {
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    scratch[i] = code < 0x80 ? code : code === 0xa0 || code === 0x202f ? 32 : OTHER;
  }
  scratch[cell.length] = 0;
  return scratch;
}

/** A table of rows that are there as strings; cells beyond `width` are left out. */
export function tableOf(rows: readonly (readonly string[])[], width: number): CellTable {
  const from = new Int32Array(rows.length * width);
  const to = new Int32Array(rows.length * width);
  const cells: string[] = [];
  let at = 0;
  for (const row of rows) {
    for (let column = 0; column < width; column++) {
      const cell = row[column] ?? '';
      from[cells.length] = at;
      to[cells.length] = at += cell.length;
      cells.push(cell);
    }
  }
  const text = cells.join('');
  const shape = new Uint8Array(text.length * 3);
  writeShape(text, shape);
  return { rows: rows.length, width, text, shape, from, to };
}

const LF = 10;
const HIGH_BITS = 0x80808080 | 0;

/**
 * Makes the function that finds the cells of a text of whole rows, one a line (row-cutter.ts, Piece). Null for a text that needs a
 * parser: where a row has another number of cells than `width`, or a quoted cell holds more than plain characters.
 */
export function createScanner(grammar: Grammar, width: number): (text: string) => CellTable | null {
  const { delimiter, escape } = grammar;
  const quoteText = quoteOf(grammar);
  const mark = delimiter.charCodeAt(0);
  const quote = quoteText === '' ? -1 : quoteText.charCodeAt(0);
  // Columns aligned with blanks are not divided by a mark.
  if (delimiter.length !== 1 || delimiter === ' ' || mark >= 0x80 || quote >= 0x80) return () => null;
  // Four characters at a time: those that may mean something are the ones below this.
  const beyond = Math.imul(Math.max(mark, quote, LF) + 1, 0x01010101);
  let shape = new Uint8Array(0);
  let fours = new Int32Array(0);
  let from = new Int32Array(0);
  let to = new Int32Array(0);

  return (text) => {
    const { length } = text;
    if (shape.length < length * 3) {
      fours = new Int32Array(length);
      shape = new Uint8Array(fours.buffer);
    }
    // There are no more cells than characters.
    if (from.length < length + 1) {
      from = new Int32Array(length + 1);
      to = new Int32Array(length + 1);
    }
    writeShape(text, shape);
    let cell = 0;
    let rowEnd = width;
    let start = 0;
    from[0] = 0;
    for (let first = 0; first < length; first += 4) {
      const four = fours[first >> 2] as number;
      // The high bits of the bytes below `beyond`, and of some above such a one (http://graphics.stanford.edu/~seander/bithacks.html, hasless).
      for (let low = (four - beyond) & ~four & HIGH_BITS; low !== 0; low &= low - 1) {
        const at = first + ((31 - Math.clz32(low & -low)) >> 3);
        if (at < start) continue; // in a quoted cell that has been passed
        if (at >= length) break;
        const code = shape[at] as number;
        if (code === mark) {
          to[cell++] = at;
          from[cell] = start = at + 1;
        } else if (code === LF) {
          to[cell++] = at;
          if (cell !== rowEnd) return null;
          rowEnd += width;
          from[cell] = start = at + 1;
        } else if (code === quote && at === start) {
          if (escape === 'backslash') return null;
          let close = at + 1;
          while (close < length && shape[close] !== quote && shape[close] !== LF) close++;
          const next = shape[close + 1];
          if (close + 1 >= length || shape[close] !== quote || (next !== mark && next !== LF)) return null;
          from[cell] = at + 1;
          to[cell++] = close;
          if (next === LF) {
            if (cell !== rowEnd) return null;
            rowEnd += width;
          }
          from[cell] = start = close + 2;
        }
      }
    }
    return { rows: cell / width, width, text, shape, from, to };
  };
}
