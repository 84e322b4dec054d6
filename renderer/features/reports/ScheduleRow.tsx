import { FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { ReportSchedule } from '#shared/domain/reports/schedule.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import { weeklyAfter } from '#shared/domain/schedules/instants.ts';
import { parseTimeOfDay } from '#shared/domain/tasks/task.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { change, moveTo, remove } from './report-steps.ts';

const WEEKDAYS: readonly (Choice<string> & { readonly weekday: ReportSchedule['weekday'] })[] = [
  { weekday: 1, value: '1', label: 'Monday' },
  { weekday: 2, value: '2', label: 'Tuesday' },
  { weekday: 3, value: '3', label: 'Wednesday' },
  { weekday: 4, value: '4', label: 'Thursday' },
  { weekday: 5, value: '5', label: 'Friday' },
  { weekday: 6, value: '6', label: 'Saturday' },
  { weekday: 7, value: '7', label: 'Sunday' },
];

interface Props {
  readonly schedule: ReportSchedule;
  readonly segments: readonly SavedSegment[];
  readonly running: boolean;
  readonly onRun: () => void;
}

/** One schedule; everything about it is changed where it stands. */
export function ScheduleRow({ schedule, segments, running, onRun }: Props) {
  const format = useFormat();
  const today = useToday();
  const now = useClock((state) => state.now);
  const zone = usePreferences((state) => state.zone);
  const { weekday, time, active, folderId, folderName } = schedule;
  const preferred = usePreferences((state) => state.reportFolder);
  const [next] = weeklyAfter({ weekday, time }, zone, now, 1);
  const name = `${WEEKDAYS[weekday - 1]?.label ?? ''} at ${time}`;
  return (
    <li className="schedule" data-active={active} aria-label={`Every ${name}`}>
      <span className="schedule-when">
        Every
        <Select
          label="Weekday"
          choices={WEEKDAYS}
          value={String(weekday)}
          onChange={(chosen) => {
            const to = WEEKDAYS.find(({ value }) => value === chosen);
            if (to) void change(schedule, { weekday: to.weekday }, `The report is written on ${to.label}`);
          }}
        />
        at
        <TimeField key={time} schedule={schedule} />
        <Whom schedule={schedule} segments={segments} />
      </span>
      <Button
        kind="quiet"
        size="small"
        title="Choose another folder"
        icon={<FolderOpen size={14} aria-hidden="true" />}
        onClick={() => void moveTo(schedule)}
      >
        <span className="schedule-folder">
          {folderId === null ? (preferred?.name ?? 'Choose a folder') : folderName}
        </span>
      </Button>
      <span className="schedule-next faint small">
        {active && next !== undefined ? `Next: ${format.moment(momentOfInstant(next), today)}` : 'Paused'}
      </span>
      <span className="schedule-actions">
        <Button
          size="small"
          kind="quiet"
          onClick={() =>
            void change(schedule, { active: !active }, active ? 'Paused the schedule' : 'Resumed the schedule')
          }
        >
          {active ? 'Pause' : 'Resume'}
        </Button>
        <Button size="small" aria-disabled={running} onClick={() => running || onRun()}>
          Run now
        </Button>
        <IconButton
          label="Remove the schedule"
          icon={<Trash2 size={14} aria-hidden="true" />}
          onClick={() => void remove(schedule)}
        />
      </span>
    </li>
  );
}

/** Everybody, or who is in a segment when it is written. */
function Whom({ schedule, segments }: Pick<Props, 'schedule' | 'segments'>) {
  const { segmentId } = schedule;
  const isGone = segmentId !== '' && !segments.some(({ id }) => id === segmentId);
  if (segments.length === 0 && !isGone) return null;
  const choices = [
    { value: '', label: 'All affiliates' },
    ...segments.map(({ id, name }) => ({ value: id, label: name })),
    ...(isGone ? [{ value: segmentId, label: 'A deleted segment' }] : []),
  ];
  return (
    <>
      on
      <Select
        label="Affiliates of the report"
        choices={choices}
        value={segmentId}
        onChange={(chosen) => {
          const label = choices.find(({ value }) => value === chosen)?.label ?? '';
          void change(schedule, { segmentId: chosen }, `The report is on ${chosen === '' ? 'all affiliates' : label}`);
        }}
      />
    </>
  );
}

/** A time is taken when she leaves the field or presses Enter: each key of a half typed one would be a step to undo. */
function TimeField({ schedule }: { readonly schedule: ReportSchedule }) {
  const [draft, setDraft] = useState<string>(schedule.time);
  const save = (): void => {
    const time = parseTimeOfDay(draft);
    if (time === null) setDraft(schedule.time);
    else void change(schedule, { time }, `The report is written at ${time}`);
  };
  return (
    <input
      type="time"
      className="field"
      aria-label="Time"
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
