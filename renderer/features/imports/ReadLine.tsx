import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, type ReactNode } from 'react';
import { allOwnProfiles } from '#renderer/db/profiles.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { QuietMenu } from '#renderer/ui/QuietMenu.tsx';
import type { Choice } from '#renderer/ui/Select.tsx';
import { dateOrderOf, decimalOf, withDateOrder, withDecimal } from '#shared/domain/imports/matching.ts';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import type { DateOrder, DecimalMark, Recognition, Settings } from '#shared/domain/imports/types.ts';
import {
  delimiterChoices,
  ENCODING_CHOICES,
  headerChoices,
  headerOf,
  headerWish,
  QUOTE_CHOICES,
  quoteOf,
  quoteWish,
} from './dialect-words.ts';
import type { Reading } from './wizard.ts';
import { readAs, readDialect, reread } from './wizard-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly reading: Reading;
  /** "1,532 rows", '' as long as they are not counted. */
  readonly rows: string;
  readonly disabled: boolean;
}

const ORDERS: readonly Choice<DateOrder>[] = [
  { value: 'dmy', label: 'dates day/month' },
  { value: 'mdy', label: 'dates month/day' },
];

const DECIMALS: readonly Choice<DecimalMark>[] = [
  { value: '.', label: 'decimal point' },
  { value: ',', label: 'decimal comma' },
];

const ZONES: readonly Choice<string>[] = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
  value: zone,
  label: `times of ${zone}`,
}));

/** "Rakuten Signature Orders · 1,532 rows · semicolons · UTF-8 · header in row 4 · dates month/day": each word can be changed. */
export function ReadLine({ ledger, reading, rows, disabled }: Props) {
  const { recognition, settings, look } = reading;
  const { dialect } = recognition;
  const profiles = useProfileChoices();
  const order = dateOrderOf(recognition, settings);
  const decimal = decimalOf(recognition);
  const isSheet = look.sheets.length > 0;
  const change = (next: Partial<{ recognition: Recognition; settings: Settings }>): void =>
    void reread(ledger, { recognition, settings, ...next });
  return (
    <span className="read-line" role="group" aria-label="Read as">
      <strong>
        <QuietMenu
          label="Format"
          choices={profiles}
          value={recognition.profileId}
          shown={recognition.profileName || 'A table of its own'}
          disabled={disabled}
          onChange={(profileId) => void readAs(ledger, { profileId })}
        />
      </strong>
      {rows !== '' && <Part>{rows}</Part>}
      {isSheet && (
        <Part>
          <QuietMenu
            label="Sheet"
            choices={look.sheets.map((sheet) => ({ value: sheet, label: `sheet “${sheet}”` }))}
            value={dialect.sheet}
            disabled={disabled}
            onChange={(sheet) => void readAs(ledger, { dialect: { sheet } })}
          />
        </Part>
      )}
      {!isSheet && (
        <>
          <Part>
            <QuietMenu
              label="Between columns"
              choices={delimiterChoices(dialect.delimiter)}
              value={dialect.delimiter}
              disabled={disabled}
              onChange={(delimiter) => void readDialect(ledger, { delimiter })}
            />
          </Part>
          <Part>
            <QuietMenu
              label="Around texts"
              choices={QUOTE_CHOICES}
              value={quoteOf(dialect)}
              disabled={disabled}
              onChange={(choice) => void readDialect(ledger, quoteWish(choice))}
            />
          </Part>
          <Part>
            <QuietMenu
              label="Encoding"
              choices={ENCODING_CHOICES}
              value={dialect.encoding}
              disabled={disabled}
              onChange={(encoding) => void readDialect(ledger, { encoding })}
            />
          </Part>
        </>
      )}
      <Part>
        <QuietMenu
          label="Header"
          choices={headerChoices(dialect)}
          value={headerOf(dialect)}
          disabled={disabled}
          onChange={(choice) => void readDialect(ledger, headerWish(choice, dialect))}
        />
      </Part>
      {order !== null && (
        <Part>
          <QuietMenu
            label="Order of dates"
            choices={ORDERS}
            value={order === '' ? null : order}
            shown={order === '' ? 'dates: which first?' : (ORDERS.find(({ value }) => value === order)?.label ?? '')}
            disabled={disabled}
            onChange={(dateOrder) =>
              change({ recognition: withDateOrder(recognition, dateOrder), settings: { ...settings, dateOrder } })
            }
          />
        </Part>
      )}
      {decimal !== null && (
        <Part>
          <QuietMenu
            label="Decimals"
            choices={DECIMALS}
            value={decimal}
            disabled={disabled}
            onChange={(mark) => change({ recognition: withDecimal(recognition, mark) })}
          />
        </Part>
      )}
      {recognition.kind !== 'people' && (
        <Part>
          <QuietMenu
            label="Time zone"
            choices={ZONES}
            value={settings.zone}
            shown={`times of ${settings.zone}`}
            disabled={disabled}
            onChange={(zone) => change({ settings: { ...settings, zone } })}
          />
        </Part>
      )}
    </span>
  );
}

const Part = ({ children }: { readonly children: ReactNode }) => (
  <span className="read-part">
    <span aria-hidden="true">·</span>
    {children}
  </span>
);

/** Every format that a file may be read as: the first one is none, then hers. */
function useProfileChoices(): readonly Choice<string>[] {
  const own = useLiveQuery(allOwnProfiles);
  return useMemo(
    () => [
      { value: '', label: 'A table of its own: match its columns' },
      ...(own ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ...PROFILES.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label)),
    ],
    [own],
  );
}
