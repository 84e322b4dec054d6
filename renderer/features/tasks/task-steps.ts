import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { addTasks, deleteTask, editTask, moveTask, setTaskDone, type TaskWords } from '#renderer/db/tasks.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { dueWords, inSentence, movedTo } from '#shared/domain/tasks/due.ts';
import { firstDay, type Repeat } from '#shared/domain/tasks/repeat.ts';
import { repeatWords } from '#shared/domain/tasks/repeat-choice.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';
import type { Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';

/** Adds tasks in one step. True if they are there. */
export async function add(all: readonly TaskWords[]): Promise<boolean> {
  const label = all.length === 1 ? `Added “${all[0]?.title ?? ''}”` : `Added ${all.length} tasks`;
  return told(label, await addTasks(all, Date.now()));
}

/** Ticks a task off, or opens it again. */
export async function tick(task: Task): Promise<boolean> {
  const done = task.doneAt === null;
  const { zone } = usePreferences.getState();
  const result = await setTaskDone(task.id, done ? Date.now() : null, zone);
  return told(`${done ? 'Done' : 'Open again'}: “${task.title}”`, result);
}

/** Moves a task to a day; null: to no day. */
export async function move(task: Task, day: Day | null): Promise<boolean> {
  const now = Date.now();
  const { zone, locale } = usePreferences.getState();
  const due = movedTo(task.due, day, now, zone);
  const to = due === null ? 'someday' : inSentence(dueWords(due, dayOf(now, zone), makeFormat(locale, zone)));
  return told(`“${task.title}” moved to ${to}`, await moveTask(task.id, day, now, zone));
}

/** Changes what a task says; `what` names it: "Note", "Title". */
export async function change(task: Task, what: string, wish: Partial<TaskWords>): Promise<boolean> {
  return told(`${what} of “${wish.title ?? task.title}” changed`, await editTask(task.id, wish, Date.now()));
}

/** Has a task come back in another way; one that has no day yet gets its first by it. */
export async function changeRepeat(task: Task, repeat: Repeat | null, lastContact: Day | null): Promise<boolean> {
  const { zone, workingDays, holidays, locale } = usePreferences.getState();
  const now = Date.now();
  const first =
    repeat && task.due === null ? firstDay(repeat, dayOf(now, zone), lastContact, { workingDays, holidays }) : null;
  const wish = { repeat, ...(first ? { due: { day: first, time: null } } : {}) };
  return told(`“${task.title}”: ${inSentenceStart(repeatWords(repeat, locale))}`, await editTask(task.id, wish, now));
}

const inSentenceStart = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

export async function remove(task: Task): Promise<boolean> {
  return told(`Deleted “${task.title}”`, await deleteTask(task.id));
}

/** Offers to take back what changed something; says what went wrong. */
function told(label: string, result: Result<unknown>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value !== false) didStep({ label, undo: undoEdit, redo: redoEdit });
  return result.ok;
}
