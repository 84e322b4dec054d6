import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { showTransactions } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { fieldText } from '#renderer/session/words.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly book: Book;
  readonly listed: ListedTransaction;
}

/** Rows of one order that are looked through. */
const LOOKED_AT = 200;

const isLess = ({ sale, commission }: Transaction): boolean => sale < 0 || commission < 0;

/** What a row takes back from, and what takes back from it: each leads to the order's rows, with its own details open. */
export function Corrections({ ledger, book, listed }: Props) {
  const version = useLedgerVersion((state) => state.version);
  const { transaction } = listed;
  const { transactionId, orderId, corrects, network } = transaction;
  const ids = [...new Set(corrects === '' ? [transactionId, orderId] : [corrects])].filter((id) => id !== '');
  const { value, stale } = useLoaded(`${book} ${listed.ref} ${version}`, async (signal) => {
    const { rows } = await ledger.list(
      {
        book,
        period: null,
        basis: 'eventTime',
        filter: { about: ids, networks: [network] },
        sort: [{ by: 'eventTime', direction: 'asc' }],
        window: { offset: 0, limit: LOOKED_AT },
      },
      signal,
    );
    return rows;
  });
  if (!value || stale) return null;
  const others = value.filter(({ ref }) => ref !== listed.ref).map((each) => each.transaction);
  const show = (opens: string): void => showTransactions({ book, about: { ids, opens }, networks: [network] });
  if (corrects === '') {
    const correcting = others.filter(
      (each) => each.corrects === transactionId || (orderId !== '' && each.corrects === orderId),
    );
    return (
      <>
        <Rows title="Taken back by" rows={correcting.filter(isLess)} onShow={show} />
        <Rows title="Corrected by" rows={correcting.filter((each) => !isLess(each))} onShow={show} />
      </>
    );
  }
  const title = isLess(transaction) ? 'Takes back from' : 'Corrects';
  const originals = others.filter((each) => each.corrects === '');
  if (originals.length > 0) return <Rows title={title} rows={originals} onShow={show} />;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="faint">{`${corrects}, which is in none of the imported files.`}</p>
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly Transaction[];
  readonly onShow: (transactionId: string) => void;
}

function Rows({ title, rows, onShow }: RowsProps) {
  const format = useFormat();
  const today = useToday();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="corrections">
        {rows.map((each) => (
          <li key={`${each.program} ${each.transactionId}`}>
            <button type="button" className="link link-accent" onClick={() => onShow(each.transactionId)}>
              {each.transactionId}
            </button>
            <span className="faint">
              {(['eventTime', 'sale', 'commission'] as const)
                .map((field) => fieldText(each, field, format, today))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
