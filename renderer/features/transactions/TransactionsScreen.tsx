import { ArrowLeftRight } from 'lucide-react';
import { useCallback } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import {
  ALL_TRANSACTIONS,
  showTransactions,
  useNavigation,
  type TransactionsView,
} from '#renderer/session/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { BOOKS, type Book } from '#shared/domain/ledger/book.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { Filters } from './Filters.tsx';
import { TransactionTable } from './TransactionTable.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: TransactionsView;
}

/** The books of the ledger: the transactions, and beside them clicks and the shop's orders where there are any. */
export function TransactionsScreen(props: Props) {
  const filled = useLedgerVersion((state) => state.books);
  const { view } = props;
  const books = BOOKS.filter((book) => book === 'transactions' || book === view.book || filled.includes(book));
  const shown = <BookOf key={`${view.book} ${view.about?.opens ?? ''}`} {...props} />;
  if (books.length === 1) return shown;
  return (
    <Tabs<Book>
      label="What is listed"
      items={books.map((book) => ({ id: book, label: BOOK_WORDS[book].title }))}
      open={view.book}
      onOpen={(book) => showTransactions(sameIn(book, view))}
    >
      {shown}
    </Tabs>
  );
}

/** What another book is asked as well: orders know no affiliate; words, networks and statuses are each book's own. */
const sameIn = (book: Book, { day, affiliateId }: TransactionsView): Partial<TransactionsView> => ({
  book,
  day,
  affiliateId: book === 'orders' ? null : affiliateId,
});

/** Every row of a book, or those that meet the conditions. */
function BookOf({ ledger, directory, view }: Props) {
  const filled = useLedgerVersion((state) => state.books);
  const replace = useNavigation((state) => state.replace);
  const change = useCallback(
    (wish: Partial<TransactionsView>) => replace({ screen: 'transactions', view: { ...view, ...wish } }),
    [replace, view],
  );
  const { book, sort } = view;
  const words = BOOK_WORDS[book];
  if (!filled.includes(book)) {
    return (
      <EmptyState
        icon={<ArrowLeftRight size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => void chooseFiles()}>
            Import an export
          </Button>
        }
      >
        {words.empty}
      </EmptyState>
    );
  }
  const clear = <Button onClick={() => change({ ...ALL_TRANSACTIONS, book, sort })}>Clear the filters</Button>;
  return (
    <>
      <Filters ledger={ledger} directory={directory} view={view} onChange={change} />
      <TransactionTable
        ledger={ledger}
        directory={directory}
        view={view}
        table={book}
        onView={change}
        onSort={(by) => change({ sort: by })}
        none={<EmptyState action={clear}>{`No ${words.one} meets these conditions in this period.`}</EmptyState>}
      />
    </>
  );
}
