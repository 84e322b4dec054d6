import { movedTo, sameDue } from '#shared/domain/tasks/due.ts';
import { nextId, nextTask } from '#shared/domain/tasks/next-task.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { calendarNow } from './calendar.ts';
import { database } from './connection.ts';
import { readingOf } from './inbox.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';
import { touched } from './touched.ts';

/** Every task, done ones included, in no order. For liveQuery. */
export async function allTasks(): Promise<readonly Task[]> {
  return database().tasks.toArray();
}

/** What she can say of a task. */
export type TaskWords = Pick<Task, 'title' | 'note' | 'affiliateId' | 'due'> &
  Partial<Pick<Task, 'priority' | 'repeat' | 'steps'>>;

/** Adds a task; answers its id. */
export async function addTask(words: TaskWords, now: number): Promise<Result<string>> {
  const done = await addTasks([words], now);
  return done.ok ? ok(done.value[0] ?? '') : done;
}

/** Adds tasks in one step; answers their ids. */
export async function addTasks(all: readonly TaskWords[], now: number): Promise<Result<readonly string[]>> {
  const tasks = all.map((words): Task => ({
    id: crypto.randomUUID(),
    ...PLAIN_TASK,
    snoozedUntil: null,
    doneAt: null,
    createdAt: now,
    sample: false,
    ...words,
  }));
  const about = [...new Set(all.map(({ affiliateId }) => affiliateId))];
  const label = tasks.length === 1 ? `Add ${tasks[0]?.title ?? ''}` : `Add ${tasks.length} tasks`;
  const done = await edit(label, async () => [
    ...tasks.map((after): Change => ({ table: 'tasks', before: null, after })),
    ...(await Promise.all(about.map((id) => touched(id, now)))).flat(),
  ]);
  return done.ok ? ok(tasks.map(({ id }) => id)) : done;
}

/** Changes what a task says. A new due day or time ends its snooze. Answers false if that is what it says already. */
export async function editTask(id: string, wish: Partial<TaskWords>, now: number): Promise<Result<boolean>> {
  return changeTask(id, 'Edit a task', async (task) => {
    const after: Task = { ...task, ...wish, ...(wish.due === undefined ? {} : setDue(task, wish.due, now)) };
    return [after, ...(after.affiliateId === task.affiliateId ? [] : await touched(after.affiliateId, now))];
  });
}

/** Moves a task to another day (null: to no day), by the rules of `movedTo`. */
export async function moveTask(id: string, day: Day | null, now: number, zone: string): Promise<Result<boolean>> {
  return changeTask(id, 'Move a task', async (task) => [
    { ...task, ...setDue(task, movedTo(task.due, day, now, zone), now) },
  ]);
}

/** A new due day or time ends the snooze, and reminds only if it is still to come. */
function setDue(task: Task, due: Task['due'], now: number): Partial<Task> {
  return { due, snoozedUntil: null, ...(sameDue(task.due, due) ? {} : { dueSetAt: now }) };
}

/** Puts a task's reminder off until an instant (epoch ms). */
export async function snoozeTask(id: string, until: number): Promise<Result<boolean>> {
  return changeTask(id, 'Snooze a task', async (task) => [{ ...task, snoozedUntil: until }, ...(await answered(id))]);
}

/**
 * Ticks a task off (`doneAt`: epoch ms), or opens it again (null). With one that repeats, the next is written in the same step,
 * once however often it is done; opening it again takes that next one away as long as nobody has changed it.
 */
export async function setTaskDone(id: string, doneAt: number | null, zone: string): Promise<Result<boolean>> {
  return changeTask(id, doneAt === null ? 'Open a task again' : 'Finish a task', async (task) => {
    // Finished twice is finished when it was finished first.
    if ((task.doneAt === null) === (doneAt === null)) return [task];
    const next = await followingTask(task, doneAt, zone);
    return [{ ...task, doneAt, snoozedUntil: null }, ...next, ...(doneAt === null ? [] : await answered(id))];
  });
}

/** What a task that is done or opened again changes in the next one of its series. For use inside a transaction. */
export async function followingTask(task: Task, doneAt: number | null, zone: string): Promise<readonly Change[]> {
  if (task.repeat === null) return [];
  const affiliate = task.affiliateId === null ? undefined : await database().affiliates.get(task.affiliateId);
  const from = { zone, calendar: await calendarNow(), lastContact: affiliate?.lastContact || null };
  const after = nextTask(task, doneAt ?? task.doneAt ?? 0, from);
  const there = (await database().tasks.get(nextId(task.id))) ?? null;
  if (doneAt !== null) return there || !after ? [] : [{ table: 'tasks', before: null, after }];
  const isUntouched = there !== null && JSON.stringify(there) === JSON.stringify(after);
  return isUntouched ? [{ table: 'tasks', before: there, after: null }] : [];
}

/** Deletes a task. */
export async function deleteTask(id: string): Promise<Result<boolean>> {
  return changeTask(id, 'Delete a task', async () => [null, ...(await answered(id))]);
}

/** Whoever answers a reminder has read it. */
const answered = (taskId: string): Promise<readonly Change[]> =>
  readingOf((entry) => !entry.read && entry.taskId === taskId);

/** Changes a task in one undoable step; `change` answers what becomes of it and what else changes with it. */
async function changeTask(
  id: string,
  label: string,
  change: (task: Task) => Promise<readonly [Task | null, ...(readonly Change[])]>,
): Promise<Result<boolean>> {
  let changed = false;
  let found = false;
  const done = await edit(label, async () => {
    const before = await database().tasks.get(id);
    if (!before) return [];
    found = true;
    const [after, ...others] = await change(before);
    changed = JSON.stringify(before) !== JSON.stringify(after);
    return changed ? [{ table: 'tasks', before, after }, ...others] : [];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : fail('no-task', 'This task is no longer there. Nothing was changed.');
}
