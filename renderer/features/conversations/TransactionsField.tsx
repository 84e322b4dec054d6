import { X } from 'lucide-react';
import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { showTransactions } from '#renderer/session/navigation.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { fieldText } from '#renderer/session/words.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import type { TransactionName } from '#shared/domain/conversations/question.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly transactions: readonly TransactionName[];
  readonly onChange: (transactions: readonly TransactionName[]) => void;
  /** Each leads to its rows: not where going away loses what is being written. */
  readonly leads: boolean;
}

/** Transactions and orders that are looked through, and those that are offered. */
const LOOKED_AT = 24;
const OFFERED = 6;

const nameOf = ({ network, program, transactionId }: TransactionName): TransactionName => ({
  network,
  program,
  transactionId,
});
const keyOf = (name: TransactionName): string => JSON.stringify(nameOf(name));

/** The transactions something is about; more are found by a part of their id or their order's. */
export function TransactionsField({ ledger, transactions, onChange, leads }: Props) {
  const [text, setText] = useState('');
  const version = useLedgerVersion((state) => state.version);
  const wanted = text.trim();
  const { value: found, stale } = useLoaded(`${wanted} ${version}`, async (signal) => {
    if (wanted === '') return [];
    const rows = await ledger.find(wanted, LOOKED_AT, signal);
    return rows.filter(({ book }) => book === 'transactions').map(({ transaction }) => transaction);
  });
  const there = new Set(transactions.map(keyOf));
  const offered = (found ?? []).filter((each) => !there.has(keyOf(each))).slice(0, OFFERED);
  const add = (name: TransactionName): void => {
    setText('');
    if (!there.has(keyOf(name))) onChange([...transactions, nameOf(name)]);
  };
  const asTyped: TransactionName = { network: '', program: '', transactionId: wanted };
  return (
    <div className="transactions-field">
      {transactions.length > 0 && (
        <ul>
          {transactions.map((name) => (
            <li key={keyOf(name)}>
              {leads ? (
                <button type="button" className="link link-accent" title="Show its rows" onClick={() => show(name)}>
                  {name.transactionId}
                </button>
              ) : (
                <span>{name.transactionId}</span>
              )}
              <span className="faint">{name.network === '' ? 'in none of the imported files' : name.network}</span>
              <IconButton
                label={`Take ${name.transactionId} off`}
                icon={<X size={14} aria-hidden="true" />}
                onClick={() => onChange(transactions.filter((each) => each !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        type="search"
        className="field"
        aria-label="Add a transaction"
        placeholder="Transaction or order id"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = offered;
          if (event.key === 'Enter' && wanted !== '') {
            if (!stale) add(first ?? asTyped);
          } else if (event.key === 'Escape' && text !== '') setText('');
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {wanted !== '' && !stale && (
        <ul className="transactions-found" aria-label="Found">
          {offered.map((each) => (
            <li key={keyOf(each)}>
              <Found transaction={each} onAdd={() => add(each)} />
            </li>
          ))}
          {offered.length === 0 && (
            <li>
              <button type="button" className="transactions-offer" onClick={() => add(asTyped)}>
                {`Add “${wanted}”, which is in none of the imported files`}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function show({ network, transactionId }: TransactionName): void {
  const about = { ids: [transactionId], opens: transactionId };
  showTransactions({ about, networks: network === '' ? [] : [network] });
}

function Found({ transaction, onAdd }: { readonly transaction: Transaction; readonly onAdd: () => void }) {
  const format = useFormat();
  const today = useToday();
  const facts = [
    transaction.network,
    format.momentDay(transaction.eventTime, today),
    fieldText(transaction, 'sale', format, today),
  ];
  return (
    <button type="button" className="transactions-offer" onClick={onAdd}>
      <span>{transaction.transactionId}</span>
      <span className="faint">{facts.join(' · ')}</span>
    </button>
  );
}
