import { useMemo, useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { ALL_TRANSACTIONS, type TransactionsView } from '#renderer/session/navigation.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { TransactionTable } from './TransactionTable.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly affiliateId: string;
}

/** The transactions of one affiliate in the window's period, for their page: there the name says nothing new. */
export function AffiliateTransactions({ ledger, directory, affiliateId }: Props) {
  const [sort, setSort] = useState<TransactionsView['sort']>(ALL_TRANSACTIONS.sort);
  const view = useMemo((): TransactionsView => ({ ...ALL_TRANSACTIONS, affiliateId, sort }), [affiliateId, sort]);
  return (
    <TransactionTable
      ledger={ledger}
      directory={directory}
      view={view}
      table="affiliate-transactions"
      without="partnerName"
      onSort={setSort}
      none={<p className="transactions-none faint">No transactions in this period.</p>}
    />
  );
}
