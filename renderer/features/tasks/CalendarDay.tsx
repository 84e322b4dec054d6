import { useState, type DragEvent } from 'react';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { PriorityMark } from './Priority.tsx';

/** What a dragged task is carried as, for this calendar alone. */
const CARRIED = 'application/x-affiliate-desk-task';

interface Props {
  readonly id: string;
  readonly day: Day;
  readonly tasks: readonly Task[];
  /** So many of them are shown; the others are one line that says how many. */
  readonly shown: number;
  /** The line she is at: -1 the day itself, null: she is at another day. */
  readonly line: number | null;
  readonly opened: string | null;
  readonly isToday: boolean;
  /** Of another month than the one that is shown. */
  readonly isOther: boolean;
  readonly isWorkday: boolean;
  readonly holiday: string | undefined;
  readonly format: Format;
  readonly affiliateOf: (id: string | null) => Affiliate | undefined;
  readonly isLate: (task: Task) => boolean;
  readonly onDay: () => void;
  readonly onTask: (task: Task) => void;
  readonly onMore: () => void;
  readonly onDropTask: (taskId: string) => void;
}

/** One day of the calendar: its tasks to be opened, and to be dragged to another. */
export function CalendarDay(props: Props) {
  const { id, day, tasks, shown, line, format } = props;
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent): boolean => event.dataTransfer.types.includes(CARRIED);
  const rest = tasks.length - shown;
  return (
    <div
      id={id}
      role="gridcell"
      aria-selected={line === -1}
      className="calendar-day"
      data-day={day}
      data-today={props.isToday}
      data-other={props.isOther}
      data-free={!props.isWorkday}
      data-at={line === -1}
      data-over={over}
      onClick={props.onDay}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!carries(event)) return;
        event.preventDefault();
        props.onDropTask(event.dataTransfer.getData(CARRIED));
      }}
    >
      <div className="calendar-day-head">
        <span className="hidden-but-read">{dayLabel(props)}</span>
        <span className="calendar-date" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        {props.holiday !== undefined && (
          <span className="calendar-holiday" title={props.holiday} aria-hidden="true">
            {props.holiday}
          </span>
        )}
      </div>
      {tasks.slice(0, shown).map((task, index) => (
        <Line key={task.id} {...props} id={`${id}-${index}`} task={task} at={line === index} format={format} />
      ))}
      {rest > 0 && (
        <button
          id={`${id}-${shown}`}
          type="button"
          tabIndex={-1}
          className="calendar-more"
          data-at={line === shown}
          onClick={(event) => {
            event.stopPropagation();
            props.onMore();
          }}
        >
          {`+${format.count(rest)} more`}
        </button>
      )}
    </div>
  );
}

function dayLabel({ day, tasks, isToday, isWorkday, holiday, format }: Props): string {
  const count = tasks.filter(({ doneAt }) => doneAt === null).length;
  return [
    format.dayFull(day),
    isToday ? 'today' : '',
    holiday ?? (isWorkday ? '' : 'not a workday'),
    count === 0 ? 'no tasks' : count === 1 ? '1 task' : `${count} tasks`,
  ]
    .filter((words) => words !== '')
    .join(', ');
}

type LineProps = Pick<Props, 'affiliateOf' | 'opened' | 'isLate' | 'onTask' | 'format'> & {
  readonly id: string;
  readonly task: Task;
  readonly at: boolean;
};

function Line({ id, task, at, opened, format, affiliateOf, isLate, onTask }: LineProps) {
  const about = affiliateOf(task.affiliateId)?.name;
  const time = task.due?.time ?? null;
  return (
    <button
      id={id}
      type="button"
      tabIndex={-1}
      draggable={task.doneAt === null}
      className="calendar-task"
      data-at={at}
      data-open={opened === task.id}
      data-done={task.doneAt !== null}
      data-late={isLate(task)}
      title={[time === null ? '' : format.timeOfDay(time), task.title, about ?? '']
        .filter((each) => each !== '')
        .join(' · ')}
      onClick={(event) => {
        event.stopPropagation();
        onTask(task);
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(CARRIED, task.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <PriorityMark priority={task.priority} />
      {time !== null && <span className="calendar-time">{format.timeOfDay(time)}</span>}
      <span className="calendar-title">{task.title}</span>
    </button>
  );
}
