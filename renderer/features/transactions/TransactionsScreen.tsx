import { ArrowLeftRight } from 'lucide-react';
import { useCallback } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { ALL_TRANSACTIONS, useNavigation, type TransactionsView } from '#renderer/session/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { Filters } from './Filters.tsx';
import { TransactionTable } from './TransactionTable.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: TransactionsView;
}

/** Every transaction there is, or those that meet the conditions. */
export function TransactionsScreen({ ledger, directory, view }: Props) {
  const all = useLedgerVersion((state) => state.transactions);
  const replace = useNavigation((state) => state.replace);
  const change = useCallback(
    (wish: Partial<TransactionsView>) => replace({ screen: 'transactions', view: { ...view, ...wish } }),
    [replace, view],
  );
  if (all === 0) {
    return (
      <EmptyState
        icon={<ArrowLeftRight size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => void chooseFiles()}>
            Import an export
          </Button>
        }
      >
        Every sale your affiliates brought is listed here once an export is imported.
      </EmptyState>
    );
  }
  const clear = <Button onClick={() => change({ ...ALL_TRANSACTIONS, sort: view.sort })}>Clear the filters</Button>;
  return (
    <>
      <Filters ledger={ledger} directory={directory} view={view} onChange={change} />
      <TransactionTable
        ledger={ledger}
        directory={directory}
        view={view}
        table="transactions"
        onView={change}
        onSort={(sort) => change({ sort })}
        none={<EmptyState action={clear}>No transaction meets these conditions in this period.</EmptyState>}
      />
    </>
  );
}
