import { BLOCK_ROWS } from '../ledger/draft.ts';
import { createDecoder } from './decode.ts';
import { createMapper } from './map-rows.ts';
import { createRowCutter, type Piece } from './row-cutter.ts';
import { countLineEnds, createSplitter, type Rows } from './row-reader.ts';
import type { Batch, Dialect, Encoding, Recognition, Settings } from './types.ts';

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
export function createBlockCutter(dialect: Omit<Dialect, 'headerLine'>): BlockCutter {
  const decoder = createDecoder(dialect);
  const cutter = createRowCutter(dialect.delimiter, dialect.quote);
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
export function rowsOfBlock(block: TextBlock, dialect: Pick<Dialect, 'delimiter' | 'quote'>): Rows {
  return createSplitter(dialect.delimiter, dialect.quote, block.firstLine)(block.pieces);
}

/** Makes the function that turns blocks of a recognised export into batches, in any order and each for itself. */
export function createBlockMapper(recognition: Recognition, settings: Settings): (block: TextBlock) => Batch[] {
  const map = createMapper(recognition, settings);
  const { dialect } = recognition;
  return (block) => {
    const { cells, lines, broken } = rowsOfBlock(block, dialect);
    const header = block.firstLine > dialect.headerLine ? -1 : lines.findIndex((line) => line >= dialect.headerLine);
    const preamble = block.firstLine > dialect.headerLine ? 0 : header < 0 ? lines.length : header;
    const data = header < 0 ? preamble : header + 1;
    const skipped = lines.slice(0, preamble).map((line) => ({ line, reason: 'before the header' }));
    const batches: Batch[] = [];
    // A block of rows that run over several lines can hold more rows than one batch may.
    for (let from = data; from < cells.length || (batches.length === 0 && skipped.length > 0); from += BLOCK_ROWS) {
      const part = cells.slice(from, from + BLOCK_ROWS);
      const inPart = [...broken].filter((row) => row >= from && row < from + BLOCK_ROWS).map((row) => row - from);
      const batch = map({ cells: part, lines: lines.slice(from, from + BLOCK_ROWS), broken: new Set(inPart) });
      batches.push(batches.length === 0 ? { ...batch, skipped: [...skipped, ...batch.skipped] } : batch);
    }
    return batches;
  };
}
