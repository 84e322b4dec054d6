import { useMemo } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import type { TransactionsView } from '#renderer/session/navigation.ts';
import { usePeriod } from '#renderer/session/use-period.ts';
import { useRowPages, type RowPages } from '#renderer/ui/use-row-pages.ts';
import { useTableCursor, type TableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { LedgerFilter, ListedTransaction, ListQuery } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { addDays, type Period } from '#shared/lib/day.ts';

/** A list without its window: what is asked for, wherever one looks. */
export type Question = Omit<ListQuery, 'window' | 'book'> & { readonly book: Book };

interface Transactions {
  /** null: the conditions name an affiliate that has no partner id, so that nothing can meet them. */
  readonly query: Question | null;
  /** Names the list, as of this state of the ledger. */
  readonly list: string;
  readonly pages: RowPages<ListedTransaction>;
  readonly cursor: TableCursor;
}

/** The transactions of a view, page by page. */
export function useTransactions(ledger: LedgerClient, directory: Directory, view: TransactionsView): Transactions {
  const { period } = usePeriod();
  const version = useLedgerVersion((state) => state.version);
  const query = useMemo(() => question(view, period, directory), [view, period, directory]);
  const list = JSON.stringify([query, version]);
  const pages = useRowPages(list, async (offset, limit, signal) =>
    query ? ledger.list({ ...query, window: { offset, limit } }, signal) : { rows: [], total: 0 },
  );
  const cursor = useTableCursor(list);
  return { query, list, pages, cursor };
}

/** What a view asks of the ledger. An import and an order are looked at whole, a day is that day: they take the place of the period. */
export function question(view: TransactionsView, period: Period | null, directory: Directory): Question | null {
  const partners = view.affiliateId === null ? [] : directory.partnersOf(view.affiliateId);
  if (view.affiliateId !== null && partners.length === 0) return null;
  const filter: LedgerFilter = {
    ...(view.text.trim() === '' ? {} : { text: view.text.trim() }),
    ...(view.statuses.length === 0 ? {} : { statuses: view.statuses }),
    ...(view.networks.length === 0 ? {} : { networks: view.networks }),
    ...(view.currencies.length === 0 ? {} : { currencies: view.currencies }),
    ...(partners.length === 0 ? {} : { partners }),
    ...(view.importId === null ? {} : { importId: view.importId }),
    ...(view.about === null ? {} : { about: view.about.ids }),
  };
  const oneDay = view.day === null ? null : { from: view.day, to: addDays(view.day, 1) };
  return {
    book: view.book,
    period: view.importId !== null || view.about !== null ? null : (oneDay ?? period),
    basis: view.basis,
    filter,
    sort: view.sort,
  };
}
