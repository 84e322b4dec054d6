import type { LedgerClient } from '#renderer/ledger/types.ts';
import { say } from '#renderer/session/toasts.ts';
import { FIELD_NAMES, fieldText } from '#renderer/session/words.ts';
import type { TableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { TABLE_FIELDS } from './columns.tsx';
import type { Question } from './use-transactions.ts';

/** Puts the selected rows (or the one she is on) on the clipboard as they stand in the table, with tabs between. */
export async function copyRows(
  ledger: LedgerClient,
  query: Question | null,
  cursor: TableCursor,
  format: Format,
  today: Day,
): Promise<void> {
  const wanted = cursor.selected.size > 0 ? cursor.selected : new Set(cursor.active === null ? [] : [cursor.active]);
  if (!query || wanted.size === 0) return;
  const first = Math.min(...wanted);
  const limit = Math.max(...wanted) - first + 1;
  const { rows } = await ledger.list({ ...query, window: { offset: first, limit } });
  const lines = rows
    .filter((_, index) => wanted.has(first + index))
    .map(({ transaction }) =>
      TABLE_FIELDS.map((field) => plain(fieldText(transaction, field, format, today))).join('\t'),
    );
  await navigator.clipboard.writeText(
    [TABLE_FIELDS.map((field) => FIELD_NAMES[field]).join('\t'), ...lines].join('\n'),
  );
  say(lines.length === 1 ? 'Copied 1 row' : `Copied ${format.count(lines.length)} rows`);
}

const plain = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');
