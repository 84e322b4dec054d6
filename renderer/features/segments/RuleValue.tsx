import { MultiSelect } from '#renderer/ui/Select.tsx';
import { parseCustom } from '#shared/domain/affiliates/custom-field.ts';
import type { ChoiceField, SegmentField } from '#shared/domain/segments/fields.ts';
import { valueKindOf, type Operator } from '#shared/domain/segments/operators.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { MICROS_PER_UNIT, microsToDecimal } from '#shared/lib/money.ts';
import { DraftField, wholeNumber } from './DraftField.tsx';

interface Props {
  readonly rule: SegmentRule;
  readonly field: SegmentField;
  readonly operator: Operator;
  readonly currency: string;
  /** Hears what becomes of the value as it is then. */
  readonly onChange: (become: (value: SegmentRule['value']) => SegmentRule['value']) => void;
}

/** What a rule compares with, in the field that its comparison needs. */
export function RuleValue({ rule, field, operator, currency, onChange }: Props) {
  const { value } = rule;
  switch (valueKindOf(operator, field)) {
    case 'nothing':
      return null;
    case 'text':
      return <DraftField label="Text" value={String(value)} width="long" onDone={taking(onChange)} />;
    case 'choices':
      return <Chosen field={field as ChoiceField} value={value} onChange={onChange} />;
    case 'number': {
      const shown = typeof value === 'number' ? numberInput(value, field) : '';
      const take = (text: string): boolean => taking(onChange)(parsedNumber(text, field));
      return <DraftField label="Number" value={shown} unit={unitOf(field, currency)} width="short" onDone={take} />;
    }
    case 'range':
      return <Range field={field} value={value} currency={currency} onChange={onChange} />;
    case 'days': {
      const take = (text: string): boolean => taking(onChange)(wholeNumber(text));
      const unit = operator === 'longer-ago' ? 'days ago' : 'days';
      return <DraftField label="Days" value={String(value)} unit={unit} width="short" onDone={take} />;
    }
    case 'day':
      return (
        <input
          type="date"
          className="field"
          aria-label="Day"
          value={String(value)}
          onChange={({ target }) => onChange(() => target.value)}
        />
      );
  }
}

function Chosen({
  field,
  value,
  onChange,
}: {
  readonly field: ChoiceField;
  readonly value: SegmentRule['value'];
  readonly onChange: Props['onChange'];
}) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  // What nobody has any more can still be taken out.
  const gone = chosen.filter((each) => !field.choices.some((choice) => choice.value === each));
  const choices = [
    ...field.choices,
    ...gone.map((each) => ({ value: each, label: field.closed ? 'No longer there' : each })),
  ];
  return (
    <MultiSelect
      label="Choose"
      choices={choices}
      values={chosen}
      onChange={(next) => onChange(() => next)}
      disabled={choices.length === 0}
    />
  );
}

function Range({
  field,
  value,
  currency,
  onChange,
}: Pick<Props, 'field' | 'currency' | 'onChange'> & { readonly value: SegmentRule['value'] }) {
  const [low, high] = endsOf(value);
  const shown = (end: string): string => (end === '' ? '' : numberInput(Number(end), field));
  const take =
    (at: 0 | 1) =>
    (text: string): boolean => {
      const number = parsedNumber(text, field);
      if (number !== null) onChange((current) => endsOf(current).with(at, String(number)));
      return number !== null;
    };
  return (
    <>
      <DraftField label="From" value={shown(low)} width="short" onDone={take(0)} />
      and
      <DraftField label="To" value={shown(high)} unit={unitOf(field, currency)} width="short" onDone={take(1)} />
    </>
  );
}

/** Both ends of a range as they stand; '' for one that has not been said. */
function endsOf(value: SegmentRule['value']): readonly [string, string] {
  const [low = '', high = ''] = Array.isArray(value) ? (value as readonly string[]) : [];
  return [low, high];
}

/** Takes a value that is one; false for null. */
const taking =
  (onChange: Props['onChange']) =>
  (value: string | number | null): boolean => {
    if (value !== null) onChange(() => value);
    return value !== null;
  };

const kindOf = (field: SegmentField) => (field.type === 'number' ? field.unit : 'plain');

const unitOf = (field: SegmentField, currency: string): string => {
  const kind = kindOf(field);
  return kind === 'money' ? currency : kind === 'share' ? '%' : '';
};

/** As it is typed: whole units of money, percent of shares. */
function numberInput(value: number, field: SegmentField): string {
  const kind = kindOf(field);
  if (kind === 'money') return microsToDecimal(Math.round(value), 0);
  return String(kind === 'share' ? Math.round(value * 1e8) / 1e6 : value);
}

/** What is typed as the rule keeps it: micros, a share of one; null if it is no number. */
function parsedNumber(text: string, field: SegmentField): number | null {
  const number = parseCustom({ kind: 'number' }, text.replace(/%$/, ''));
  if (typeof number !== 'number') return null;
  const kind = kindOf(field);
  if (kind === 'share') return number / 100;
  const micros = Math.round(number * MICROS_PER_UNIT);
  return kind !== 'money' ? number : Number.isSafeInteger(micros) ? micros : null;
}
