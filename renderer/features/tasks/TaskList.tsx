import { useEffect, useId, useRef, type Ref } from 'react';
import { AlarmClock, ListChecks, Repeat2, StickyNote } from 'lucide-react';
import { showAffiliate } from '#renderer/session/navigation.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { dueWords, recentWords, untilWords } from '#shared/domain/tasks/due.ts';
import type { TaskGroup } from '#shared/domain/tasks/groups.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { repeatWords } from '#shared/domain/tasks/repeat-choice.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import type { Format } from '#shared/lib/format.ts';
import { PriorityMark } from './Priority.tsx';
import { TickBox } from './TickBox.tsx';

export interface Section {
  readonly group: TaskGroup;
  readonly name: string;
  /** How many there are, shown or not. */
  readonly count: number;
  readonly tasks: readonly Task[];
  /** Left out: it cannot be folded. */
  readonly onFold?: () => void;
  /** There are more than are shown. */
  readonly onMore?: () => void;
}

interface Props {
  readonly sections: readonly Section[];
  readonly affiliateOf: (id: string | null) => Affiliate | undefined;
  /** Id of the task she is at. */
  readonly active: string | null;
  readonly rowHeight: number;
  readonly format: Format;
  readonly today: Day;
  readonly onPick: (task: Task) => void;
  readonly onTick: (task: Task) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** Tasks under the names of their groups; one stop of the Tab key, walked with the arrows. */
export function TaskList({ ref, sections, rowHeight, ...row }: Props) {
  const { active, format } = row;
  const id = useId();
  const rowId = (taskId: string): string => `${id}-${taskId}`;
  return (
    <div
      ref={ref}
      className="task-list"
      role="grid"
      aria-label="Tasks"
      tabIndex={0}
      aria-activedescendant={active === null ? undefined : rowId(active)}
      style={{ '--row': `${rowHeight}px` } as React.CSSProperties}
    >
      {sections.map(({ group, name, count, tasks, onFold, onMore }) => (
        <div key={group} role="rowgroup" aria-label={name} className={`task-section task-section-${group}`}>
          <div role="row" className="task-section-head">
            <div role="rowheader" aria-colspan={4}>
              {onFold ? (
                <button type="button" className="task-fold" aria-expanded={tasks.length > 0} onClick={onFold}>
                  {name} <span>{format.count(count)}</span>
                </button>
              ) : (
                <>
                  {name} <span>{format.count(count)}</span>
                </>
              )}
            </div>
          </div>
          {tasks.map((task) => (
            <TaskRow key={task.id} {...row} id={rowId(task.id)} task={task} group={group} />
          ))}
          {onMore && (
            <div role="row" className="task-more">
              <div role="gridcell" aria-colspan={4}>
                <button type="button" className="link link-accent" onClick={onMore}>
                  {`Show all ${format.count(count)}`}
                </button>
              </div>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

interface RowProps extends Omit<Props, 'sections' | 'rowHeight' | 'ref'> {
  readonly id: string;
  readonly task: Task;
  readonly group: TaskGroup;
}

function TaskRow({ id, task, group, active, affiliateOf, format, today, onPick, onTick }: RowProps) {
  const isActive = active === task.id;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const affiliate = affiliateOf(task.affiliateId);
  return (
    <div
      ref={row}
      id={id}
      role="row"
      aria-selected={isActive}
      className="task-row"
      data-active={isActive}
      onClick={() => onPick(task)}
    >
      <div role="gridcell" className="task-tick">
        <TickBox task={task} inList onTick={() => onTick(task)} />
      </div>
      <div role="gridcell" className="task-words">
        <PriorityMark priority={task.priority} />
        <span className="task-name" title={task.title}>
          {task.title}
        </span>
        {task.steps.length > 0 && (
          <span className="task-steps-count faint" title="Steps that are done">
            <ListChecks size={12} role="img" aria-label="Steps" />
            {`${task.steps.filter(({ done }) => done).length}/${task.steps.length}`}
          </span>
        )}
        {task.note !== '' && (
          <span className="task-says faint" title={task.note}>
            <StickyNote size={12} aria-hidden="true" />
            {task.note}
          </span>
        )}
      </div>
      <div role="gridcell" className="task-about">
        {affiliate && (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            title={affiliate.name}
            onClick={(event) => {
              event.stopPropagation();
              showAffiliate(affiliate.id);
            }}
          >
            {affiliate.name}
          </button>
        )}
      </div>
      <div role="gridcell" className="task-when">
        <When task={task} group={group} format={format} today={today} />
      </div>
    </div>
  );
}

function When({ task, group, format, today }: Pick<RowProps, 'task' | 'group' | 'format' | 'today'>) {
  if (task.doneAt !== null) {
    return (
      <span title={format.momentFull(momentOfInstant(task.doneAt))}>{recentWords(task.doneAt, today, format)}</span>
    );
  }
  if (task.due === null && task.snoozedUntil === null) return null;
  // Under "Today" the day says nothing new.
  const time = group === 'today' ? task.due?.time : null;
  const words = time ? format.timeOfDay(time) : dueWords(task.due, today, format);
  return (
    <>
      {task.due && <span title={format.dayFull(task.due.day)}>{words}</span>}
      {task.repeat && (
        <span className="task-repeats" title={repeatWords(task.repeat, format.locale)}>
          <Repeat2 size={12} role="img" aria-label={repeatWords(task.repeat, format.locale)} />
        </span>
      )}
      {task.snoozedUntil !== null && (
        <span className="task-snoozed" title={`Snoozed until ${untilWords(task.snoozedUntil, today, format)}`}>
          <AlarmClock size={12} role="img" aria-label="Snoozed until" />
          {untilWords(task.snoozedUntil, today, format)}
        </span>
      )}
    </>
  );
}
