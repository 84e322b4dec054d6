import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Progress } from '#renderer/ui/Parts.tsx';
import { exportCsv } from './export.ts';
import type { Question } from './use-transactions.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly query: Question | null;
  /** null while the first answer is on its way. */
  readonly total: number | null;
  readonly stale: boolean;
  readonly selected: number;
  /** What else can be done with the table. */
  readonly children: ReactNode;
}

/** How many there are and what they come to, by currency; and the way to take them along. */
export function Totals({ ledger, query, total, stale, selected, children }: Props) {
  const format = useFormat();
  const version = useLedgerVersion((state) => state.version);
  const key = JSON.stringify([query?.period, query?.basis, query?.filter, version]);
  const sums = useLoaded(key, async (signal) => {
    if (!query) return [];
    const { period, basis, filter } = query;
    const groups = await ledger.groups(
      {
        period,
        basis,
        filter,
        groupBy: ['currency'],
        measures: ['transactions', 'sale', 'commission'],
        sort: [{ by: 'transactions', direction: 'desc' }],
        window: { offset: 0, limit: 20 },
      },
      signal,
    );
    return groups.rows;
  });
  return (
    <div className="totals">
      <div className="totals-words" aria-live="polite">
        <strong>
          {total === null ? '' : `${format.count(total)} ${total === 1 ? 'transaction' : 'transactions'}`}
        </strong>
        {!stale &&
          sums.value?.map(({ currency = '', measures }) => (
            <span key={currency} className="totals-currency">
              <span>
                <span className="faint">Sales </span>
                {format.money(measures.sale ?? 0n, currency)}
              </span>
              <span>
                <span className="faint">Commission </span>
                {format.money(measures.commission ?? 0n, currency)}
              </span>
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
