import { ArrowDown, ChevronsUp } from 'lucide-react';
import { Select } from '#renderer/ui/Select.tsx';
import { PRIORITIES, type Priority } from '#shared/domain/tasks/task.ts';

export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = { high: 'High', normal: 'Normal', low: 'Low' };

export const PRIORITY_CHOICES = PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] }));

/** A mark for what matters more or less than usual; nothing for the usual. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  if (priority === 'normal') return null;
  const Icon = priority === 'high' ? ChevronsUp : ArrowDown;
  return (
    <Icon
      className={`priority priority-${priority}`}
      size={14}
      strokeWidth={2.5}
      role="img"
      aria-label={`${PRIORITY_WORDS[priority]} priority`}
    />
  );
}

export function PrioritySelect(props: { readonly value: Priority; readonly onChange: (value: Priority) => void }) {
  return <Select label="Priority" choices={PRIORITY_CHOICES} value={props.value} onChange={props.onChange} />;
}
