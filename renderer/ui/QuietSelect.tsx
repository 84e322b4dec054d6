import { Check } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select as AriaSelect,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import type { Choice } from './Select.tsx';
import './select.css';

interface Props<Value extends string> {
  /** Accessible name. */
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** null: none of them. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** The word in the sentence, where it is another than the choice's own. */
  readonly shown?: string;
  readonly disabled?: boolean;
}

/** So many choices that one is found by typing. */
const MANY = 12;

/** A word of a sentence that can be changed: it looks like the sentence until it is met. */
export function QuietSelect<Value extends string>({
  label,
  choices,
  value,
  onChange,
  shown,
  disabled = false,
}: Props<Value>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const word = shown ?? choices.find((choice) => choice.value === value)?.label ?? label;
  const list = (
    <ListBox className="list-box" items={choices} aria-label={label} renderEmptyState={() => <NoChoice />}>
      {(choice) => (
        <ListBoxItem className="list-item" id={choice.value} textValue={choice.label}>
          <Check className="list-item-check" size={14} aria-hidden="true" />
          <span>{choice.label}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <AriaSelect
      className="quiet-select"
      aria-label={label}
      isDisabled={disabled}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen && chosen.value !== value) onChange(chosen.value);
      }}
    >
      <Button className="quiet-select-word">
        <SelectValue>{() => word}</SelectValue>
      </Button>
      <Popover className="popover" offset={4}>
        {choices.length < MANY ? (
          list
        ) : (
          <Autocomplete filter={contains}>
            <SearchField className="quiet-select-search" aria-label={`Find: ${label}`} autoFocus>
              <Input className="field" placeholder="Type to find" />
            </SearchField>
            {list}
          </Autocomplete>
        )}
      </Popover>
    </AriaSelect>
  );
}

const NoChoice = () => <p className="list-none faint">Nothing of that name</p>;
