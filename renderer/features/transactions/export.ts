import type { LedgerClient } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { isAbort } from '#renderer/session/is-abort.ts';
import { say } from '#renderer/session/toasts.ts';
import { csvHeader, csvRows } from '#shared/domain/ledger/export-csv.ts';
import type { Question } from './use-transactions.ts';

const PAGE = 5_000;

/** The text of a whole export stands in memory and crosses to main in one piece. */
const MOST_ROWS = 500_000;

/** Writes all rows of the question to a file of her choice. Says how it went. */
export async function exportCsv(
  ledger: LedgerClient,
  query: Question,
  total: number,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  if (total > MOST_ROWS) {
    return say('These are too many rows for one file. Choose a shorter period, or filter, and export again.');
  }
  const parts: string[] = [csvHeader(query.book)];
  try {
    for (let offset = 0; offset < total; offset += PAGE) {
      const { rows } = await ledger.list({ ...query, window: { offset, limit: PAGE } }, signal);
      parts.push(csvRows(rows.map((row) => row.transaction)));
      onRows(offset + rows.length);
    }
    signal.throwIfAborted();
  } catch (error) {
    if (isAbort(error)) return say('The export was cancelled. Nothing was written.');
    throw error;
  }
  const saved = await desk().files.saveText({ suggestedName: `${query.book}.csv`, kind: 'csv', text: parts.join('') });
  if (!saved.ok) say(saved.error.message);
  else if (saved.value.kind === 'saved') say(`Exported to ${saved.value.name}`);
}
