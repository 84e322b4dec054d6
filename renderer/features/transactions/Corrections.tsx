import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { showTransactions } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { fieldText } from '#renderer/session/words.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly listed: ListedTransaction;
}

/** Rows of one order that are looked through. */
const LOOKED_AT = 200;

/** What a row takes back from, and what takes back from it: each leads to its rows. */
export function Corrections({ ledger, listed }: Props) {
  const version = useLedgerVersion((state) => state.version);
  const { transactionId, orderId, corrects, network } = listed.transaction;
  const about = [...new Set([corrects, transactionId, orderId])].filter((text) => text !== '');
  const { value } = useLoaded(`corrections ${listed.ref} ${version}`, async (signal) => {
    const { rows } = await ledger.list(
      {
        period: null,
        basis: 'eventTime',
        filter: { about, networks: [network] },
        sort: [{ by: 'eventTime', direction: 'asc' }],
        window: { offset: 0, limit: LOOKED_AT },
      },
      signal,
    );
    return rows.filter(({ ref }) => ref !== listed.ref);
  });
  const isMeant = (by: string, of: ListedTransaction['transaction']): boolean =>
    by !== '' && (by === of.transactionId || by === of.orderId);
  const corrected = (value ?? []).filter(
    ({ transaction }) => transaction.corrects === '' && isMeant(corrects, transaction),
  );
  const correcting =
    corrects === '' ? (value ?? []).filter(({ transaction }) => isMeant(transaction.corrects, listed.transaction)) : [];
  return (
    <>
      <List title="Takes back from" rows={corrected} />
      <List title="Taken back by" rows={correcting} />
    </>
  );
}

function List({ title, rows }: { readonly title: string; readonly rows: readonly ListedTransaction[] }) {
  const format = useFormat();
  const today = useToday();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="corrections">
        {rows.map(({ ref, importId, transaction }) => (
          <li key={ref}>
            <button
              type="button"
              className="link link-accent"
              onClick={() => showTransactions({ text: transaction.transactionId, importId })}
            >
              {transaction.transactionId}
            </button>
            <span className="faint">
              {(['eventTime', 'sale', 'commission'] as const)
                .map((field) => fieldText(transaction, field, format, today))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
