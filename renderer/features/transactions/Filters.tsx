import { useLiveQuery } from 'dexie-react-hooks';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { importById } from '#renderer/db/imports.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import type { TransactionsView } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { BOOK_WORDS, fieldNameIn } from '#renderer/session/book-words.ts';
import { BASIS_NAMES } from '#renderer/session/words.ts';
import { Chip } from '#renderer/ui/Parts.tsx';
import { MultiSelect, Select } from '#renderer/ui/Select.tsx';
import { WORDS } from '#renderer/ui/StatusMark.tsx';
import type { Book } from '#shared/domain/ledger/book.ts';
import { STATUSES } from '#shared/domain/ledger/fields.ts';
import type { DateBasis } from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: TransactionsView;
  readonly onChange: (wish: Partial<TransactionsView>) => void;
}

const BASES = (Object.keys(BASIS_NAMES) as DateBasis[]).map((value) => ({ value, label: BASIS_NAMES[value] }));
const STATUS_CHOICES = STATUSES.map((value) => ({ value, label: WORDS[value] }));
/** Long enough that a word is asked for and not each of its letters. ms */
const TYPING = 180;

/** The conditions: those she sets here, and as chips those that brought her here. */
export function Filters({ ledger, directory, view, onChange }: Props) {
  const { book } = view;
  const networks = useNetworks(ledger, book);
  const { many, searched } = BOOK_WORDS[book];
  return (
    <div className="filters" role="search" aria-label={`Filter ${many}`}>
      <TextFilter text={view.text} placeholder={searched} onText={(text) => onChange({ text })} />
      {book !== 'clicks' && (
        <MultiSelect
          label="Status"
          choices={STATUS_CHOICES}
          values={view.statuses}
          onChange={(statuses) => onChange({ statuses })}
        />
      )}
      <MultiSelect
        label={fieldNameIn(book, 'network')}
        choices={networks.map((network) => ({ value: network, label: network }))}
        values={view.networks}
        onChange={(chosen) => onChange({ networks: chosen })}
      />
      {book === 'transactions' && (
        <Select label="Date" choices={BASES} value={view.basis} onChange={(basis) => onChange({ basis })} />
      )}
      <Chips directory={directory} view={view} onChange={onChange} />
    </div>
  );
}

function Chips({ directory, view, onChange }: Omit<Props, 'ledger'>) {
  const format = useFormat();
  const today = useToday();
  const { importId, affiliateId, about, day, currencies } = view;
  const record = useLiveQuery(() => (importId === null ? null : importById(importId)), [importId]);
  return (
    <>
      {importId !== null && (
        <Chip
          text={`From ${record?.fileName ?? 'one import'}, all dates`}
          onRemove={() => onChange({ importId: null })}
        />
      )}
      {about !== null && (
        <Chip text={`About ${about.ids[0] ?? ''}, all dates`} onRemove={() => onChange({ about: null })} />
      )}
      {affiliateId !== null && (
        <Chip
          text={directory.byId(affiliateId)?.name ?? 'An affiliate that is gone'}
          onRemove={() => onChange({ affiliateId: null })}
        />
      )}
      {day !== null && importId === null && about === null && (
        <Chip text={format.day(day, today)} onRemove={() => onChange({ day: null })} />
      )}
      {currencies.length > 0 && (
        <Chip text={`In ${currencies.join(', ') || 'no currency'}`} onRemove={() => onChange({ currencies: [] })} />
      )}
    </>
  );
}

interface TextProps {
  readonly text: string;
  readonly placeholder: string;
  readonly onText: (text: string) => void;
}

function TextFilter({ text, placeholder, onText }: TextProps) {
  const [typed, setTyped] = useState(text);
  const [before, setBefore] = useState(text);
  // Changed from elsewhere (Back, Clear the filters): the field follows.
  if (before !== text) {
    setBefore(text);
    setTyped(text);
  }
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => latest.current(typed), TYPING);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <label className="text-filter">
      <Search size={14} aria-hidden="true" />
      <span className="hidden-but-read">Filter by text</span>
      <input
        type="search"
        className="field"
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (typed === '') event.currentTarget.blur();
          else setTyped('');
        }}
      />
    </label>
  );
}

function useNetworks(ledger: LedgerClient, book: Book): readonly string[] {
  const version = useLedgerVersion((state) => state.version);
  const { value } = useLoaded(`networks ${book} ${version}`, async (signal) => {
    const groups = await ledger.groups(
      {
        book,
        period: null,
        basis: 'eventTime',
        filter: {},
        groupBy: ['network'],
        measures: ['transactions'],
        sort: [{ by: 'network', direction: 'asc' }],
        window: { offset: 0, limit: 200 },
      },
      signal,
    );
    return groups.rows.map((group) => group.network ?? '');
  });
  return value ?? [];
}
