import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Choice } from './Select.tsx';
import './select.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** A button that offers a few ways to do what it says. */
export function MenuButton<Value extends string>({ label, choices, onChoose }: Props<Value>) {
  return (
    <MenuTrigger>
      <Button className="button button-normal button-small">
        {label}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="list-box">
          {choices.map(({ value, label: name }) => (
            <MenuItem key={value} id={value} className="list-item menu-item" onAction={() => onChoose(value)}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
