import { copyRows, saveTable } from '#renderer/session/table-text.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { dueWords } from '#shared/domain/tasks/due.ts';
import { repeatWords } from '#shared/domain/tasks/repeat-choice.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { PRIORITY_WORDS } from './Priority.tsx';

const affiliateOf = ({ affiliateId }: Task, directory: Directory): string | null =>
  affiliateId === null ? null : (directory.byId(affiliateId)?.name ?? null);

/** Copies tasks as they stand in the list. */
export function copyTasks(tasks: readonly Task[], directory: Directory, format: Format, today: Day): Promise<void> {
  return copyRows(
    [
      { header: 'Task', text: (task) => task.title },
      { header: 'Note', text: (task) => task.note },
      { header: 'Affiliate', text: (task) => affiliateOf(task, directory) ?? NOTHING },
      { header: 'Due', text: (task) => (task.due ? dueWords(task.due, today, format) : NOTHING) },
    ],
    tasks,
  );
}

/** Writes tasks to a file of her choice: the due day and time as they stand on the program's clock, the rest ISO 8601 in UTC. */
export function exportTasks(tasks: readonly Task[], directory: Directory, { locale }: Format): Promise<void> {
  return saveTable(
    'tasks.csv',
    [
      'Task',
      'Note',
      'Affiliate',
      'Due day',
      'Due time',
      'Priority',
      'Repeat',
      'Steps',
      'Steps done',
      'Done',
      'Written down',
    ],
    tasks.map((task) => [
      task.title,
      task.note,
      affiliateOf(task, directory),
      task.due?.day ?? null,
      task.due?.time ?? null,
      PRIORITY_WORDS[task.priority],
      task.repeat && repeatWords(task.repeat, locale),
      task.steps.length,
      task.steps.filter(({ done }) => done).length,
      task.doneAt === null ? null : new Date(task.doneAt).toISOString(),
      new Date(task.createdAt).toISOString(),
    ]),
  );
}
