import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Progress } from '#renderer/ui/Parts.tsx';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Group, Measure } from '#shared/domain/ledger/query.ts';
import type { Format } from '#shared/lib/format.ts';
import { exportCsv } from './export.ts';
import type { Question } from './use-transactions.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly book: Book;
  readonly query: Question | null;
  /** Rows; null while the first answer is on its way. */
  readonly total: number | null;
  readonly stale: boolean;
  readonly selected: number;
  /** What else can be done with the table. */
  readonly children: ReactNode;
}

/** Clicks know no currency; a shop's orders no commission. */
const MEASURED: Readonly<Record<Book, readonly Measure[]>> = {
  transactions: ['transactions', 'sale', 'commission'],
  clicks: ['quantity'],
  orders: ['transactions', 'sale'],
};

/** More currencies than there are. */
const ALL_GROUPS = { offset: 0, limit: 1_000 };

/** How many there are and what they come to, by currency; and the way to take them along. */
export function Totals({ ledger, book, query, total, stale, selected, children }: Props) {
  const format = useFormat();
  const version = useLedgerVersion((state) => state.version);
  const key = JSON.stringify([book, query?.period, query?.basis, query?.filter, version]);
  const sums = useLoaded(key, async (signal) => {
    if (!query) return [];
    const { period, basis, filter } = query;
    const groups = await ledger.groups(
      {
        book,
        period,
        basis,
        filter,
        groupBy: book === 'clicks' ? [] : ['currency'],
        measures: MEASURED[book],
        sort: book === 'clicks' ? [] : [{ by: 'transactions', direction: 'desc' }],
        window: ALL_GROUPS,
      },
      signal,
    );
    return groups.rows;
  });
  const groups = stale || sums.stale ? null : sums.value;
  return (
    <div className="totals">
      <div className="totals-words" aria-live="polite">
        <strong>{total !== null && groups ? countWords(book, total, groups, format) : ''}</strong>
        {book !== 'clicks' &&
          groups?.slice(0, 20).map(({ currency = '', measures }) => (
            <span key={currency} className="totals-currency">
              <span>
                <span className="faint">{book === 'orders' ? 'Amount ' : 'Sales '}</span>
                {format.money(measures.sale ?? 0n, currency)}
              </span>
              {book === 'transactions' && (
                <span>
                  <span className="faint">Commission </span>
                  {format.money(measures.commission ?? 0n, currency)}
                </span>
              )}
            </span>
          ))}
        {selected > 0 && <span className="faint">{`${format.count(selected)} selected`}</span>}
      </div>
      <div className="filters-end">
        {children}
        <ExportButton ledger={ledger} query={query} total={total} />
      </div>
    </div>
  );
}

/** "5 transactions, 2 corrections"; "412 clicks in 31 rows". */
function countWords(book: Book, rows: number, groups: readonly Group[], format: Format): string {
  const { one, many } = BOOK_WORDS[book];
  const counted = (count: number, ofOne: string, ofMany: string): string =>
    `${format.count(count)} ${count === 1 ? ofOne : ofMany}`;
  const sum = (measure: Measure): number =>
    groups.reduce((total, { measures }) => total + Number(measures[measure] ?? 0n), 0);
  if (book === 'clicks') {
    const clicks = sum('quantity');
    return counted(clicks, one, many) + (clicks === rows ? '' : ` in ${counted(rows, 'row', 'rows')}`);
  }
  const own = sum('transactions');
  return counted(own, one, many) + (own === rows ? '' : `, ${counted(rows - own, 'correction', 'corrections')}`);
}

function ExportButton({ ledger, query, total }: Pick<Props, 'ledger' | 'query' | 'total'>) {
  const [running, setRunning] = useState<{ readonly controller: AbortController; readonly rows: number } | null>(null);
  const format = useFormat();
  if (running && total) {
    return (
      <div className="export-progress">
        <Progress
          label="Exporting"
          share={running.rows / total}
          detail={`${format.count(running.rows)} of ${format.count(total)}`}
        />
        <Button size="small" onClick={() => running.controller.abort()}>
          Cancel
        </Button>
      </div>
    );
  }
  const start = async (): Promise<void> => {
    if (!query || !total) return;
    const controller = new AbortController();
    setRunning({ controller, rows: 0 });
    await exportCsv(ledger, query, total, controller.signal, (rows) => setRunning({ controller, rows }));
    setRunning(null);
  };
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<Download size={14} aria-hidden="true" />}
      disabled={!total}
      onClick={() => void start()}
    >
      Export CSV
    </Button>
  );
}
