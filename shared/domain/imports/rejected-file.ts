import type { RowIssue } from './types.ts';

/** Columns that a file of rejected rows has after those of its source. */
const REJECTED_COLUMNS = ['Line', 'Reason'] as const;

/** A rejected row as it goes into the file. */
export interface RejectedCells {
  readonly line: number;
  readonly cells: readonly string[];
  readonly issues: readonly Pick<RowIssue, 'message'>[];
}

/**
 * Rejected rows as a table that the same profile reads again once they are put right: the source's own columns, then the line
 * each row had and what is wrong with it; cells that are too many follow. RFC 4180 with the source's delimiter. Cells stand exactly as in the source, unguarded
 * against formulas: a guard would change what is read the next time.
 */
export function rejectedText(header: readonly string[], delimiter: string, rows: readonly RejectedCells[]): string {
  const between = delimiter === ' ' ? ',' : delimiter;
  const width = header.length;
  const line = (cells: readonly string[]): string => `${cells.map((cell) => quoted(cell, between)).join(between)}\r\n`;
  return [
    line([...header, ...REJECTED_COLUMNS]),
    ...rows.map(({ line: at, cells, issues }) => {
      const own = Array.from({ length: width }, (_, index) => cells[index] ?? '');
      return line([...own, String(at), reasonOf(issues), ...cells.slice(width)]);
    }),
  ].join('');
}

/** The header without the columns that a file of rejected rows adds. */
export function withoutRejectedColumns(header: readonly string[]): readonly string[] {
  const at = header.length - REJECTED_COLUMNS.length;
  return REJECTED_COLUMNS.every((name, index) => header[at + index] === name) ? header.slice(0, at) : header;
}

const reasonOf = (issues: RejectedCells['issues']): string => issues.map(({ message }) => message).join(' ');

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
