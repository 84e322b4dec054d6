import type { PersonField } from '../affiliates/person.ts';
import type { Field } from '../ledger/fields.ts';
import { cellAt, type CellTable } from './cell-table.ts';
import type { Report } from './columns.ts';
import { cleanText } from './empty.ts';
import type { TextColumn } from './text-reader.ts';

/** What stands between the parts of an id that is made of several columns. */
const ID_MARK = ' \u00b7 ';
const PLUS = 43;

/** Fields by which rows are told apart, or know each other. */
export const isId = (field: Field | PersonField): boolean =>
  field === 'transactionId' || field === 'orderId' || field === 'partnerId';

/** Says which ids a spreadsheet has cut down to 1.23E+12: several would become one, and no later file would have them again. */
export function checkIds(values: TextColumn, rows: number, report: Report): void {
  for (let row = 0; row < rows; row++) {
    if (isCutDown(typeof values === 'string' ? values : (values[row] as string))) report(row, 'scientific');
  }
}

const isCutDown = (id: string): boolean => id.charCodeAt(id.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(id);

/**
 * Ids of rows whose source has none: the cells of these columns and the day that was asked, '' if all of the cells are empty. `lost`
 * is told of these, and of cells that are no ids any more.
 */
export function idsOf(
  cells: CellTable,
  columns: readonly number[],
  day: string,
  lost: (row: number, at: number, code: string) => void,
): string[] {
  return Array.from({ length: cells.rows }, (_, row) => {
    const parts = columns.map((at) => {
      const part = cleanText(cellAt(cells, row, at));
      if (isCutDown(part)) lost(row, at, 'scientific');
      return part;
    });
    if (parts.every((part) => part === '')) {
      lost(row, columns[0] ?? 0, 'empty');
      return '';
    }
    return (day === '' ? parts : [...parts, day]).join(ID_MARK);
  });
}
