import type { Field } from '../ledger/fields.ts';
import { issueOf } from './issues.ts';
import { MAX_ROW_CHARS } from './row-cutter.ts';
import type { Rows } from './row-reader.ts';
import type { Recognition, RowIssue, SkippedRow } from './types.ts';

/** Rows that look whole, and what became of the others. */
export interface SortedRows {
  readonly cells: readonly (readonly string[])[];
  readonly lines: Float64Array;
  readonly skipped: readonly SkippedRow[];
  /** Rows whose shape is wrong; each has an issue. */
  readonly badRows: number;
}

/** Why a row below the header says nothing and is passed over, or null for a data row. */
export type SkipReason = (row: readonly string[]) => 'blank' | 'total' | 'header again' | null;

/** For a table that no profile knows only blank rows say nothing: a "Total" in it may be anything. */
export const skipBlank: SkipReason = (row) => (isBlank(row) ? 'blank' : null);

/**
 * For a recognised export: blank rows, sums at the foot (their label stands first and they have no event time), and the header once
 * more, as files joined end to end have it.
 */
export function skipReasonFor({ header, mapping }: Pick<Recognition, 'header' | 'mapping'>): SkipReason {
  const columnOf = (field: Field): number => mapping.find((each) => each.field === field)?.index ?? 0;
  const idAt = columnOf('transactionId');
  const timeAt = columnOf('eventTime');
  const idName = header[idAt] ?? '';
  return (row) => {
    // Such rows have no id, or their label stands in its place: only then is the rest looked at.
    const id = row[idAt] ?? '';
    const code = id.length === 0 ? 0 : id.charCodeAt(0);
    if (code > 32 && id !== idName && !TOTAL_LETTERS.has(code)) return null;
    if (isBlank(row)) return 'blank';
    if (id === idName && row.length === header.length && row.every((cell, i) => cell === header[i]))
      return 'header again';
    const label = row.find((cell) => cell.trim() !== '') ?? '';
    const noTime = row.length < header.length || (row[timeAt] ?? '').trim() === '';
    return noTime && isTotalLabel(label) ? 'total' : null;
  };
}

/** First letters of "total", "grand total", "subtotal". */
const TOTAL_LETTERS: ReadonlySet<number> = new Set([...'TtGgSs'].map((letter) => letter.charCodeAt(0)));

const isTotalLabel = (cell: string): boolean => cell.length < 40 && /^\s*(?:grand |sub-?)?totals?\b/i.test(cell);

const lengthOf = (row: readonly string[]): number => row.reduce((sum, cell) => sum + cell.length, 0);

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell === '' || cell.trim() === '');

/** Tells data rows of `width` cells from those to pass over and those of the wrong shape. Empty cells beyond the header do no harm. */
export function sortRows(rows: Rows, width: number, skipReason: SkipReason, issues: RowIssue[]): SortedRows {
  const cells: string[][] = [];
  const lines = new Float64Array(rows.cells.length);
  const skipped: SkippedRow[] = [];
  let badRows = 0;
  const refuse = (line: number, row: readonly string[], code: string): void => {
    badRows++;
    issues.push(
      issueOf({ line, column: '', value: row.join(' | '), code, effect: 'rejected' }, `${row.length}, not ${width}`),
    );
  };
  for (let i = 0; i < rows.cells.length; i++) {
    const row = rows.cells[i] ?? [];
    const line = rows.lines[i] ?? 0;
    if (rows.broken.size > 0 && rows.broken.has(i)) {
      refuse(line, row, lengthOf(row) > MAX_ROW_CHARS / 2 ? 'row-too-long' : 'unclosed-quote');
      continue;
    }
    const reason = skipReason(row);
    if (reason !== null) skipped.push({ line, reason });
    else if (row.length < width) refuse(line, row, 'too-few-cells');
    else if (row.length > width && !isBlank(row.slice(width))) refuse(line, row, 'too-many-cells');
    else {
      lines[cells.length] = line;
      cells.push(row);
    }
  }
  return { cells, lines: cells.length === lines.length ? lines : lines.slice(0, cells.length), skipped, badRows };
}
