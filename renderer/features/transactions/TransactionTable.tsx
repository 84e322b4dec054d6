import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import type { TransactionsView } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Field } from '#shared/domain/ledger/fields.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { TABLE_FIELDS, transactionColumns } from './columns.tsx';
import { copyRows } from './copy.ts';
import { Totals } from './Totals.tsx';
import { TransactionDetails } from './TransactionDetails.tsx';
import { useTransactions } from './use-transactions.ts';
import './transactions.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: TransactionsView;
  readonly fields?: readonly Field[];
  readonly onSort: (sort: TransactionsView['sort']) => void;
  /** What stands here when nothing meets the conditions. */
  readonly none: ReactNode;
}

/** What a view comes to, its rows, and the details of one of them. */
export function TransactionTable({ ledger, directory, view, fields = TABLE_FIELDS, onSort, none }: Props) {
  const { query, list, pages, cursor } = useTransactions(ledger, directory, view);
  const format = useFormat();
  const today = useToday();
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  const [open, setOpen] = useState(false);
  const columns = useMemo(
    () => transactionColumns(directory, fields, format, today),
    [directory, fields, format, today],
  );
  const total = pages.total ?? 0;
  const close = useCallback(() => setOpen(false), []);
  const opened = open && cursor.active !== null ? pages.rowAt(cursor.active) : undefined;
  return (
    <>
      <Totals ledger={ledger} query={query} total={pages.total} stale={pages.stale} selected={cursor.selected.size} />
      <div className="beside">
        {pages.total === 0 && !pages.stale ? (
          none
        ) : (
          <DataTable
            label="Transactions"
            list={list}
            columns={columns}
            total={total}
            rowAt={pages.rowAt}
            onNeed={pages.need}
            sort={view.sort}
            onSort={({ by, direction }) => onSort({ by: by as Field, direction })}
            cursor={cursor}
            onPick={() => setOpen(true)}
            onOpen={() => setOpen(true)}
            onCopy={() => void copyRows(ledger, query, cursor, format, today)}
            rowHeight={ROW_HEIGHTS[rows]}
            letters={letters}
            dimmed={pages.stale}
          />
        )}
        {opened && (
          <TransactionDetails
            ledger={ledger}
            directory={directory}
            listed={opened}
            onClose={close}
            onMove={(by) => cursor.moveTo(Math.max(0, Math.min(total - 1, (cursor.active ?? 0) + by)))}
          />
        )}
      </div>
    </>
  );
}
