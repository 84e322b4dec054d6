import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { TimeField } from './TimeField.tsx';

const CHOICES = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] as const;

/** Whether the summary of the morning comes, and when. */
export function SummaryField() {
  const summaryAt = usePreferences((state) => state.summaryAt);
  const morning = usePreferences((state) => state.morning);
  const format = useFormat();
  const become = (next: TimeOfDay | null): void =>
    chooseStep(next === null ? 'No summary comes' : `The summary comes at ${format.timeOfDay(next)}`, {
      summaryAt: next,
    });
  return (
    <div className="setting-fields">
      {summaryAt !== null && <TimeField key={summaryAt} label="Summary at" time={summaryAt} onTime={become} />}
      <Select
        label="Morning summary"
        choices={CHOICES}
        value={summaryAt === null ? 'off' : 'on'}
        onChange={(chosen) => become(chosen === 'on' ? morning : null)}
      />
    </div>
  );
}
