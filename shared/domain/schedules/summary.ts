import { addDays, type Day } from '../../lib/day.ts';
import { dayOf } from '../../lib/zone.ts';
import type { Question } from '../conversations/question.ts';
import { instantOf } from '../tasks/due.ts';
import type { Task, TimeOfDay } from '../tasks/task.ts';
import { isWorkday, type Calendar } from '../tasks/workdays.ts';
import type { DueItem, Job } from './due.ts';

/** So far ahead main knows the mornings to come: over a holiday on which the program is not started. */
const DAYS_AHEAD = 21;

export const summaryJob = (day: Day): Job => `summary:${day}`;

/** What waits on a day, as the facts stand. */
export interface Waiting {
  readonly today: number;
  readonly overdue: number;
  readonly questions: number;
}

/** Open tasks of a day and before it, and open questions whose day has come. */
export function waitingOn(
  day: Day,
  tasks: readonly Pick<Task, 'due' | 'doneAt'>[],
  questions: readonly Pick<Question, 'due' | 'status'>[],
): Waiting {
  const open = tasks.filter(({ doneAt, due }) => doneAt === null && due !== null);
  return {
    today: open.filter(({ due }) => due?.day === day).length,
    overdue: open.filter(({ due }) => due !== null && due.day < day).length,
    questions: questions.filter(({ due, status }) => status !== 'resolved' && due !== null && due <= day).length,
  };
}

/** "5 tasks today, 2 overdue, 1 question due"; '' where nothing waits. */
export function waitingWords({ today, overdue, questions }: Waiting): string {
  const words = [
    today > 0 ? `${counted(today, 'task')} today` : '',
    overdue > 0 ? `${today > 0 ? overdue : counted(overdue, 'task')} overdue` : '',
    questions > 0 ? `${counted(questions, 'question')} due` : '',
  ];
  return words.filter((each) => each !== '').join(', ');
}

const counted = (number: number, thing: string): string => (number === 1 ? `1 ${thing}` : `${number} ${thing}s`);

/** The summaries of the workdays after `now` (epoch ms), as they would be if nothing changed; of a day on which nothing waits, none. */
export function summaries(
  facts: { readonly tasks: readonly Task[]; readonly questions: readonly Question[] },
  {
    summaryAt,
    zone,
    calendar,
  }: { readonly summaryAt: TimeOfDay | null; readonly zone: string; readonly calendar: Calendar },
  now: number,
): readonly DueItem[] {
  if (summaryAt === null) return [];
  const today = dayOf(now, zone);
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index));
  return days.flatMap((day): DueItem[] => {
    const at = instantOf(day, summaryAt, zone);
    const body = waitingWords(waitingOn(day, facts.tasks, facts.questions));
    if (at <= now || body === '' || !isWorkday(day, calendar)) return [];
    return [{ job: summaryJob(day), kind: 'summary', at, title: 'Your day', body }];
  });
}
