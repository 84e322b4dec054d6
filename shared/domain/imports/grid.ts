import { filledCells, isBlankRow, isEmptyCell, kindOf } from './cell-kinds.ts';
import { createRowCutter, type Grammar } from './row-cutter.ts';
import { createSplitter, type Rows } from './row-reader.ts';

/** The beginning of a file (or all of it) split one way. */
export interface Grid extends Rows {
  readonly grammar: Grammar;
  /** Rows without a word in them, and a first line that only names the delimiter. */
  readonly blank: readonly boolean[];
}

/** Rows of a text; a last row that is not `whole` is left out. */
export function gridOf(text: string, whole: boolean, grammar: Grammar): Grid {
  const cutter = createRowCutter(grammar);
  const pieces = cutter.push(text);
  if (whole) pieces.push(...cutter.end());
  const rows = createSplitter(grammar)(pieces);
  const blank = rows.cells.map((row, at) => isBlankRow(row) || (at === 0 && SEPARATOR_LINE.test(text)));
  return { ...rows, grammar, blank };
}

/** First line by which spreadsheets are told the delimiter: sep=; (in quotes at times). */
export const SEPARATOR_LINE = /^"?sep=([^\r\n])"?[\r\n]/i;

/** True for a row of `width` cells; empty cells beyond do no harm. */
export function fits(row: readonly string[], width: number): boolean {
  if (row.length < width) return false;
  for (let at = width; at < row.length; at++) if (!isEmptyCell(row[at] ?? '')) return false;
  return true;
}

/** A stretch of rows, first and last included, most of which have `width` cells. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Rows that fit less those that do not. */
  readonly sum: number;
  readonly misfits: number;
}

/** One reading of a text, and how regular a table it gives: from 0 (none) to 1. */
export interface Reading {
  readonly grid: Grid;
  readonly region: Region | null;
  readonly regular: number;
}

/** Widths that are looked at: the ones of most cells. */
const WIDTHS = 6;
/** The larger of two tables is the one meant only if it is so much larger: else it is the first. */
const LARGER = 2;

/** The stretch that is most of a table by the number of cells alone, null if no two cells stand in a row. */
export function findRegion(grid: Grid): Region | null {
  const counts = new Map<number, number>();
  grid.cells.forEach((row, at) => {
    if (grid.blank[at] !== true && row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  });
  const widths = [...counts].sort(([a, m], [b, n]) => n * (b - 1) - m * (a - 1)).slice(0, WIDTHS);
  const regions = widths.flatMap(([width]) => trimmed(grid, densest(grid, width)) ?? []);
  regions.sort((a, b) => a.from - b.from || weight(b) - weight(a));
  let best: Region | null = null;
  for (const region of regions) {
    const apart = best !== null && region.from > best.to;
    if (!best || weight(region) > weight(best) * (apart ? LARGER : 1)) best = region;
  }
  return best;
}

const weight = ({ sum, width }: Region): number => sum * (width - 1);

/** The stretch in which rows of a width outnumber the others by most: the largest sum of neighbours. */
function densest(grid: Grid, width: number): Region {
  let best: Region = { from: 0, to: 0, width, sum: 0, misfits: 0 };
  let from = 0;
  let sum = 0;
  let misfits = 0;
  grid.cells.forEach((row, at) => {
    if (grid.blank[at] === true) return;
    const fit = fits(row, width) && !grid.broken.has(at);
    if (fit && sum <= 0) {
      from = at;
      sum = 0;
      misfits = 0;
    }
    sum += fit ? 1 : -1;
    misfits += fit ? 0 : 1;
    if (fit && (sum > best.sum || (sum === best.sum && from === best.from)))
      best = { from, to: at, width, sum, misfits };
  });
  return best;
}

/** The region without last columns in which nothing stands: rows that end with a delimiter. */
function trimmed(grid: Grid, region: Region): Region | null {
  const rows = grid.cells.slice(region.from, region.to + 1).filter((row) => fits(row, region.width));
  let width = region.width;
  while (width > 1 && rows.every((row) => isEmptyCell(row[width - 1] ?? ''))) width--;
  if (width < 2) return null;
  return width === region.width ? region : densest(grid, width);
}

/** Share of a region's cells that hold one value: none of the `marks` but its own delimiter, and no quote that is left over. */
export function cleanness(grid: Grid, { from, to, width }: Region, marks: ReadonlySet<string>): number {
  const { delimiter, quote } = grid.grammar;
  const foreign = new Set([...marks, quote].filter((mark) => mark !== delimiter && mark !== ''));
  let clean = 0;
  let cells = 0;
  for (let at = from; at <= to && cells < 20_000; at++) {
    for (const cell of (grid.cells[at] ?? []).slice(0, width)) {
      if (grid.blank[at] === true) continue;
      cells++;
      if (!holds(cell, foreign) || kindOf(cell) !== 'text') clean++;
    }
  }
  return cells === 0 ? 0 : clean / cells;
}

function holds(cell: string, marks: ReadonlySet<string>): boolean {
  for (const mark of marks) if (cell.includes(mark)) return true;
  return false;
}

/** Filled cells of the row that is in the middle by their number. */
export function usualFilled(grid: Grid, { from, to }: Region): number {
  const filled = grid.cells
    .slice(from, to + 1)
    .filter((_, at) => grid.blank[from + at] !== true)
    .map(filledCells)
    .sort((a, b) => a - b);
  return filled[filled.length >> 1] ?? 0;
}
