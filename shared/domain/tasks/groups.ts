import { dayOf } from '../../lib/zone.ts';
import { instantOf } from './due.ts';
import { PRIORITIES, type Task } from './task.ts';

/** In the order in which they want to be seen. */
export const TASK_GROUPS = ['overdue', 'today', 'upcoming', 'someday', 'done'] as const;

export type TaskGroup = (typeof TASK_GROUPS)[number];

/** Where a task stands at an instant (epoch ms), by the days of a zone. One without a time is due all day. */
export function groupOf(task: Task, now: number, zone: string): TaskGroup {
  if (task.doneAt !== null) return 'done';
  if (task.due === null) return 'someday';
  const { day, time } = task.due;
  const today = dayOf(now, zone);
  if (day > today) return 'upcoming';
  if (day < today) return 'overdue';
  return time !== null && instantOf(day, time, zone) < now ? 'overdue' : 'today';
}

/** All tasks by where they stand: what is due first comes first, then what matters more; the newest wish and what was done last come first. */
export function groupTasks(
  tasks: readonly Task[],
  now: number,
  zone: string,
): Readonly<Record<TaskGroup, readonly Task[]>> {
  const groups = Map.groupBy(tasks, (task) => groupOf(task, now, zone));
  const sorted = (group: TaskGroup, order: (a: Task, b: Task) => number): readonly Task[] =>
    (groups.get(group) ?? []).toSorted((a, b) => order(a, b) || byText(a.id, b.id));
  return {
    overdue: sorted('overdue', byDue),
    today: sorted('today', byDue),
    upcoming: sorted('upcoming', byDue),
    someday: sorted('someday', (a, b) => byPriority(a, b) || b.createdAt - a.createdAt),
    done: sorted('done', (a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A day's tasks without a time come before those that have one: the key sorts "2026-11-23" before "2026-11-23 09:00". */
const dueKey = ({ due }: Task): string => (due ? `${due.day} ${due.time ?? ''}` : '');

const byPriority = (a: Task, b: Task): number => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority);

/** What is due first, then what matters more, then what was written down first. */
export const byDue = (a: Task, b: Task): number =>
  byText(dueKey(a), dueKey(b)) || byPriority(a, b) || a.createdAt - b.createdAt;
