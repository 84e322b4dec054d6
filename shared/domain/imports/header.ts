import { filledCells, isEmptyCell, isValue, kindOf } from './cell-kinds.ts';
import { fits, usualFilled, type Grid, type Reading, type Region } from './grid.ts';
import type { DialectWish } from './types.ts';

/** Where a table's header stands in a grid, by rows. */
export interface Header {
  /** Names of the columns. */
  readonly names: readonly string[];
  /** Rows of the header; 0: there is none. */
  readonly rows: number;
  /** Its last row; without a header, the row before the data (-1: there is none). */
  readonly last: number;
}

/** Rows from the top among which a header that a profile knows is looked for. */
const KNOWN_WITHIN = 300;

/** The header that `score` knows best, as the names of one row or of two, null if it knows none. */
export function knownHeader(
  grid: Grid,
  score: (names: readonly string[]) => number,
): (Header & { readonly score: number }) | null {
  let best: (Header & { readonly score: number }) | null = null;
  const consider = (header: Header): void => {
    const known = score(header.names);
    if (known > (best?.score ?? 0)) best = { ...header, score: known };
  };
  for (let at = 0; at < Math.min(grid.cells.length, KNOWN_WITHIN); at++) {
    const row = grid.cells[at] ?? [];
    if (grid.blank[at] === true || grid.broken.has(at) || row.filter(isValue).length * 2 > row.length) continue;
    consider(headerAt(grid, at, 1));
    if (isGroupRow(grid, at - 1, at)) consider(headerAt(grid, at, 2));
  }
  return best;
}

/** The header of a table that no profile knows: the first full row, unless it looks like those below. */
export function likelyHeader(grid: Grid, region: Region | null): Header {
  if (!region) {
    const first = grid.blank.indexOf(false);
    return isData(grid, first, { from: first, to: grid.cells.length - 1, width: 1 })
      ? numbered(1, first - 1)
      : headerAt(grid, first, 1);
  }
  const full = usualFilled(grid, region) / 2;
  let at = region.from;
  while (at < region.to && (grid.blank[at] === true || isPaddedTitle(grid, at, full))) at++;
  if (isData(grid, at, { ...region, from: at }))
    return isShortHeader(grid, at - 1, region) ? headerAt(grid, at - 1, 1) : numbered(region.width, at - 1);
  if (isCompleted(grid, at, region)) return headerAt(grid, at + 1, 2);
  return headerAt(grid, at, isGroupRow(grid, at - 1, at) ? 2 : 1);
}

/** The header as the user wants it, null if that is left to us. */
export function wishedHeader({ grid, region }: Reading, { headerLine, headerRows }: DialectWish): Header | null {
  if (headerLine === undefined && headerRows === undefined) return null;
  const likely = likelyHeader(grid, region);
  if (headerLine === undefined) {
    if (headerRows === 0) return numbered(widthBelow(grid, likely.last - likely.rows), likely.last - likely.rows);
    const wanted = headerRows ?? 1;
    if (likely.rows === 0) return headerAt(grid, likely.last + wanted, wanted);
    const above = likely.last - wanted + 1;
    const room = wanted <= likely.rows || (above >= 0 && filledCells(grid.cells[above] ?? []) > 1);
    return headerAt(grid, room ? likely.last : likely.last - likely.rows + wanted, wanted);
  }
  let last = grid.lines.length - 1;
  while (last >= 0 && (grid.lines[last] ?? 0) > headerLine) last--;
  if (headerRows === 0 || last < 0) return numbered(widthBelow(grid, last), last);
  return headerAt(grid, last, headerRows ?? (isGroupRow(grid, last - 1, last) ? 2 : 1));
}

/** Cells of most rows below a row. */
function widthBelow(grid: Grid, above: number): number {
  const counts = new Map<number, number>();
  for (let at = above + 1; at < grid.cells.length; at++) {
    const width = grid.cells[at]?.length ?? 0;
    if (grid.blank[at] !== true) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].sort(([, m], [, n]) => n - m)[0]?.[0] ?? 1;
}

function numbered(width: number, last: number): Header {
  return { names: Array.from({ length: width }, (_, at) => `Column ${at + 1}`), rows: 0, last };
}

/** The header whose last row is `last`: the names of several rows one after the other, groups carried on over empty cells. */
function headerAt(grid: Grid, last: number, rows: number): Header {
  const to = Math.min(last, grid.cells.length - 1);
  const first = Math.max(0, to - rows + 1);
  const lines = grid.cells.slice(first, to + 1);
  const own = lines.at(-1) ?? [];
  const groups = lines.slice(0, -1).map((line) => {
    let group = '';
    return Array.from({ length: Math.max(own.length, line.length) }, (_, at) => (group = line[at]?.trim() || group));
  });
  const width = Math.max(own.length, ...groups.map(({ length }) => length), 0);
  const names = Array.from({ length: width }, (_, at) =>
    groups.length === 0
      ? (own[at] ?? '')
      : [...groups.map((group) => group[at] ?? ''), own[at]?.trim() ?? ''].filter((name) => name !== '').join(' '),
  );
  return { names: withoutTail(grid, to, names), rows: lines.length, last: to };
}

