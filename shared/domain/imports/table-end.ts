import { filledCells, isEmptyCell, isValue } from './cell-kinds.ts';
import { fits, type Grid } from './grid.ts';
import { valueShare, type Header } from './header.ts';

/**
 * The last row of the table below a header, null if it goes on to the end of what is at hand. After it come blank rows and titles, a
 * second table, or (at the end of the file: `whole`) lines about the report. Sums at the foot belong to the table.
 */
export function endOfTable(grid: Grid, header: Header, whole: boolean): number | null {
  const rows = grid.cells.length;
  const next = secondTable(grid, header);
  if (next === null && !whole) return null;
  const width = header.names.length;
  let last = (next ?? rows) - 1;
  while (last > header.last && grid.blank[last] === true) last--;
  for (;;) {
    const group = groupOf(grid, last, header.last);
    if (
      group > header.last + 1 &&
      isBlankAt(grid, group - 1) &&
      all(group, last, (at) => isNote(grid.cells[at] ?? [], width))
    ) {
      last = group - 1;
    } else if (last > header.last && (next === null ? isSentence : isTitle)(grid.cells[last] ?? [], width)) last--;
    else break;
    while (last > header.last && grid.blank[last] === true) last--;
  }
  return grid.blank.slice(last + 1).includes(false) ? last : null;
}

const isBlankAt = (grid: Grid, at: number): boolean => grid.blank[at] === true;

function all(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at <= to; at++) if (!test(at)) return false;
  return true;
}

/** First row of the rows without a blank one between them that end with `last`. */
function groupOf(grid: Grid, last: number, above: number): number {
  let first = last;
  while (first - 1 > above && grid.blank[first - 1] !== true) first--;
  return first;
}

const firstFilled = (row: readonly string[]): string => row.find((cell) => !isEmptyCell(cell)) ?? '';

/** A line of words that is no row cut short. */
const isTitle = (row: readonly string[], width: number): boolean =>
  width > 1 && filledCells(row) === 1 && row.length <= width && !isValue(firstFilled(row));

const isSentence = (row: readonly string[], width: number): boolean =>
  isTitle(row, width) && /\S+\s+\S+\s+\S|:/.test(firstFilled(row));

/** Below a blank row: a title, or a word about the report with its value ("Generated on, 2026-01-31"). */
const isNote = (row: readonly string[], width: number): boolean =>
  isTitle(row, width) ||
  (width > 3 && filledCells(row) <= 2 && !isValue(firstFilled(row)) && /\s|:/.test(firstFilled(row).trim()));

/** Row on which a second table's header stands, null if there is none at hand. */
function secondTable(grid: Grid, header: Header): number | null {
  const width = header.names.length;
  const region = { from: header.last + 1, to: grid.cells.length - 1, width };
  let values: readonly boolean[] | null = null;
  let rows = 0; // of the first table: before there is one there is no second
  for (let at = header.last + 1; at < grid.cells.length; at++) {
    const row = grid.cells[at] ?? [];
    if (grid.blank[at] === true) continue;
    const first = rows === 0;
    if (fits(row, width) && filledCells(row) > 1) rows++;
    if (first || !isNames(row) || sameNames(row, header.names)) continue;
    const below = nextRow(grid, at);
    if (below === null || !sameWidth(grid, at, below)) continue;
    const apart = isBlankAt(grid, at - 1) || isTitle(grid.cells[at - 1] ?? [], width);
    if (fits(row, width)) {
      if (isReordered(row, header.names)) return at;
      // Of the same width as the first: names where that one holds values.
      values ??= header.names.map((_, column) => valueShare(grid, region, column) >= HELD);
      if (apart && row.some((cell, column) => values?.[column] === true && !isValue(cell) && !isEmptyCell(cell)))
        return at;
    } else if (apart || endsSo(grid, at, width)) return at;
  }
  return null;
}

/** The table's rows may be the fewer of the rows below its header. */
const HELD = 0.5;

const isNames = (row: readonly string[]): boolean =>
  row.length > 1 &&
  !row.some(isValue) &&
  filledCells(row) > 1 &&
  new Set(row.map((cell) => cell.trim())).size === row.length;

const sameNames = (row: readonly string[], names: readonly string[]): boolean =>
  row.every((cell, at) => cell.trim() === (names[at] ?? '').trim());

/** True for the table's own names in another order: a file made of two exports of different columns. */
const isReordered = (row: readonly string[], names: readonly string[]): boolean => {
  const sorted = (cells: readonly string[]): string => JSON.stringify(cells.map((cell) => cell.trim()).sort());
  return sorted(row.slice(0, names.length)) === sorted(names);
};

function nextRow(grid: Grid, at: number): number | null {
  const below = grid.blank.indexOf(false, at + 1);
  return below < 0 ? null : below;
}

const sameWidth = (grid: Grid, a: number, b: number): boolean =>
  (grid.cells[a]?.length ?? 0) === (grid.cells[b]?.length ?? -1);

/** True if all rows from `at` on are of its width, not the table's, and at least two of them hold values. */
function endsSo(grid: Grid, at: number, width: number): boolean {
  const own = grid.cells[at]?.length ?? 0;
  let withValues = 0;
  for (let below = at + 1; below < grid.cells.length; below++) {
    const row = grid.cells[below] ?? [];
    if (grid.blank[below] === true) continue;
    if (row.length !== own || fits(row, width)) return false;
    if (row.some(isValue)) withValues++;
  }
  return withValues > 1;
}
