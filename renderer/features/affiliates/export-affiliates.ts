import { exportRows } from '#renderer/session/table-text.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import type { AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import { AMOUNT_COLUMNS } from './figure-columns.tsx';

/** Writes the affiliates to a file of her choice as they are listed. Amounts are exact, and the file says in which currency. */
export function exportAffiliates(
  columns: readonly TableColumn<AffiliateRow>[],
  rows: readonly AffiliateRow[],
): Promise<void> {
  const currencies = new Set(rows.flatMap(({ byCurrency }) => byCurrency.map(({ currency }) => currency)));
  const [only] = currencies;
  const said = columns.map((column): TableColumn<AffiliateRow> => {
    const { file } = column;
    if (!AMOUNT_COLUMNS.has(column.id) || !file || only === undefined) return column;
    if (currencies.size === 1) return { ...column, header: `${column.header} (${only})` };
    return { ...column, file: (row) => withCurrency(file(row), row.byCurrency[0]?.currency ?? '') };
  });
  return exportRows(said, rows, 'affiliates.csv');
}

type Cell = ReturnType<NonNullable<TableColumn<AffiliateRow>['file']>>;

/** Of a row with several currencies each amount has its own already. */
const withCurrency = (cell: Cell, currency: string): Cell =>
  cell !== null && typeof cell === 'object' ? `${cell.figure} ${currency}` : cell;