/** Names without the empty ones at the end, if nothing stands below these. */
function withoutTail(grid: Grid, last: number, names: readonly string[]): readonly string[] {
  let width = names.length;
  while (width > 1 && isEmptyCell(names[width - 1] ?? '')) width--;
  if (width === names.length) return names;
  const below = grid.cells.slice(last + 1, last + 1 + KNOWN_WITHIN);
  while (width < names.length && below.some((row) => !isEmptyCell(row[width] ?? ''))) width = names.length;
  return names.slice(0, width);
}

/** True for a title above the header that is filled up to the table's width with empty cells. */
function isPaddedTitle(grid: Grid, at: number, full: number): boolean {
  const row = grid.cells[at] ?? [];
  const filled = filledCells(row);
  const next = grid.cells[at + 1] ?? [];
  if (filled <= full && filledCells(row.slice(0, filled)) === filled) return true;
  return filled < full && filledCells(next) > full && !next.some(isValue);
}

/** True for names of most columns above rows with more cells than these: better rows too long than columns without names. */
function isShortHeader(grid: Grid, at: number, { width }: Region): boolean {
  const row = grid.cells[at] ?? [];
  const filled = filledCells(row);
  return filled > 1 && filled === row.length && filled * 2 > width && !row.some(isValue);
}

/** True for a row of headings over groups of the columns that the next row names: gaps between them, and no values. */
function isGroupRow(grid: Grid, above: number, named: number): boolean {
  if (above < 0 || grid.blank[above] === true || grid.broken.has(above)) return false;
  const groups = grid.cells[above] ?? [];
  const names = grid.cells[named] ?? [];
  if (!fits(groups.slice(0, names.length), Math.min(groups.length, names.length)) || groups.length > names.length)
    return false;
  if (groups.some(isValue) || filledCells(groups) < 2 || filledCells(groups) >= filledCells(names)) return false;
  let lastFilled = groups.length - 1;
  while (isEmptyCell(groups[lastFilled] ?? '')) lastFilled--;
  return groups.slice(0, lastFilled).some(isEmptyCell);
}

/** True for a row whose gaps the next one fills with names, where values stand below that. */
function isCompleted(grid: Grid, at: number, { width, to }: Pick<Region, 'width' | 'to'>): boolean {
  const upper = grid.cells[at] ?? [];
  const lower = grid.cells[at + 1] ?? [];
  if (at + 2 > to || filledCells(upper) < 2 || filledCells(upper) === width || grid.blank[at + 1] === true)
    return false;
  if (upper.some(isValue) || lower.some(isValue)) return false;
  for (let column = 0; column < width; column++)
    if (isEmptyCell(upper[column] ?? '') && isEmptyCell(lower[column] ?? '')) return false;
  const below = { from: at + 2, to, width };
  return Array.from({ length: width }, (_, column) => valueShare(grid, below, column)).some((share) => share >= MOSTLY);
}

const MOSTLY = 0.8;
/** Rows that tell what a column holds. */
const TELLING = 50;

/** Share of a column's filled cells that are values. */
export function valueShare(
  grid: Grid,
  { from, to, width }: Pick<Region, 'from' | 'to' | 'width'>,
  column: number,
): number {
  let values = 0;
  let filled = 0;
  for (let at = from, seen = 0; at <= to && seen < TELLING; at++) {
    const row = grid.cells[at] ?? [];
    if (grid.blank[at] === true || !fits(row, width)) continue;
    seen++;
    const kind = kindOf(row[column] ?? '');
    if (kind === 'empty') continue;
    filled++;
    if (kind !== 'text') values++;
  }
  return filled === 0 ? 0 : values / filled;
}

/** True for a row that holds values where the rows below do: it names nothing. */
function isData(grid: Grid, at: number, region: Pick<Region, 'from' | 'to' | 'width'>): boolean {
  const row = grid.cells[at] ?? [];
  const values = row.map(isValue);
  const below = { ...region, from: at + 1 };
  const alone = !grid.blank.slice(at + 1, region.to + 1).includes(false);
  if (alone) return values.filter(Boolean).length * 2 >= Math.max(1, filledCells(row));
  return values.some((value, column) => value && valueShare(grid, below, column) >= MOSTLY);
}
