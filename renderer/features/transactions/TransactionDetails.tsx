import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { allImports } from '#renderer/db/imports.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { goTo, showAffiliate } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { FIELD_NAMES, fieldText, isTime } from '#renderer/session/words.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import {
  MONEY_FIELDS,
  NOT_COMPARED,
  TEXT_FIELDS,
  TIME_FIELDS,
  type Field,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction, Version } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { NOTHING } from '#shared/lib/format.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly listed: ListedTransaction;
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

const GROUPS: readonly (readonly [string, readonly Field[]])[] = [
  ['Amounts', ['sale', 'commission', 'networkFee', 'originalSale', 'originalCommission', 'quantity']],
  ['Dates', TIME_FIELDS],
  [
    'What and who',
    [
      'orderId',
      'network',
      'program',
      'partnerId',
      'partnerName',
      'couponCode',
      'customerStatus',
      'country',
      'device',
      'sku',
      'category',
    ],
  ],
  ['More', ['sub1', 'sub2', 'sub3', 'reasonCode', 'corrects', 'line']],
];

/** Everything that is known of one transaction, and how it came to be so. */
export function TransactionDetails({ ledger, directory, listed, onClose, onMove }: Props) {
  const [width, setWidth] = useState(400);
  const format = useFormat();
  const today = useToday();
  const { transaction } = listed;
  const affiliate = directory.ofPartner(transaction);
  const isThere = (field: Field): boolean => fieldText(transaction, field, format, today) !== NOTHING;
  return (
    <Panel
      label="Details of the transaction"
      title={transaction.transactionId || 'Transaction'}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      <p className="details-head">
        <StatusMark status={transaction.status} />
        {transaction.sourceStatus !== '' && (
          <span className="faint">{`“${transaction.sourceStatus}” in the file`}</span>
        )}
      </p>
      {affiliate && (
        <p>
          <button type="button" className="link link-accent" onClick={() => showAffiliate(affiliate.id)}>
            {affiliate.name}
          </button>
        </p>
      )}
      {GROUPS.map(([title, fields]) => {
        const there = fields.filter(isThere);
        if (there.length === 0) return null;
        return (
          <section key={title}>
            <h3>{title}</h3>
            <dl className="facts">
              {there.map((field) => (
                <div key={field}>
                  <dt>{FIELD_NAMES[field]}</dt>
                  <dd title={isTime(field) ? format.momentFull(transaction[field]) : undefined}>
                    {isTime(field)
                      ? format.momentLong(transaction[field])
                      : fieldText(transaction, field, format, today)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <HistoryOf ledger={ledger} listed={listed} />
    </Panel>
  );
}

/** All versions, the newest first: which file brought each, and what it changed. */
function HistoryOf({ ledger, listed }: Pick<Props, 'ledger' | 'listed'>) {
  const version = useLedgerVersion((state) => state.version);
  const imports = useLiveQuery(allImports);
  const { value: versions } = useLoaded(`${listed.ref} ${version}`, () => ledger.history(listed.ref));
  const format = useFormat();
  const today = useToday();
  if (!versions || !imports) return null;
  const fileOf = (importId: string): string => imports.find(({ id }) => id === importId)?.fileName ?? 'An import';
  return (
    <section>
      <h3>History</h3>
      <ol className="versions">
        {versions.map((each, index) => (
          <li key={`${each.importId} ${index}`} data-live={each.live}>
            <button type="button" className="link" onClick={() => goTo({ screen: 'imports', importId: each.importId })}>
              {fileOf(each.importId)}
            </button>
            <span className="faint">
              {`line ${format.count(each.transaction.line)} · as of ${format.moment(each.transaction.asOf, today)}${each.live ? ' · in force' : ''}`}
            </span>
            {versions[index + 1] && differences(each, versions[index + 1]).length === 0 && (
              <span className="faint">Nothing changed</span>
            )}
            <ul>
              {differences(each, versions[index + 1]).map((field) => (
                <li key={field}>
                  <span className="faint">{`${FIELD_NAMES[field]} `}</span>
                  {versions[index + 1] && <del>{text(versions[index + 1]?.transaction, field)}</del>}
                  {' → '}
                  {text(each.transaction, field)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );

  function text(transaction: Transaction | undefined, field: Field): string {
    return transaction ? fieldText(transaction, field, format, today) : '';
  }
}

const COMPARED: readonly Field[] = [...TEXT_FIELDS, ...TIME_FIELDS, ...MONEY_FIELDS, 'quantity', 'status'].filter(
  (field): field is Field => !NOT_COMPARED.has(field as Field),
);

/** Fields in which a version differs from the one before it; none for the first. */
function differences(now: Version, before: Version | undefined): readonly Field[] {
  if (!before) return [];
  return COMPARED.filter((field) => !Object.is(now.transaction[field], before.transaction[field]));
}
