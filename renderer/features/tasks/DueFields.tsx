import { useState } from 'react';
import { sameDue } from '#shared/domain/tasks/due.ts';
import { parseTimeOfDay, type Task } from '#shared/domain/tasks/task.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';

interface Props {
  readonly due: Task['due'];
  readonly today: Day;
  /** Gets every whole answer; one that is half typed is waited for. */
  readonly onChange: (due: Task['due']) => void;
}

/** A year that is being typed passes through the first centuries. */
const EARLIEST = '2000-01-01';

/** Day and time. A time without a day means today; no day, no time. */
export function DueFields({ due, today, onChange }: Props) {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(due));
  // When the facts change under them (an undo, a key), the fields follow.
  if (!sameDue(fields.seen, due)) setFields(fieldsOf(due));

  const change = (day: string, time: string, halfTyped: boolean): void => {
    setFields({ seen: fields.seen, day, time: day === '' ? '' : time });
    const next = dueOf(day, time);
    if (!halfTyped && (next !== null || day === '')) onChange(next);
  };
  const onTime = (time: string, halfTyped: boolean): void =>
    change(fields.day === '' && time !== '' ? today : fields.day, time, halfTyped);
  return (
    <div className="due-fields">
      <input
        type="date"
        className="field"
        aria-label="Due day"
        max="9999-12-31"
        value={fields.day}
        onChange={({ target }) => change(target.value, fields.time, target.validity.badInput)}
      />
      <input
        type="time"
        className="field"
        aria-label="Due time"
        value={fields.time}
        onChange={({ target }) => onTime(target.value, target.validity.badInput)}
      />
    </div>
  );
}

interface Fields {
  readonly seen: Task['due'];
  readonly day: string;
  readonly time: string;
}

const fieldsOf = (due: Task['due']): Fields => ({ seen: due, day: due?.day ?? '', time: due?.time ?? '' });

function dueOf(dayText: string, timeText: string): Task['due'] {
  const day = dayText >= EARLIEST ? parseDay(dayText) : null;
  return day && { day, time: parseTimeOfDay(timeText) };
}
