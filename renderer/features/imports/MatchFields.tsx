import { useMemo, type ReactNode } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { MultiSelect, Select } from '#renderer/ui/Select.tsx';
import { dateOrderOf, withIdentity, withKind } from '#shared/domain/imports/matching.ts';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import type { RecordKind, Settings } from '#shared/domain/imports/types.ts';
import { CurrencyField } from './CurrencyField.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { ambiguousDate, DateOrderSelect } from './Questions.tsx';
import type { Reading } from './wizard.ts';
import { match } from './wizard-steps.ts';

const KINDS = (Object.keys(KIND_WORDS) as RecordKind[]).map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].choice,
}));

const NETWORKS = [...new Set(PROFILES.map(({ network }) => network).filter((name) => name !== ''))].sort();

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone }));

/** What is true of all rows of a file: their kind, where they are from, and what makes two of them the same. */
export function MatchFields({ reading }: { readonly reading: Reading }) {
  const { recognition, settings, look } = reading;
  const { kind, header, identity } = recognition;
  const set = (wish: Partial<Settings>): void => match(recognition, { ...settings, ...wish });
  const has = (field: string): boolean => recognition.mapping.some((column) => column.field === field);
  const isBook = kind !== 'people';
  const columns = useMemo(
    () => header.map((name, index) => ({ value: String(index), label: name || `Column ${index + 1}` })),
    [header],
  );
  const by = identity.by === 'columns' ? 'columns' : identity.again === 'merge' ? 'lines' : 'id';
  return (
    <div className="match-fields">
      <Labelled label="Its rows are">
        <Select
          label="Its rows are"
          choices={KINDS}
          value={kind}
          onChange={(chosen) => match(withKind(recognition, look.sample, chosen), settings)}
        />
      </Labelled>
      {!has('network') && (
        <Field label={kind === 'orders' ? 'Shop' : 'Network'}>
          <input
            className="field"
            value={recognition.network}
            placeholder={kind === 'orders' ? 'Pawsome shop' : 'Awin'}
            list="networks"
            maxLength={80}
            onChange={({ target }) => match({ ...recognition, network: target.value }, settings)}
          />
        </Field>
      )}
      <datalist id="networks">
        {NETWORKS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isBook && kind !== 'orders' && !has('program') && (
        <Field label="Program">
          <input
            className="field"
            value={settings.program}
            placeholder="Pawsome Pets US"
            maxLength={120}
            onChange={({ target }) => set({ program: target.value })}
          />
        </Field>
      )}
      {isBook && kind !== 'clicks' && !has('currency') && (
        <Field label="Currency">
          <CurrencyField value={settings.currency} onChange={(currency) => set({ currency })} />
        </Field>
      )}
      {isBook && kind !== 'orders' && !has('partnerId') && (
        <Field label="Affiliate of all rows">
          <input
            className="field"
            value={settings.partner}
            placeholder="Only if it is one"
            maxLength={120}
            onChange={({ target }) => set({ partner: target.value })}
          />
        </Field>
      )}
      {isBook && (
        <Labelled label="Times are of">
          <ComboBox
            label="Times are of"
            choices={ZONES}
            value={settings.zone}
            placeholder="Europe/London"
            none="No zone of that name"
            onChange={(zone) => {
              if (zone !== null) set({ zone });
            }}
          />
        </Labelled>
      )}
      {dateOrderOf(recognition, settings) !== null && recognition.questions.includes('dateOrder') && (
        <Labelled label="Dates">
          <DateOrderSelect
            example={ambiguousDate(recognition, look.sample)}
            value={settings.dateOrder}
            onChange={(dateOrder) => set({ dateOrder })}
          />
        </Labelled>
      )}
      {isBook && (
        <Labelled label="Told apart by">
          <Select
            label="Told apart by"
            choices={[
              { value: 'id', label: 'Their id' },
              { value: 'lines', label: 'Their id, which several lines may share' },
              { value: 'columns', label: 'No id: several columns together' },
            ]}
            value={by}
            onChange={(chosen) => match(withIdentity(recognition, chosen), settings)}
          />
        </Labelled>
      )}
      {isBook && by === 'columns' && (
        <Labelled label="Columns that tell them apart">
          <MultiSelect
            label="Columns"
            choices={columns}
            values={identity.columns.map(String)}
            onChange={(chosen) =>
              match({ ...recognition, identity: { ...identity, columns: chosen.map(Number) } }, settings)
            }
          />
        </Labelled>
      )}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly children: ReactNode;
}

const Field = ({ label, children }: FieldProps) => (
  <label className="match-field">
    <span>{label}</span>
    {children}
  </label>
);

/** For parts that have a name of their own. */
const Labelled = ({ label, children }: FieldProps) => (
  <div className="match-field">
    <span aria-hidden="true">{label}</span>
    {children}
  </div>
);
