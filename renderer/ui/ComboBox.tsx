import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Choice } from './Select.tsx';
import './combo-box.css';

interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly choices: readonly Choice<string>[];
  /** null: none is chosen. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly placeholder: string;
  readonly autoFocus?: boolean;
  /** Said where nothing has what is typed. */
  readonly none?: string;
}

/** One of many, found by typing a part of its name; an emptied field means none. */
export function ComboBox({
  label,
  choices,
  value,
  onChange,
  placeholder,
  autoFocus = false,
  none = 'Nobody of that name',
}: Props) {
  return (
    <AriaComboBox
      className="combo-box"
      aria-label={label}
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(typeof key === 'string' ? key : null)}
      allowsEmptyCollection
    >
      <Input
        className="field"
        placeholder={placeholder}
        autoFocus={autoFocus}
        // What is typed takes the place of what was chosen.
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button className="combo-box-open" aria-label={`Show all: ${label}`}>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox<Choice<string>>
          className="list-box"
          renderEmptyState={() => <p className="combo-box-none faint">{none}</p>}
        >
          {(choice) => (
            <ListBoxItem className="list-item combo-box-item" id={choice.value} textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
