import { MessageCircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { BOOK_WORDS, fieldNameIn } from '#renderer/session/book-words.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { fieldText, isTime } from '#renderer/session/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { TransactionName } from '#shared/domain/conversations/question.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import { readExtra } from '#shared/domain/ledger/extra.ts';
import { TIME_FIELDS, type Field } from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { NOTHING } from '#shared/lib/format.ts';
import { Corrections } from './Corrections.tsx';
import { Lines } from './Lines.tsx';
import { Versions } from './Versions.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly book: Book;
  readonly listed: ListedTransaction;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

const GROUPS: readonly (readonly [string, readonly Field[]])[] = [
  ['Figures', ['sale', 'commission', 'networkFee', 'originalSale', 'originalCommission', 'quantity']],
  ['Dates', TIME_FIELDS],
  [
    'What and who',
    [
      'orderId',
      'network',
      'program',
      'partnerId',
      'partnerName',
      'partnerEmail',
      'partnerSite',
      'couponCode',
      'customerStatus',
      'country',
      'device',
      'sku',
      'category',
    ],
  ],
  ['More', ['sub1', 'sub2', 'sub3', 'reasonCode']],
];

/** Everything that is known of one transaction, click or order, and how it came to be so. */
export function TransactionDetails({ ledger, directory, book, listed, onClose, onMove }: Props) {
  const [width, setWidth] = useState(400);
  const format = useFormat();
  const today = useToday();
  const { transaction } = listed;
  const affiliate = directory.ofPartner(transaction);
  const { columns, lines } = readExtra(transaction.extra);
  const { one } = BOOK_WORDS[book];
  const facts = (fields: readonly Field[]): readonly Fact[] =>
    fields.flatMap((field) => {
      const text = fieldText(transaction, field, format, today);
      if (text === NOTHING) return [];
      const name = fieldNameIn(book, field);
      if (!isTime(field)) return [{ name, value: text }];
      const moment = transaction[field];
      return [{ name, value: format.momentLong(moment), full: format.momentFull(moment) }];
    });
  const word = transaction.sourceStatus === '' ? null : `“${transaction.sourceStatus}” in the file`;
  return (
    <Panel
      label={`Details of the ${one}`}
      title={transaction.transactionId || one}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      {/* A click is no more or less settled than any other. */}
      {(book !== 'clicks' || word) && (
        <p className="details-head">
          {book !== 'clicks' && <StatusMark status={transaction.status} />}
          {word && <span className="faint">{word}</span>}
        </p>
      )}
      {affiliate && (
        <p>
          <button type="button" className="link link-accent" onClick={() => showAffiliate(affiliate.id)}>
            {affiliate.name}
          </button>
        </p>
      )}
      {book === 'transactions' && (
        <p className="details-steps">
          <Button
            size="small"
            icon={<MessageCircleQuestionMark size={14} aria-hidden="true" />}
            onClick={() =>
              openDoor({ kind: 'question', affiliateId: affiliate?.id ?? null, transactions: [named(transaction)] })
            }
          >
            New question about it
          </Button>
        </p>
      )}
      {GROUPS.map(([title, fields]) => (
        <Facts key={title} title={title} facts={facts(fields)} />
      ))}
      <Lines lines={lines} currency={transaction.currency} />
      <Facts title="Other columns of the file" facts={columns.map(([name, value]) => ({ name, value }))} />
      {book !== 'clicks' && <Corrections ledger={ledger} book={book} listed={listed} />}
      <Versions ledger={ledger} book={book} listed={listed} />
    </Panel>
  );
}

const named = ({ network, program, transactionId }: TransactionName): TransactionName => ({
  network,
  program,
  transactionId,
});

interface Fact {
  readonly name: string;
  readonly value: string;
  /** What hovering tells. */
  readonly full?: string;
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="facts">
        {facts.map(({ name, value, full }) => (
          <div key={name}>
            <dt title={name}>{name}</dt>
            <dd title={full}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
