import { fail, ok, type Problem, type Result } from '../../lib/result.ts';
import { createDecoder, detectEncoding, type DetectedEncoding } from './decode.ts';
import { readingsOf } from './dialects.ts';
import type { Reading } from './grid.ts';
import { knownHeader, likelyHeader, wishedHeader, type Header } from './header.ts';
import { binaryProblem, textProblem } from './not-a-table.ts';
import { endOfTable } from './table-end.ts';
import type { Dialect, DialectWish } from './types.ts';

/** As much of a file's beginning as recognition wants to see. */
export const HEAD_BYTES = 262_144;

const SAMPLE_ROWS = 200;

/** The first data rows of a table, as cells. */
export interface Sample {
  readonly lines: readonly number[];
  readonly cells: readonly (readonly string[])[];
}

/** How a text file is to be read as a table, and what its first rows are then. */
export interface Structure {
  readonly dialect: Dialect;
  /** Names of the columns as in the file; "Column 1" and so on without a header. */
  readonly header: readonly string[];
  /** The first rows of data, blank and unreadable ones left out. */
  readonly sample: Sample;
}

/** A reading with its header. */
interface Proposal {
  readonly reading: Reading;
  readonly header: Header;
  /** How well the header is known, 0: not at all. */
  readonly known: number;
}

/**
 * Works out how a delimited text file is to be read, from its first `HEAD_BYTES` bytes (or all of them: `whole`): encoding, delimiter,
 * quotes, header and the end of the table.
 *
 * `wish`: parts that the user has set are as set, and the others are worked out to fit. `score`: how well the names of a header are
 * known (0: not at all): the best known header decides; if none is, the reading that makes the most regular table of all rows at hand.
 *
 * Fails with `empty-file`, `not-text`, `web-page` or `not-a-table`; never throws for what a file may hold.
 */
export function readStructure(
  head: Uint8Array,
  whole: boolean,
  wish: DialectWish,
  score: (header: readonly string[]) => number,
): Result<Structure> {
  const decoded = decodeHead(head, whole, wish);
  if (!decoded.ok) return decoded;
  const { encoding, text } = decoded.value;
  const readings = readingsOf(text, whole, wish);
  if (readings.every(({ grid }) => grid.cells.length === 0))
    return fail('not-a-table', 'The file has no lines. Export the report as CSV and drop that.');
  let best: Proposal | null = null;
  for (const reading of readings) {
    if (!reading.grid.blank.includes(false)) continue;
    const proposal = propose(reading, wish, score);
    if (!best || isBetter(proposal, best)) best = proposal;
  }
  if (!best) return fail('empty-file', 'The file holds no text. Export it again and drop the new file.');
  return ok(structureOf(best, encoding, whole, wish));
}

const isBetter = (a: Proposal, b: Proposal): boolean =>
  a.known > b.known || (a.known === b.known && a.reading.regular > b.reading.regular);

function propose(reading: Reading, wish: DialectWish, score: (header: readonly string[]) => number): Proposal {
  const wished = wishedHeader(reading, wish);
  if (wished) return { reading, header: wished, known: score(wished.names) };
  const known = knownHeader(reading.grid, score);
  if (known) return { reading, header: known, known: known.score };
  return { reading, header: likelyHeader(reading.grid, reading.region), known: 0 };
}

function structureOf(
  { reading, header }: Proposal,
  encoding: DetectedEncoding,
  whole: boolean,
  wish: DialectWish,
): Structure {
  const { grid } = reading;
  const lineOf = (row: number): number => grid.lines[row] ?? 0;
  const end = wish.lastLine === undefined ? endOfTable(grid, header, whole) : null;
  const lastLine = wish.lastLine !== undefined ? wish.lastLine : end === null ? null : lineOf(end);
  const headerLine = header.rows > 0 ? lineOf(header.last) : Math.max(0, lineOf(header.last + 1) - 1);
  const dialect: Dialect = {
    ...encoding,
    ...grid.grammar,
    headerLine,
    headerRows: header.rows,
    lastLine,
    sheet: wish.sheet ?? '',
  };
  const lines: number[] = [];
  const cells: (readonly string[])[] = [];
  for (let at = header.last + 1; at < grid.cells.length && cells.length < SAMPLE_ROWS; at++) {
    if (lastLine !== null && lineOf(at) > lastLine) break;
    if (grid.blank[at] === true || grid.broken.has(at)) continue;
    lines.push(lineOf(at));
    cells.push(grid.cells[at] ?? []);
  }
  return { dialect, header: header.names, sample: { lines, cells } };
}

interface Decoded {
  readonly encoding: DetectedEncoding;
  readonly text: string;
}

function decodeHead(head: Uint8Array, whole: boolean, wish: DialectWish): Result<Decoded, Problem> {
  const binary = binaryProblem(head);
  if (binary) return { ok: false, error: binary };
  const encoding: DetectedEncoding =
    wish.encoding === undefined ? detectEncoding(head, whole) : { encoding: wish.encoding, encodingBy: 'evidence' };
  const decoder = createDecoder(encoding);
  const text = decoder.decode(head) + (whole ? decoder.end() : '');
  const odd = textProblem(text);
  return odd ? { ok: false, error: odd } : ok({ encoding, text });
}
