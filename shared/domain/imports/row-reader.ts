import Papa from 'papaparse';
import { alignedSplitter } from './aligned.ts';
import { rowsWithBackslashes } from './backslash-rows.ts';
import { createDecoder, type DetectedEncoding } from './decode.ts';
import { createRowCutter, quoteOf, type Grammar, type Piece } from './row-cutter.ts';
import type { Encoding } from './types.ts';

/**
 * Rows as cells. `lines[i]` is the physical line on which row i starts; `broken` holds the rows that cannot be read
 * (row-cutter.ts, Piece).
 */
export interface Rows {
  readonly cells: string[][];
  readonly lines: number[];
  readonly broken: ReadonlySet<number>;
}

/**
 * Reads every row of a delimited text file, preamble and header included, from bytes in pieces of any size.
 *
 * Cells longer than a dozen characters are slices of the piece they came from and keep it in memory for as long as they live: take
 * rows in, map them, let them go, and store copies.
 */
export interface RowReader {
  push(bytes: Uint8Array): Rows;
  end(): Rows;
  readonly encoding: Encoding;
}

/** A reader for the encoding and grammar of `dialect`. */
export function createRowReader(dialect: DetectedEncoding & Grammar): RowReader {
  const decoder = createDecoder(dialect);
  const cutter = createRowCutter(dialect);
  const split = createSplitter(dialect);
  return {
    push: (bytes) => split(cutter.push(decoder.decode(bytes))),
    end: () => split([...cutter.push(decoder.end()), ...cutter.end()]),
    get encoding() {
      return decoder.encoding;
    },
  };
}

/** All rows of a text that is at hand as a whole. */
export function rowsOfText(text: string, grammar: Grammar): Rows {
  const cutter = createRowCutter(grammar);
  return createSplitter(grammar)([...cutter.push(text), ...cutter.end()]);
}

/** Splits pieces of whole rows into cells, from piece to piece; the first row of the first piece starts on `firstLine`. */
export function createSplitter(grammar: Grammar, firstLine = 1): (pieces: readonly Piece[]) => Rows {
  const parse = createParser(grammar);
  let line = firstLine;
  return (pieces) => {
    let cells: string[][] = [];
    const lines: number[] = [];
    const broken = new Set<number>();
    for (const piece of pieces) {
      const data = piece.multiline ? parse.rows(piece.text) : parse.lines(piece.text);
      if (piece.broken) broken.add(cells.length);
      for (const row of data) {
        lines.push(line);
        line += piece.multiline ? 1 + lineEndsIn(row) : 1;
      }
      if (cells.length === 0) cells = data;
      else for (const row of data) cells.push(row);
    }
    return { cells, lines, broken };
  };
}

interface Parser {
  /** Of any text of whole rows that ends with LF. */
  rows(text: string): string[][];
  /** The same for a text with one row a line, in less than half the time. */
  lines(text: string): string[][];
}

function createParser(grammar: Grammar): Parser {
  const { delimiter } = grammar;
  const quote = quoteOf(grammar);
  if (quote === '') {
    const split =
      delimiter === ' ' ? alignedSplitter(grammar.stops) : (line: string): string[] => line.split(delimiter);
    const plain = (text: string): string[][] => text.slice(0, -1).split('\n').map(split);
    return { rows: plain, lines: plain };
  }
  const config = { delimiter, quoteChar: quote, newline: '\n', header: false } as const;
  const usual = (text: string): string[][] => {
    // papaparse drops one byte order mark at the start of what it is given: here that is the middle of a file.
    const { data } = Papa.parse(text.charCodeAt(0) === 0xfeff ? `\uFEFF${text}` : text, config);
    data.pop(); // what stands after the last LF: nothing
    return data;
  };
  const rows = grammar.escape === 'backslash' ? rowsWithBackslashes(delimiter, quote) : usual;
  const lines = (text: string): string[][] => {
    const found: string[][] = [];
    const quoted: number[] = [];
    let quotedText = '';
    let nextQuote = text.indexOf(quote);
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      if (nextQuote >= 0 && nextQuote < end) {
        quoted.push(found.length);
        quotedText += text.slice(from, end + 1);
        nextQuote = text.indexOf(quote, end);
        found.push([]);
      } else {
        // A line without a quote is split as papaparse itself does when it sees none in the whole text.
        found.push(text.slice(from, end).split(delimiter));
      }
      from = end + 1;
    }
    if (quotedText !== '') rows(quotedText).forEach((row, at) => (found[quoted[at] ?? 0] = row));
    return found;
  };
  return { rows, lines };
}

/** Line ends in a text: CRLF, LF and CR count as one each. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

const lineEndsIn = (row: readonly string[]): number => row.reduce((sum, cell) => sum + countLineEnds(cell), 0);
