import { Check } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Input,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { Choice } from './Select.tsx';
import './select.css';

interface Props<Value extends string> {
  /** What the word is about: with it, its accessible name. */
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
export function QuietMenu<Value extends string>({
  label,
  choices,
  value,
  onChange,
  shown,
  disabled = false,
}: Props<Value>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const word = shown ?? choices.find((choice) => choice.value === value)?.label ?? label;
  const menu = (
    <Menu
      className="list-box"
      aria-label={label}
      items={choices}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      disallowEmptySelection
      renderEmptyState={() => <p className="list-none faint">Nothing of that name</p>}
      onAction={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen && chosen.value !== value) onChange(chosen.value);
      }}
    >
      {(choice) => (
        <MenuItem className="list-item" id={choice.value} textValue={choice.label}>
          <Check className="list-item-check" size={14} aria-hidden="true" />
          <span>{choice.label}</span>
        </MenuItem>
      )}
    </Menu>
  );
  return (
    <MenuTrigger>
      <Button className="quiet-menu" aria-label={`${label}: ${word}`} isDisabled={disabled}>
        {word}
      </Button>
      <Popover className="popover" offset={4}>
        {choices.length < MANY ? (
          menu
        ) : (
          // Field and choices scroll together, so that what scrolls can be reached with the keyboard.
          <div className="quiet-menu-many">
            <Autocomplete filter={contains}>
              <SearchField className="quiet-menu-search" aria-label={`Find: ${label}`} autoFocus>
                <Input className="field" placeholder="Type to find" />
              </SearchField>
              {menu}
            </Autocomplete>
          </div>
        )}
      </Popover>
    </MenuTrigger>
  );
}
