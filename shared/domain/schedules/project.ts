import type { Question } from '../conversations/question.ts';
import type { Task, TimeOfDay } from '../tasks/task.ts';
import type { Calendar } from '../tasks/workdays.ts';
import { dayOf } from '../../lib/zone.ts';
import type { DueItem, Job, Projection, ReminderRules } from './due.ts';
import { reminderInstant, weeklyAfter, type Weekly } from './instants.ts';
import { summaries, waitingOn } from './summary.ts';

/** Runs of a report that main knows ahead: so long it can be asleep and still make up only the last. */
const WEEKS_AHEAD = 26;

/** The part of a report schedule that says when it runs. */
export interface WeeklyRun extends Weekly {
  readonly id: string;
  readonly active: boolean;
  readonly folderName: string;
}
const MINUTE_MS = 60_000;
/** What the contract carries of a text. */
const MOST = { title: 300, body: 1000 } as const;

export const taskJob = (taskId: string): Job => `task:${taskId}`;
export const reportJob = (scheduleId: string): Job => `report:${scheduleId}`;

/** The id of the task or schedule that a job is about. */
export const idOfJob = (job: Job): string => job.slice(job.indexOf(':') + 1);

/** What comes due, as far as it is a fact. */
export interface ProjectedFacts {
  readonly tasks: readonly Task[];
  readonly schedules: readonly WeeklyRun[];
  readonly questions: readonly Question[];
}

/** Her days, as far as they say what comes due when. */
export interface ProjectedDays {
  readonly calendar: Calendar;
  /** When the summary of a workday comes; null: never. */
  readonly summaryAt: TimeOfDay | null;
}

/**
 * What comes due, of open tasks, active schedules and the mornings of workdays. A task that was due before she wrote it down or moved it there
 * reminds of nothing; a report's runs and the summaries are those after `now` (epoch ms), since main has fired what was due
 * before it takes a new projection.
 */
export function project(facts: ProjectedFacts, rules: ReminderRules, days: ProjectedDays, now: number): Projection {
  const reminders = facts.tasks.flatMap((task): DueItem[] => {
    const at = task.doneAt === null ? reminderInstant(task, rules, days.calendar) : null;
    // She says a time to the minute.
    if (at === null || at + MINUTE_MS <= (task.dueSetAt ?? task.createdAt)) return [];
    return [
      {
        job: taskJob(task.id),
        kind: 'reminder',
        at,
        title: task.title.slice(0, MOST.title),
        body: task.note.slice(0, MOST.body),
      },
    ];
  });
  const reports = facts.schedules
    .filter(({ active }) => active)
    .flatMap((schedule) =>
      weeklyAfter(schedule, rules.zone, now, WEEKS_AHEAD).map((at): DueItem => ({
        job: reportJob(schedule.id),
        kind: 'report',
        at,
        title: 'Weekly performance',
        body: schedule.folderName.slice(0, MOST.body),
      })),
    );
  const { today, overdue } = waitingOn(dayOf(now, rules.zone), facts.tasks, []);
  return {
    items: [...reminders, ...reports, ...summaries(facts, { ...days, zone: rules.zone }, now)],
    rules,
    waiting: today + overdue,
  };
}
