import { Check, ListFilter } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  type Selection,
} from 'react-aria-components';
import './select.css';
import './filter-menu.css';

interface Named {
  readonly id: string;
  readonly label: string;
}

interface Value {
  readonly value: string;
  readonly label: string;
  /** How many have it, as she reads it. */
  readonly count: string;
}

interface Props {
  readonly conditions: readonly Named[];
  /** Values that are asked for, by condition. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  /** Asked as the menu comes to a condition. */
  readonly choicesOf: (id: string) => readonly Value[];
  readonly onChange: (id: string, values: readonly string[]) => void;
  /** The condition at which the menu is open; null: it is closed. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** So many values that one is found by typing. */
const MANY = 12;
/** More than anybody looks through. */
const MOST = 200;

/** Conditions to choose from at the left, the values of one at the right. */
export function FilterMenu({ conditions, asked, choicesOf, onChange, open, onOpen }: Props) {
  const at = conditions.find(({ id }) => id === open) ?? conditions[0];
  if (!at) return null;
  return (
    <DialogTrigger isOpen={open !== null} onOpenChange={(next) => onOpen(next ? at.id : null)}>
      <AriaButton className="button button-normal button-small">
        <ListFilter size={14} aria-hidden="true" />
        Filter
      </AriaButton>
      <Popover className="popover filter-menu-popover" placement="bottom start" offset={4}>
        <Dialog className="filter-menu" aria-label="Filter">
          <ListBox
            className="list-box filter-menu-conditions"
            aria-label="Filter by"
            items={conditions}
            dependencies={[asked]}
            autoFocus
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={[at.id]}
            onSelectionChange={(keys) => onOpen(keysOf(keys)[0] ?? at.id)}
          >
            {({ id, label }) => (
              <ListBoxItem id={id} className="list-item filter-menu-condition" textValue={label}>
                <span>{label}</span>
                {(asked[id]?.length ?? 0) > 0 && <span className="filter-menu-count">{asked[id]?.length}</span>}
              </ListBoxItem>
            )}
          </ListBox>
          <Values
            key={at.id}
            label={at.label}
            choices={choicesOf(at.id)}
            asked={asked[at.id] ?? []}
            onChange={(values) => onChange(at.id, values)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ValuesProps {
  readonly label: string;
  readonly choices: readonly Value[];
  readonly asked: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Values({ label, choices, asked, onChange }: ValuesProps) {
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(words)).slice(0, MOST);
  return (
    <div className="filter-menu-values">
      {choices.length > MANY && (
        <input
          className="field"
          aria-label={`Find: ${label}`}
          placeholder="Type to find"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ListBox
        className="list-box"
        aria-label={label}
        items={shown.map((choice) => ({ ...choice, id: keyOf(choice.value) }))}
        selectionMode="multiple"
        // Esc closes the menu.
        escapeKeyBehavior="none"
        selectedKeys={asked.map(keyOf)}
        onSelectionChange={(keys) => {
          const wanted = keysOf(keys);
          const hidden = asked.filter((value) => !shown.some((choice) => choice.value === value));
          const chosen = shown.filter(({ value }) => keys === 'all' || wanted.includes(keyOf(value)));
          onChange([...hidden, ...chosen.map(({ value }) => value)]);
        }}
        renderEmptyState={() => (
          <p className="list-none faint">{words === '' ? 'Nobody has one' : 'Nothing of that name'}</p>
        )}
      >
        {(choice) => (
          <ListBoxItem id={choice.id} className="list-item" textValue={choice.label}>
            <Check className="list-item-check" size={14} aria-hidden="true" />
            <span className="filter-menu-value">{choice.label}</span>
            <span className="filter-menu-count">{choice.count}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

/** "None" is a value too, and no key may be empty. */
const keyOf = (value: string): string => `=${value}`;

const keysOf = (keys: Selection): readonly string[] => (keys === 'all' ? [] : [...keys].map(String));
