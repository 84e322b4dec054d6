import { useState } from 'react';
import { parseTimeOfDay, type TimeOfDay } from '#shared/domain/tasks/task.ts';

interface Props {
  readonly label: string;
  readonly time: TimeOfDay;
  readonly onTime: (time: TimeOfDay) => void;
}

/** A time is taken when she leaves the field or presses Enter: each key of a half typed one would be a step to undo. */
export function TimeField({ label, time, onTime }: Props) {
  const [draft, setDraft] = useState<string>(time);
  const save = (): void => {
    const typed = parseTimeOfDay(draft);
    if (typed === null) setDraft(time);
    else if (typed !== time) onTime(typed);
  };
  return (
    <input
      type="time"
      className="field"
      aria-label={label}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
