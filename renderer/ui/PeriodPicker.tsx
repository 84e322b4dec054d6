import { CalendarDays, Check } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { parseDay, type Day } from '#shared/lib/day.ts';
import { Button } from './Button.tsx';
import type { Choice } from './Select.tsx';
import './period-picker.css';

interface Props<Value extends string> {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | 'custom';
  /** What the button says: the name of the choice, or its days. */
  readonly shown: string;
  /** The days in force, both included; what the two fields start from. */
  readonly first: Day;
  readonly last: Day;
  readonly onChoose: (value: Value) => void;
  readonly onDays: (first: Day, last: Day) => void;
  readonly disabled?: boolean;
}

/** The usual periods, and any other by its first and last day. */
export function PeriodPicker<Value extends string>(props: Props<Value>) {
  return (
    <DialogTrigger>
      <AriaButton
        className="button button-normal"
        aria-label={`Period: ${props.shown}`}
        isDisabled={props.disabled ?? false}
      >
        <CalendarDays size={14} aria-hidden="true" />
        {props.shown}
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="period" aria-label="Period">
          {({ close }) => (
            <>
              <ul>
                {props.choices.map((choice) => (
                  <li key={choice.value}>
                    <button
                      type="button"
                      className="period-choice"
                      aria-pressed={choice.value === props.value}
                      onClick={() => {
                        props.onChoose(choice.value);
                        close();
                      }}
                    >
                      <Check size={14} aria-hidden="true" className="period-check" />
                      {choice.label}
                    </button>
                  </li>
                ))}
              </ul>
              <DayFields
                first={props.first}
                last={props.last}
                onDays={(first, last) => {
                  props.onDays(first, last);
                  close();
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DayFields(props: {
  readonly first: Day;
  readonly last: Day;
  readonly onDays: (first: Day, last: Day) => void;
}) {
  const [first, setFirst] = useState<string>(props.first);
  const [last, setLast] = useState<string>(props.last);
  const days = [parseDay(first), parseDay(last)] as const;
  const backwards = days[0] !== null && days[1] !== null && days[0] > days[1];
  return (
    <form
      className="period-days"
      onSubmit={(event) => {
        event.preventDefault();
        if (days[0] && days[1] && !backwards) props.onDays(days[0], days[1]);
      }}
    >
      <label>
        First day
        <input type="date" className="field" value={first} onChange={(event) => setFirst(event.target.value)} />
      </label>
      <label>
        Last day
        <input type="date" className="field" value={last} onChange={(event) => setLast(event.target.value)} />
      </label>
      {backwards && <p role="alert">The last day comes before the first.</p>}
      <Button type="submit" kind="primary" size="small" disabled={!days[0] || !days[1] || backwards}>
        Show these days
      </Button>
    </form>
  );
}
