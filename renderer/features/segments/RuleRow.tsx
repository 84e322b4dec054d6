import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import { ruleProblem, type FieldIndex } from '#shared/domain/segments/evaluate.ts';
import type { SegmentField } from '#shared/domain/segments/fields.ts';
import { newRule, operatorOf, operatorsOf, operatorWords, withOperator } from '#shared/domain/segments/operators.ts';
import type { SegmentRule } from '#shared/domain/segments/segment.ts';
import { DraftField, wholeNumber } from './DraftField.tsx';
import { RuleValue } from './RuleValue.tsx';

interface Props {
  /** From 1. */
  readonly number: number;
  readonly rule: SegmentRule;
  readonly fields: FieldIndex;
  readonly choices: readonly Choice<string>[];
  readonly currency: string;
  /** It has just been added: she goes on in it. */
  readonly fresh: boolean;
  /** Hears what becomes of the rule as it is then. */
  readonly onChange: (become: (rule: SegmentRule) => SegmentRule) => void;
  readonly onRemove: () => void;
}

/** One rule: field, comparison, value, and the span of a figure. */
export function RuleRow({ number, rule, fields, choices, currency, fresh, onChange, onRemove }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) row.current?.querySelector<HTMLElement>('.segment-operator button')?.focus();
  }, [fresh]);
  const field = fields.get(rule.field);
  const problem = ruleProblem(rule, fields);
  return (
    <li>
      <div ref={row} className="segment-rule" role="group" aria-label={`Rule ${number}`}>
        <ComboBox
          label="Field"
          placeholder={field ? 'Field' : 'No longer there'}
          choices={choices}
          value={field?.id ?? null}
          onChange={(id) => {
            const next = id === null ? undefined : fields.get(id);
            if (next && next.id !== rule.field) onChange(() => newRule(next));
          }}
          none="No field of that name"
        />
        {field && <Comparison rule={rule} field={field} currency={currency} onChange={onChange} />}
        <IconButton label={`Remove rule ${number}`} icon={<X size={14} aria-hidden="true" />} onClick={onRemove} />
      </div>
      {problem && (
        <p className="segment-problem small" data-kind={problem.kind} role="status">
          {problem.message}
        </p>
      )}
    </li>
  );
}

interface ComparisonProps extends Pick<Props, 'rule' | 'currency' | 'onChange'> {
  readonly field: SegmentField;
}

function Comparison({ rule, field, currency, onChange }: ComparisonProps) {
  const operator = operatorOf(rule, field);
  const operators = operatorsOf(field).map((each) => ({ value: each, label: operatorWords(each, field) }));
  const spanned = field.type === 'number' && field.figure !== null;
  return (
    <span className="segment-comparison">
      <span className="segment-operator">
        <Select
          label="Comparison"
          choices={operators}
          value={operator ?? operators[0]?.value ?? 'is'}
          onChange={(next) => onChange((current) => withOperator(current, next, field))}
        />
      </span>
      {operator !== null && (
        <RuleValue
          // What is typed belongs to what is compared.
          key={operator}
          rule={rule}
          field={field}
          operator={operator}
          currency={currency}
          onChange={(become) => onChange((current) => ({ ...current, value: become(current.value) }))}
        />
      )}
      {spanned && <Span rule={rule} onChange={onChange} />}
    </span>
  );
}

const SPANS: readonly Choice<'days' | 'period'>[] = [
  { value: 'days', label: 'in the last' },
  { value: 'period', label: 'in the chosen period' },
];

/** As long as nobody has said. */
const USUAL_DAYS = 30;

/** Over which days a figure is looked at. */
function Span({ rule, onChange }: Pick<Props, 'rule' | 'onChange'>) {
  return (
    <>
      <Select
        label="Over"
        choices={SPANS}
        value={rule.days === null ? 'period' : 'days'}
        onChange={(next) => onChange((current) => ({ ...current, days: next === 'period' ? null : USUAL_DAYS }))}
      />
      {rule.days !== null && (
        <DraftField
          label="Days of the figure"
          value={String(rule.days)}
          unit="days"
          width="short"
          onDone={(text) => {
            const days = wholeNumber(text);
            if (days === null || days === 0) return false;
            onChange((current) => ({ ...current, days }));
            return true;
          }}
        />
      )}
    </>
  );
}
