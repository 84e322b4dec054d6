import type { LedgerClient } from '#renderer/ledger/types.ts';
import { copyRows } from '#renderer/session/table-text.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import type { TableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Question } from './use-transactions.ts';

/** Copies the selected rows, or the one she is on. They are asked for: what is far off the screen is not in the window. */
export async function copyTransactions(
  ledger: LedgerClient,
  query: Question | null,
  columns: readonly TableColumn<ListedTransaction>[],
  cursor: TableCursor,
): Promise<void> {
  const wanted = cursor.selected.size > 0 ? cursor.selected : new Set(cursor.active === null ? [] : [cursor.active]);
  if (!query || wanted.size === 0) return;
  const first = Math.min(...wanted);
  const limit = Math.max(...wanted) - first + 1;
  const { rows } = await ledger.list({ ...query, window: { offset: first, limit } });
  await copyRows(
    columns,
    rows.filter((_, index) => wanted.has(first + index)),
  );
}
