import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { addMonths, monthOf, tasksByDay, weekOf } from '#shared/domain/tasks/calendar-grid.ts';
import { nextMonday } from '#shared/domain/tasks/due.ts';
import { groupOf } from '#shared/domain/tasks/groups.ts';
import { weekdayName } from '#shared/domain/tasks/repeat-choice.ts';
import { holidayOn, isoWeekday, isWorkday } from '#shared/domain/tasks/workdays.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { addDays, DAY_MS, dayToNumber, type Day } from '#shared/lib/day.ts';
import { CalendarDay } from './CalendarDay.tsx';
import { arrowTo, movedBy, type Place } from './calendar-cursor.ts';
import { TaskDetails } from './TaskDetails.tsx';
import { move, remove, tick } from './task-steps.ts';
import { useCalendar } from './use-calendar.ts';
import { useLineRoom } from './use-line-room.ts';
import { useTasks } from './use-tasks.ts';
import './calendar.css';

/** Where she is in the calendar: on a task, wherever it moves, else on a line of the day. */
export interface Cursor extends Place {
  readonly taskId: string | null;
  /** The day of which she wants to see all. */
  readonly unfolded: Day | null;
}

interface Props {
  readonly directory: Directory;
  readonly span: 'week' | 'month';
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  /** The task whose details are open. */
  readonly taskId: string | null;
}

