import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { allImports } from '#renderer/db/imports.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { goTo, showAffiliate } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { extraFields, FIELD_NAMES, fieldText, isTime } from '#renderer/session/words.ts';
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
import { Corrections } from './Corrections.tsx';

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
  ['More', ['sub1', 'sub2', 'sub3', 'reasonCode', 'corrects', 'line']],
];

/** Everything that is known of one transaction, and how it came to be so. */
export function TransactionDetails({ ledger, directory, listed, onClose, onMove }: Props) {
  const [width, setWidth] = useState(400);
  const format = useFormat();
  const today = useToday();
  const { transaction } = listed;
  const affiliate = directory.ofPartner(transaction);
  const extras = extraFields(transaction.extra);
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
      {extras.length > 0 && (
        <section aria-label="Other columns">
          <h3>Other columns of the file</h3>
          <dl className="facts">
            {extras.map(([name, value]) => (
              <div key={name}>
                <dt title={name}>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Corrections ledger={ledger} listed={listed} />
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
              {changes(each, versions[index + 1]).map(({ name, before, after }) => (
                <li key={name}>
                  <span className="faint">{`${name} `}</span>
                  <del>{before}</del>
                  {' → '}
                  {after}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );

  function changes(now: Version, before: Version | undefined): readonly Changed[] {
    if (!before) return [];
    return differences(now, before).flatMap((field): readonly Changed[] =>
      field === 'extra'
        ? extraChanges(now.transaction.extra, before.transaction.extra)
        : [{ name: FIELD_NAMES[field], before: text(before.transaction, field), after: text(now.transaction, field) }],
    );
  }

  function text(transaction: Transaction, field: Field): string {
    return fieldText(transaction, field, format, today);
  }
}

const COMPARED: readonly Field[] = [...TEXT_FIELDS, ...TIME_FIELDS, ...MONEY_FIELDS, 'quantity', 'status'].filter(
  (field): field is Field => !NOT_COMPARED.has(field as Field),
);

interface Changed {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The other columns one by one, as they were and are. */
function extraChanges(now: string, before: string): readonly Changed[] {
  const [is, was] = [new Map(extraFields(now)), new Map(extraFields(before))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? NOTHING, after: is.get(name) ?? NOTHING }))
    .filter(({ before: old, after }) => old !== after);
}

/** Fields in which a version differs from the one before it; none for the first. */
function differences(now: Version, before: Version | undefined): readonly Field[] {
  if (!before) return [];
  return COMPARED.filter((field) => !Object.is(now.transaction[field], before.transaction[field]));
}
