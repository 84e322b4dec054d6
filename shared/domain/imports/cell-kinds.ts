/** What a cell looks like, as far as the shape of a table is concerned: names of columns are `text`. */
export type CellKind = 'empty' | 'number' | 'date' | 'address' | 'text';

/** Longer cells are text, whatever they begin with. */
const MAX_VALUE_CHARS = 64;

/** Signs, codes or percent around digits and marks: 1,234.50 · -$5 · (12,30) · 50 USD · 1 234,5 € · 7.5%. Ids of digits alone too. */
const NUMBER =
  /^[-+(]{0,2}\s?(?:[A-Z]{3}|[$€£¥₹])?\s?[-+]?(?:\d[\d.,' \u00a0\u202f]*|[.,]\d+)(?:E[-+]?\d+)?(?:%|[A-Z]{3}|[$€£¥₹])?\)?-?$/;
const DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:$|[T\s,])/;
const NAMED_DAY =
  /^(?:[A-Z]{3,9},?\s)?(?:\d{1,2}[-\s][A-Z]{3,9}\.?,?[-\s]\d{2,4}|[A-Z]{3,9}\.?\s\d{1,2},?\s\d{4})(?:$|[T\s,])/i;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[AP]M)?$/i;
const ADDRESS = /^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+\.[A-Z]{2,})$/i;

/** Kind of a cell by its look alone. */
export function kindOf(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text.length > MAX_VALUE_CHARS) return 'text';
  if (DAY.test(text) || NAMED_DAY.test(text) || CLOCK.test(text)) return 'date';
  if (NUMBER.test(text)) return 'number';
  return ADDRESS.test(text) ? 'address' : 'text';
}

/** True for what stands in rows of data and never names a column. A year or a month may do so ("2025", "2025-01"). */
export const isValue = (cell: string): boolean => {
  const kind = kindOf(cell);
  return kind !== 'empty' && kind !== 'text' && !/^\s*(?:19|20)\d\d(?:-\d\d)?\s*$/.test(cell);
};

export const isEmptyCell = (cell: string): boolean => cell === '' || cell.trim() === '';

export const isBlankRow = (row: readonly string[]): boolean => row.every(isEmptyCell);

export const filledCells = (row: readonly string[]): number =>
  row.reduce((n, cell) => (isEmptyCell(cell) ? n : n + 1), 0);