/** A week or a month of tasks by the day they are due. */
export function CalendarView({ directory, span, cursor, onCursor, taskId }: Props) {
  const tasks = useTasks();
  const today = useToday();
  const format = useFormat();
  const calendar = useCalendar();
  const now = useClock((state) => state.now);
  const zone = usePreferences((state) => state.zone);
  const weekStart = usePreferences((state) => state.weekStart);
  const letters = usePreferences((state) => state.letters);
  const replace = useNavigation((state) => state.replace);
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);

  // On a task she is where it is, also when it is moved or put back.
  const here = tasks?.find((task) => task.id === cursor.taskId)?.due?.day ?? cursor.day;
  const weeks = useMemo(
    () => (span === 'week' ? [weekOf(here, weekStart)] : monthOf(here, weekStart)),
    [here, span, weekStart],
  );
  const byDay = useMemo(() => tasksByDay(tasks ?? []), [tasks]);
  const room = useLineRoom(grid, span, weeks.length);
  const tasksOn = (day: Day): readonly Task[] => byDay.get(day) ?? [];
  const indexAt = (day: Day): number =>
    day === here ? tasksOn(day).findIndex((task) => task.id === cursor.taskId) : -1;
  /** How many of a day's tasks are shown as themselves: all, or so many that the line with the rest fits below. */
  const shownOn = (day: Day): number => {
    const { length } = tasksOn(day);
    const folded = Math.max(1, room - 1);
    return length <= room || cursor.unfolded === day || indexAt(day) >= folded ? length : folded;
  };
  const linesOn = (day: Day): number => shownOn(day) + (shownOn(day) < tasksOn(day).length ? 1 : 0);
  const found = indexAt(here);
  const line = found >= 0 ? found : Math.min(cursor.line, linesOn(here) - 1);
  const at: Place = { day: here, line };
  const atId = lineId(id, at);
  useEffect(() => {
    document.getElementById(atId)?.scrollIntoView({ block: 'nearest' });
  }, [atId]);
  if (!tasks) return null;

  const active = line < 0 || line >= shownOn(at.day) ? undefined : tasksOn(at.day)[line];
  const opened = tasks.find((task) => task.id === taskId);
  const open = (next: string | null): void => replace({ screen: 'tasks', taskId: next, view: span });
  const go = (next: Place): void => {
    const task = next.line < shownOn(next.day) ? tasksOn(next.day)[next.line] : undefined;
    onCursor({ ...cursor, ...next, taskId: task?.id ?? null });
    if (taskId !== null && task) open(task.id);
  };
  const turn = (by: number): void =>
    go({ day: span === 'week' ? addDays(at.day, 7 * by) : addMonths(at.day, by), line: -1 });
  const more = (day: Day): void => {
    onCursor({ day, line: shownOn(day), taskId: tasksOn(day)[shownOn(day)]?.id ?? null, unfolded: day });
    if (span === 'month') replace({ screen: 'tasks', taskId: null, view: 'week' });
  };
  /** What is done goes below; she stays where she is, at what moves up. */
  const tickOff = (task: Task): void => {
    onCursor({ ...at, taskId: null, unfolded: cursor.unfolded });
    void tick(task);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const to = event.shiftKey && active ? movedBy(key, at.day) : null;
    const next = event.shiftKey ? null : arrowTo(key, at, span, linesOn);
    if (to !== null && active) void move(active, to);
    else if (next) go(next);
    else if (!otherKey(key)) return;
    event.preventDefault();
  };
  const otherKey = (key: string): boolean => {
    const week = weekOf(at.day, weekStart);
    if (key === 'PageUp' || key === 'PageDown') turn(key === 'PageUp' ? -1 : 1);
    else if (key === 'Home' || key === 'End') go({ day: week.at(key === 'Home' ? 0 : -1) ?? at.day, line: -1 });
    else if (key === 'Enter') enter();
    else if (key === ' ' && active) tickOff(active);
    else if ((key === 'Delete' || key === 'Backspace') && active) {
      if (taskId !== null) open(null);
      void remove(active);
    } else return letters && letter(key.toLowerCase());
    return true;
  };
  const enter = (): void => {
    if (active) open(active.id);
    else if (at.line >= 0) more(at.day);
    else openNewTask([], at.day);
  };
  const letter = (key: string): boolean => {
    const days: Readonly<Record<string, Day | null>> = {
      t: today,
      m: addDays(today, 1),
      w: nextMonday(today),
      s: null,
    };
    const arrow = { j: 'ArrowDown', k: 'ArrowUp' }[key];
    const next = arrow === undefined ? null : arrowTo(arrow, at, span, linesOn);
    if (next) go(next);
    else if (key === 'c') openNewTask([], at.day);
    else if (active && key === 'e') open(active.id);
    else if (active && days[key] !== undefined) void move(active, days[key]);
    else return false;
    return true;
  };

  const month = at.day.slice(0, 7);
  const days = weeks[0] ?? [];
  return (
    <>
      <div className="filters">
        <Button size="small" onClick={() => go({ day: today, line: -1 })}>
          Today
        </Button>
        <IconButton
          label={span === 'week' ? 'The week before' : 'The month before'}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onClick={() => turn(-1)}
        />
        <IconButton
          label={span === 'week' ? 'The next week' : 'The next month'}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onClick={() => turn(1)}
        />
        <h2 className="calendar-span" aria-live="polite">
          {span === 'week'
            ? format.period({ from: days[0] ?? at.day, to: addDays(days.at(-1) ?? at.day, 1) })
            : monthWords(at.day, format.locale)}
        </h2>
        <span className="filters-end">
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            aria-keyshortcuts="c"
            onClick={() => openNewTask([], null)}
          >
            New task
          </Button>
        </span>
      </div>
      <div className="beside">
        <div
          ref={grid}
          className={`calendar calendar-of-${span}`}
          role="grid"
          aria-label={span === 'week' ? 'Tasks of the week' : 'Tasks of the month'}
          tabIndex={0}
          aria-activedescendant={atId}
          onKeyDown={onKeyDown}
        >
          <div role="row" className="calendar-names">
            {days.map((day) => (
              <span key={day} role="columnheader" data-today={day === today}>
                {weekdayName(isoWeekday(day), format.locale, 'short')}
              </span>
            ))}
          </div>
          {weeks.map((week) => (
            <div key={week[0]} role="row" className="calendar-week">
              {week.map((day) => (
                <CalendarDay
                  key={day}
                  id={lineId(id, { day, line: -1 })}
                  day={day}
                  tasks={tasksOn(day)}
                  shown={shownOn(day)}
                  line={day === at.day ? at.line : null}
                  opened={taskId}
                  isToday={day === today}
                  isOther={span === 'month' && !day.startsWith(month)}
                  isWorkday={isWorkday(day, calendar)}
                  holiday={holidayOn(day, calendar)}
                  format={format}
                  affiliateOf={(affiliateId) => (affiliateId === null ? undefined : directory.byId(affiliateId))}
                  isLate={(task) => groupOf(task, now, zone) === 'overdue'}
                  onDay={() => go({ day, line: -1 })}
                  onTask={(task) => {
                    onCursor({ ...cursor, day, line: tasksOn(day).indexOf(task), taskId: task.id });
                    open(task.id);
                  }}
                  onMore={() => more(day)}
                  onDropTask={(dropped) => {
                    const task = tasks.find((each) => each.id === dropped);
                    if (task && task.due?.day !== day) void move(task, day);
                  }}
                />
              ))}
            </div>
          ))}
        </div>
        {opened && (
          <TaskDetails
            task={opened}
            affiliates={directory.affiliates}
            onClose={() => {
              open(null);
              grid.current?.focus();
            }}
            onMove={(by) => {
              go({ day: at.day, line: Math.max(0, Math.min(shownOn(at.day) - 1, at.line + by)) });
              grid.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}

/** "November 2026" */
const monthWords = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    dayToNumber(day) * DAY_MS,
  );

const lineId = (id: string, { day, line }: Place): string => (line < 0 ? `${id}-${day}` : `${id}-${day}-${line}`);
