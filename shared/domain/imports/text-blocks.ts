import { BLOCK_ROWS } from '../ledger/draft.ts';
import { createDecoder, type DetectedEncoding } from './decode.ts';
import { createScanner } from './cell-table.ts';
import { createMapper } from './map-rows.ts';
import { createOrdered } from './merge-lines.ts';
import { createRowCutter, type Grammar, type Piece } from './row-cutter.ts';
import { countLineEnds, createSplitter, type Rows } from './row-reader.ts';
import type { Batch, Corrections, Dialect, Encoding, Recognition, Settings, SkippedRow } from './types.ts';

/** Whole rows of a file as text, not yet split into cells: what one thread hands to another. */
export interface TextBlock {
  readonly pieces: readonly Piece[];
  /** Physical line on which the first row starts. */
  readonly firstLine: number;
  /** Physical lines, at least as many as rows. */
  readonly lines: number;
}

export interface BlockCutter {
  push(bytes: Uint8Array): TextBlock[];
  end(): TextBlock[];
  readonly encoding: Encoding;
}

/**
 * Cuts a file's bytes into blocks of whole rows, some `BLOCK_ROWS` each: the cheap part of reading, so that the dear one
 * (cells, mapping) can be done for several blocks at once. The same rows whatever the boundaries of the pushed bytes.
 */
export function createBlockCutter(dialect: DetectedEncoding & Grammar): BlockCutter {
  const decoder = createDecoder(dialect);
  const cutter = createRowCutter(dialect);
  let firstLine = 1;
  let pieces: Piece[] = [];
  let lines = 0;

  const close = (blocks: TextBlock[]): void => {
    if (pieces.length > 0) blocks.push({ pieces, firstLine, lines });
    firstLine += lines;
    pieces = [];
    lines = 0;
  };

  const take = (cut: readonly Piece[]): TextBlock[] => {
    const blocks: TextBlock[] = [];
    for (const piece of cut) {
      if (piece.multiline) {
        pieces.push(piece);
        lines += countLineEnds(piece.text);
      } else {
        // One row a line: the block can end in the middle of the piece.
        let from = 0;
        for (let at = piece.text.indexOf('\n'); at >= 0; at = piece.text.indexOf('\n', at + 1)) {
          lines++;
          if (lines < BLOCK_ROWS) continue;
          pieces.push({ ...piece, text: piece.text.slice(from, at + 1) });
          from = at + 1;
          close(blocks);
        }
        if (from < piece.text.length) pieces.push(from === 0 ? piece : { ...piece, text: piece.text.slice(from) });
      }
      if (lines >= BLOCK_ROWS) close(blocks);
    }
    return blocks;
  };

  return {
    push: (bytes) => take(cutter.push(decoder.decode(bytes))),
    end: () => {
      const blocks = take([...cutter.push(decoder.end()), ...cutter.end()]);
      close(blocks);
      return blocks;
    },
    get encoding() {
      return decoder.encoding;
    },
  };
}

/** The cells of a block's rows, as `Reader` would see them. */
export function rowsOfBlock(block: TextBlock, grammar: Grammar): Rows {
  return createSplitter(grammar, block.firstLine)(block.pieces);
}

/** Rows that are split and mapped at a time: few enough for their cells to fit a core's cache and to be gone before they get expensive to clean up after. */
const PART_ROWS = 500;
const PART_CHARS = 100_000;

/** A few hundred rows of the table in a block, or rows of the file that are outside of it. */
export interface TablePart {
  readonly rows: Rows;
  readonly skipped: readonly SkippedRow[];
}

const NO_ROWS: Rows = { cells: [], lines: [], broken: new Set() };

/** Has a text with one row a line read at once, from its first line on; null if that cannot be done. */
export type AtOnce<T> = (text: string, firstLine: number) => T | null;

