import type { Day } from '../../lib/day.ts';
import { dayOf } from '../../lib/zone.ts';
import { dueAfterContact, nextDay } from './repeat.ts';
import type { Task } from './task.ts';
import type { Calendar } from './workdays.ts';

/** What the next task of a repeating one is reckoned from. */
export interface NextFrom {
  /** IANA name of the program's zone. */
  readonly zone: string;
  readonly calendar: Calendar;
  /** The last contact with the task's affiliate; null: none is known, or it is about nobody. */
  readonly lastContact: Day | null;
}

/**
 * The id of the task that follows one in its series: always the same, so that what is done twice is followed once. The first
 * has a plain id, the next ones are counted: `<id>~2`.
 */
export function nextId(id: string): string {
  const [series = id, number = '1'] = id.split('~');
  return `${series}~${Number(number) + 1}`;
}

/** The task that follows a repeating one which was done at `doneAt` (epoch ms): its steps open, its time kept. null: none does. */
export function nextTask(task: Task, doneAt: number, { zone, calendar, lastContact }: NextFrom): Task | null {
  if (task.repeat === null) return null;
  const done = dayOf(doneAt, zone);
  const day = nextDay(task.repeat, { due: task.due?.day ?? null, done, lastContact, calendar });
  if (day === null) return null;
  const { dueSetAt: _, ...kept } = task;
  return {
    ...kept,
    id: nextId(task.id),
    due: { day, time: task.due?.time ?? null },
    steps: task.steps.map((step) => ({ ...step, done: false })),
    snoozedUntil: null,
    doneAt: null,
    createdAt: doneAt,
  };
}

/**
 * An open task that comes so long after the last contact, once that has moved on: due so long after the new one, at the same
 * time of day. The task itself where that is no later than it is due already: contact never makes anything more urgent.
 */
export function afterContact(task: Task, lastContact: Day, calendar: Calendar): Task {
  if (task.doneAt !== null || task.repeat?.kind !== 'after-contact' || task.due === null) return task;
  const day = dueAfterContact(task.repeat.days, lastContact, calendar);
  return day > task.due.day ? { ...task, due: { ...task.due, day }, snoozedUntil: null } : task;
}
