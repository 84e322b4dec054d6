import { LARGEST_INSIDE, UnpackFailure } from './problems.ts';

/** A cell as the library gives it: text, a number as it is written in the file, a date in UTC, or nothing. */
export type Cell = string | boolean | Date | null;

/** How the text of a sheet is written. */
export const WORKBOOK_DIALECT = { encoding: 'utf-8', delimiter: ',', quote: '"', escape: 'doubled' } as const;

const DAY_MS = 86_400_000;
/** Day 1 of the 1900 calendar of workbooks: what comes before is a time of day without a date. */
const FIRST_DAY = Date.UTC(1899, 11, 31);
const ROWS_AT_A_TIME = 2_000;

/**
 * A sheet as text: UTF-8, commas, quotes where needed, one line a row, so that a line's number is the row's in the sheet. Line breaks in
 * cells become a blank. Dates are ISO days, with the time of day where any date of the column has one.
 */
export function* sheetText(
  rows: readonly (readonly Cell[])[],
  onShare?: (share: number) => void,
): Generator<Uint8Array, void, undefined> {
  const withTime = timeColumns(rows);
  const encoder = new TextEncoder();
  let total = 0;
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    let text = '';
    for (const row of rows.slice(from, from + ROWS_AT_A_TIME)) {
      text += `${row.some((cell) => cell !== null) ? row.map((cell, at) => cellText(cell, withTime.has(at))).join(',') : ''}\n`;
      if (text.length > LARGEST_INSIDE / 4) throw new UnpackFailure('too-large-inside');
    }
    const bytes = encoder.encode(text);
    total += bytes.length;
    if (total > LARGEST_INSIDE) throw new UnpackFailure('too-large-inside');
    onShare?.(Math.min(1, (from + ROWS_AT_A_TIME) / rows.length));
    yield bytes;
  }
}

function timeColumns(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, at) => {
      if (cell instanceof Date && secondsOf(cell) % (DAY_MS / 1000) !== 0) columns.add(at);
    });
  }
  return columns;
}

/** Workbooks hold instants as fractions of a day, which come out a millisecond off. */
const secondsOf = (date: Date): number => Math.round(date.getTime() / 1000);

function cellText(cell: Cell, withTime: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (cell instanceof Date) return dateText(cell, withTime);
  const line = /[\r\n]/.test(cell) ? oneLine(cell) : cell;
  return /[",]|^\s|\s$/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

const oneLine = (cell: string): string =>
  cell
    .split(/[\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

function dateText(date: Date, withTime: boolean): string {
  const iso = new Date(secondsOf(date) * 1000).toISOString();
  const time = iso.slice(11, 19);
  if (date.getTime() < FIRST_DAY) return time;
  return withTime ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}
