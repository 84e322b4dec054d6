import { isBlankRow, isTotalLabel } from './columns.ts';
import { issueOf } from './issues.ts';
import type { Rows } from './row-reader.ts';
import type { RowIssue, SkippedRow } from './types.ts';

/** Rows that look whole, and what became of the others. */
export interface SortedRows {
  readonly cells: readonly (readonly string[])[];
  readonly lines: Float64Array;
  readonly skipped: readonly SkippedRow[];
  /** Rows whose shape is wrong; each has an issue. */
  readonly badRows: number;
}

/** Tells data rows of `width` cells from blank rows, sums and rows of the wrong shape. Empty cells beyond the header do no harm. */
export function sortRows(rows: Rows, width: number, idAt: number, timeAt: number, issues: RowIssue[]): SortedRows {
  const cells: string[][] = [];
  const lines = new Float64Array(rows.cells.length);
  const skipped: SkippedRow[] = [];
  let badRows = 0;
  const refuse = (line: number, row: readonly string[], code: string): void => {
    badRows++;
    issues.push(issueOf(line, '', row.join(' | ').slice(0, 200), code, false, `${row.length} of ${width}`));
  };
  for (let i = 0; i < rows.cells.length; i++) {
    const row = rows.cells[i] ?? [];
    const line = rows.lines[i] ?? 0;
    if (rows.broken.size > 0 && rows.broken.has(i)) {
      refuse(line, row, 'unclosed-quote');
      continue;
    }
    const id = row[idAt];
    // Blank rows and sums have no id, or their label stands where it should be: only then is the row looked at.
    if (id === undefined || id.length === 0 || mayBeLabel(id.charCodeAt(0))) {
      if (isBlankRow(row)) {
        skipped.push({ line, reason: 'blank' });
        continue;
      }
      if (isTotalLabel(row.find((cell) => cell.trim() !== '') ?? '') && (row[timeAt] ?? '').trim() === '') {
        skipped.push({ line, reason: 'total' });
        continue;
      }
    }
    if (row.length < width) {
      refuse(line, row, 'too-few-cells');
      continue;
    }
    if (row.length > width && !row.slice(width).every((cell) => cell.trim() === '')) {
      refuse(line, row, 'too-many-cells');
      continue;
    }
    lines[cells.length] = line;
    cells.push(row);
  }
  return { cells, lines: cells.length === lines.length ? lines : lines.slice(0, cells.length), skipped, badRows };
}

/** Blank, or the first letter of "total", "grand total", "subtotal". */
const mayBeLabel = (code: number): boolean =>
  code <= 32 || code === 84 || code === 116 || code === 71 || code === 103 || code === 83 || code === 115;
