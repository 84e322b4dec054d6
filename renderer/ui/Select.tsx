import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import './select.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Shared<Value extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly disabled?: boolean;
}

function Choices<Value extends string>({ choices }: { readonly choices: readonly Choice<Value>[] }) {
  return (
    <Popover className="popover" offset={4}>
      <ListBox className="list-box" items={choices}>
        {(choice) => (
          <ListBoxItem className="list-item" id={choice.value} textValue={choice.label}>
            <Check className="list-item-check" size={14} aria-hidden="true" />
            <span>{choice.label}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** One of a few. */
export function Select<Value extends string>({
  label,
  choices,
  value,
  onChange,
  disabled = false,
}: Shared<Value> & { readonly value: Value; readonly onChange: (value: Value) => void }) {
  return (
    <AriaSelect
      className="select"
      aria-label={label}
      isDisabled={disabled}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Button className="button button-normal button-small">
        <SelectValue className="select-value">
          {() => choices.find((choice) => choice.value === value)?.label}
        </SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Choices choices={choices} />
    </AriaSelect>
  );
}

/** Any of a few. Nothing chosen means no condition, and the button says only what it is about. */
export function MultiSelect<Value extends string>({
  label,
  choices,
  values,
  onChange,
  disabled = false,
}: Shared<Value> & { readonly values: readonly Value[]; readonly onChange: (values: readonly Value[]) => void }) {
  const chosen = choices.filter((choice) => values.includes(choice.value));
  const shown = chosen.length === 0 ? label : chosen.length === 1 ? chosen[0]?.label : `${label}: ${chosen.length}`;
  return (
    <AriaSelect
      className="select"
      aria-label={label}
      isDisabled={disabled}
      selectionMode="multiple"
      value={values}
      onChange={(keys) => onChange(choices.map((choice) => choice.value).filter((value) => keys.includes(value)))}
    >
      <Button className={`button button-normal button-small${chosen.length > 0 ? ' select-in-force' : ''}`}>
        <SelectValue className="select-value">{() => shown}</SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Choices choices={choices} />
    </AriaSelect>
  );
}
