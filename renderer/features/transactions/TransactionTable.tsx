import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { ALL_TRANSACTIONS, type TransactionsView } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { ColumnsMenu, ViewsMenu } from '#renderer/ui/TableTools.tsx';
import type { RowPages } from '#renderer/ui/use-row-pages.ts';
import type { Field } from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { savedSorts } from '#shared/lib/table-look.ts';
import { bookColumns, firstLook } from './columns.tsx';
import { copyTransactions } from './copy.ts';
import { Totals } from './Totals.tsx';
import { TransactionDetails } from './TransactionDetails.tsx';
import { useTransactions } from './use-transactions.ts';
import './transactions.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: TransactionsView;
  /** The name under which its columns and views are remembered. */
  readonly table: string;
  /** A column that there is none of here. */
  readonly without?: Field;
  /** Left out: there are no views to save and show. */
  readonly onView?: (view: TransactionsView) => void;
  readonly onSort: (sort: TransactionsView['sort']) => void;
  /** What stands here when nothing meets the conditions. */
  readonly none: ReactNode;
}

/** What a view comes to, its rows, and the details of one of them. */
export function TransactionTable({ ledger, directory, view, table, without, onSort, onView, none }: Props) {
  const { query, list, pages, cursor: moved } = useTransactions(ledger, directory, view);
  const { book } = view;
  const format = useFormat();
  const today = useToday();
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  const opens = view.about?.opens ?? null;
  const [open, setOpen] = useState(opens !== null);
  const all = useMemo(
    () => bookColumns(book, without ?? null, directory, format, today),
    [book, without, directory, format, today],
  );
  const kept = useTable(table, all, firstLook(book));
  const total = pages.total ?? 0;
  const close = useCallback(() => setOpen(false), []);
  const start = opens === null || pages.stale ? null : placeOf(opens, pages);
  const cursor = useMemo(() => ({ ...moved, active: moved.active ?? start }), [moved, start]);
  const opened = open && cursor.active !== null ? pages.rowAt(cursor.active) : undefined;
  return (
    <>
      <Totals
        ledger={ledger}
        book={book}
        query={query}
        total={pages.total}
        stale={pages.stale}
        selected={cursor.selected.size}
      >
        {onView && (
          <ViewsMenu
            views={kept.views}
            onShow={(saved) => {
              kept.takeLook(saved);
              const sort = sortOf(savedSorts(saved.shows));
              onView({ ...ALL_TRANSACTIONS, ...saved.shows, sort: sort.length > 0 ? sort : ALL_TRANSACTIONS.sort });
            }}
            onSave={(name) => kept.saveView(name, { ...view })}
            onRemove={kept.removeView}
          />
        )}
        <ColumnsMenu {...kept} />
      </Totals>
      <div className="beside">
        {pages.total === 0 && !pages.stale ? (
          none
        ) : (
          <DataTable
            label={BOOK_WORDS[book].title}
            list={list}
            columns={kept.columns}
            widths={kept.widths}
            onWidths={kept.setWidths}
            total={total}
            rowAt={pages.rowAt}
            onNeed={pages.need}
            sort={view.sort}
            onSort={(_, all) => onSort(sortOf(all))}
            cursor={cursor}
            onPick={() => setOpen(true)}
            onOpen={() => setOpen(true)}
            onCopy={() => void copyTransactions(ledger, query, kept.columns, cursor)}
            rowHeight={ROW_HEIGHTS[rows]}
            letters={letters}
            dimmed={pages.stale}
          />
        )}
        {opened && (
          <TransactionDetails
            ledger={ledger}
            directory={directory}
            book={book}
            listed={opened}
            onClose={close}
            onMove={(by) => cursor.moveTo(Math.max(0, Math.min(total - 1, (cursor.active ?? 0) + by)))}
          />
        )}
      </div>
    </>
  );
}

/** The columns of a book are called as its fields. */
const sortOf = (sorts: readonly TableSort[]): TransactionsView['sort'] =>
  sorts.map(({ by, direction }) => ({ by: by as Field, direction }));

/** Where the row with that id stands among those that have been read; an order has few. */
function placeOf(transactionId: string, { total, rowAt }: RowPages<ListedTransaction>): number | null {
  for (let index = 0; index < Math.min(total ?? 0, 200); index++) {
    if (rowAt(index)?.transaction.transactionId === transactionId) return index;
  }
  return null;
}
