import { useLiveQuery } from 'dexie-react-hooks';
import { allImports } from '#renderer/db/imports.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { fieldNameIn } from '#renderer/session/book-words.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { fieldText } from '#renderer/session/words.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import { extraChanges, type ExtraChange } from '#shared/domain/ledger/extra.ts';
import {
  MONEY_FIELDS,
  NOT_COMPARED,
  TEXT_FIELDS,
  TIME_FIELDS,
  type Field,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import type { ListedTransaction } from '#shared/domain/ledger/query.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { lineParts } from './line-words.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly book: Book;
  readonly listed: ListedTransaction;
}

/** All versions, the newest first: which file brought each, and what it changed. */
export function Versions({ ledger, book, listed }: Props) {
  const version = useLedgerVersion((state) => state.version);
  const imports = useLiveQuery(allImports);
  const { value: versions } = useLoaded(`${book} ${listed.ref} ${version}`, () => ledger.history(listed.ref, book));
  const format = useFormat();
  const today = useToday();
  if (!versions || !imports) return null;
  return (
    <section aria-label="History">
      <h3>History</h3>
      <ol className="versions">
        {versions.map(({ importId, live, transaction }, index) => {
          const record = imports.find(({ id }) => id === importId);
          const before = versions[index + 1]?.transaction;
          const changes = before ? changesOf(book, transaction, before, format, today) : [];
          return (
            <li key={`${importId} ${index}`} data-live={live}>
              <button type="button" className="link" onClick={() => goTo({ screen: 'imports', importId })}>
                {record?.fileName ?? 'An import'}
              </button>
              <span
                className="faint"
                title={record && `Imported ${format.momentFull(momentOfInstant(record.appliedAt))}`}
              >
                {`line ${format.count(transaction.line)} · as of ${format.moment(transaction.asOf, today)}${live ? ' · in force' : ''}`}
              </span>
              {before && changes.length === 0 && <span className="faint">Nothing changed</span>}
              {changes.length > 0 && (
                <ul>
                  {changes.map(({ name, was, is }, at) => (
                    <li key={at}>
                      <span className="faint">{`${name} `}</span>
                      {was === NOTHING ? <span className="faint">{was}</span> : <del>{was}</del>}
                      {' → '}
                      {is}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface Changed {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

const COMPARED: readonly Field[] = [
  'status' as const,
  ...MONEY_FIELDS,
  'quantity' as const,
  ...TIME_FIELDS,
  ...TEXT_FIELDS,
].filter((field) => !NOT_COMPARED.has(field));

/** What a version has otherwise than the one before it, as it is shown. */
function changesOf(book: Book, now: Transaction, before: Transaction, format: Format, today: Day): readonly Changed[] {
  return COMPARED.filter((field) => !Object.is(now[field], before[field])).flatMap((field): readonly Changed[] => {
    if (field !== 'extra') {
      const text = (of: Transaction): string => fieldText(of, field, format, today);
      return [{ name: fieldNameIn(book, field), was: text(before), is: text(now) }];
    }
    return extraChanges(before.extra, now.extra).map((change) =>
      change.kind === 'column'
        ? { name: change.name, was: change.before || NOTHING, is: change.after || NOTHING }
        : lineChange(change, before, now, format),
    );
  });
}

type LineChange = Extract<ExtraChange, { readonly kind: 'line' }>;

/** An item by its name, and only what of it has changed; a whole item where there was none, or is none any more. */
function lineChange({ at, before, after }: LineChange, was: Transaction, is: Transaction, format: Format): Changed {
  const [old, now] = [
    before && lineParts(before, was.currency, format),
    after && lineParts(after, is.currency, format),
  ];
  const words = (parts: readonly string[] | null, others: readonly string[] | null): string =>
    parts?.filter((part, index) => part !== '' && part !== others?.[index]).join(', ') || NOTHING;
  return { name: after?.sku || before?.sku || `Item ${at + 1}`, was: words(old, now), is: words(now, old) };
}
