import { Check } from 'lucide-react';
import type { Task } from '#shared/domain/tasks/task.ts';
import { tick } from './task-steps.ts';

interface Props {
  readonly task: Task;
  /** In a list that is walked as a whole, the box is no stop of its own. */
  readonly inList?: boolean;
  readonly onTick?: () => void;
}

/** Ticks a task off. */
export function TickBox({ task, inList = false, onTick = () => void tick(task) }: Props) {
  return (
    <button
      type="button"
      role="checkbox"
      className="tick-box"
      aria-checked={task.doneAt !== null}
      aria-label={`Done: ${task.title}`}
      tabIndex={inList ? -1 : 0}
      onClick={(event) => {
        event.stopPropagation();
        onTick();
      }}
    >
      <span className="tick-mark">
        <Check size={12} strokeWidth={3} aria-hidden="true" />
      </span>
    </button>
  );
}
