import { chooseStep } from '#renderer/session/choose-step.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { QuietHours } from '#shared/domain/schedules/due.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { TimeField } from './TimeField.tsx';

/** What quiet hours begin as: the evening to the working day. */
const USUAL: QuietHours = { from: '19:00' as TimeOfDay, to: '08:00' as TimeOfDay };

const CHOICES = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] as const;

/** Quiet hours on or off, and from when to when; over midnight where they end before they begin. */
export function QuietHoursFields({ quiet }: { readonly quiet: QuietHours | null }) {
  const format = useFormat();
  const become = (next: QuietHours | null): void =>
    chooseStep(
      next ? `Quiet from ${format.timeOfDay(next.from)} to ${format.timeOfDay(next.to)}` : 'There are no quiet hours',
      { quietHours: next },
    );
  return (
    <div className="setting-fields">
      {quiet && (
        <>
          <TimeField
            key={`from ${quiet.from}`}
            label="Quiet from"
            time={quiet.from}
            onTime={(from) => become({ ...quiet, from })}
          />
          <span className="faint">to</span>
          <TimeField
            key={`to ${quiet.to}`}
            label="Quiet to"
            time={quiet.to}
            onTime={(to) => become({ ...quiet, to })}
          />
        </>
      )}
      <Select
        label="Quiet hours"
        choices={CHOICES}
        value={quiet ? 'on' : 'off'}
        onChange={(chosen) => become(chosen === 'on' ? USUAL : null)}
      />
      {quiet?.from === quiet?.to && quiet && <p className="faint small">From and to are the same: nothing is quiet.</p>}
    </div>
  );
}