/** The rows of a block below the header and above the table's end, a few hundred at a time, and the lines of the others. */
export function* tableParts<T = never>(
  block: TextBlock,
  dialect: Dialect,
  atOnce: AtOnce<T> = () => null,
): Generator<TablePart | T, void, undefined> {
  const { headerLine, headerRows } = dialect;
  const lastLine = dialect.lastLine ?? Number.POSITIVE_INFINITY;
  const before: number[] = [];
  const outside = (lines: readonly number[], reason: string): TablePart => ({
    rows: NO_ROWS,
    skipped: lines.map((line) => ({ line, reason })),
  });
  let line = block.firstLine;
  for (const piece of partsOf(block.pieces)) {
    const first = line;
    line += linesIn(piece);
    const inTable = first > headerLine && line - 1 <= lastLine;
    const done = inTable && !piece.multiline && !piece.broken ? atOnce(piece.text, first) : null;
    if (done !== null) {
      yield done;
      continue;
    }
    const part = createSplitter(dialect, first)([piece]);
    const { lines } = part;
    let from = 0;
    if ((lines[0] ?? 0) <= headerLine) {
      for (let at = lines[from]; at !== undefined && at <= headerLine; at = lines[++from]) before.push(at);
      // The last ones are the header itself once the next row lies below it, or the next block's first.
      if (before.length > headerRows) yield outside(before.splice(0, before.length - headerRows), 'before the header');
    }
    let to = lines.length;
    while (to > from && (lines[to - 1] ?? 0) > lastLine) to--;
    for (let at = from; at < to; at += PART_ROWS)
      yield { rows: slice(part, at, Math.min(at + PART_ROWS, to)), skipped: NOTHING };
    if (to < lines.length) yield outside(lines.slice(Math.max(to, from)), 'after the table');
  }
}

const NOTHING: readonly SkippedRow[] = [];

/** Turns blocks of a recognised export into batches. */
export interface BlockMapper {
  /**
   * The batches of a block come one by one, a few hundred rows each: whoever takes one in before the next lets its cells go.
   * Blocks in any order and each for itself, unless `needsOrder` (merge-lines.ts) says otherwise.
   */
  map(block: TextBlock): Generator<Batch, void, undefined>;
  /** What could only be said at the end of the file. */
  end(): Batch[];
}

/** A mapper for one file. `corrections`: rows that the user has put right. */
export function createBlockMapper(
  recognition: Recognition,
  settings: Settings,
  corrections?: Corrections,
): BlockMapper {
  const map = createMapper(recognition, settings, corrections);
  const ordered = createOrdered(recognition);
  const scan = createScanner(recognition.dialect, recognition.header.length);
  const atOnce = (text: string, firstLine: number): Batch | null => {
    const cells = scan(text);
    return cells && map.table(cells, firstLine);
  };
  return {
    *map(block) {
      for (const part of tableParts(block, recognition.dialect, atOnce)) {
        if ('draft' in part) yield ordered.take(part);
        else yield ordered.take({ ...map.rows(part.rows), ...(part.skipped.length > 0 && { skipped: part.skipped }) });
      }
    },
    end: () => ordered.end(),
  };
}

function linesIn({ text, multiline }: Piece): number {
  if (multiline) return countLineEnds(text);
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The pieces, long ones of one row a line cut into shorter ones. */
function* partsOf(pieces: readonly Piece[]): Generator<Piece> {
  for (const piece of pieces) {
    const { text, multiline } = piece;
    let from = 0;
    while (!multiline && text.length - from > PART_CHARS) {
      const end = text.indexOf('\n', from + PART_CHARS) + 1;
      if (end === 0 || end === text.length) break;
      yield { ...piece, text: text.slice(from, end) };
      from = end;
    }
    yield from === 0 ? piece : { ...piece, text: text.slice(from) };
  }
}

const NONE: ReadonlySet<number> = new Set();

/** A row that cannot be read is a piece by itself: it is the first or there is none. */
function slice({ cells, lines, broken }: Rows, from: number, to: number): Rows {
  if (from === 0 && to >= cells.length) return { cells, lines, broken };
  return { cells: cells.slice(from, to), lines: lines.slice(from, to), broken: from === 0 ? broken : NONE };
}
