import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAffiliate, affiliateById } from '#renderer/db/affiliates.ts';
import { database } from '#renderer/db/connection.ts';
import { countUnread, newestEntries, readAll, seenTask, setRead } from '#renderer/db/inbox.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { openDesk } from '#renderer/db/open.ts';
import { addTask, allTasks, deleteTask, editTask, moveTask, setTaskDone, snoozeTask } from '#renderer/db/tasks.ts';
import type { InboxEntry } from '#shared/domain/schedules/inbox.ts';
import { PLAIN_TASK, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Result } from '#shared/lib/result.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const NOTHING_SAID = { title: 'Ask for banners', note: '', affiliateId: null, due: null };
const DUE = { day: '2026-11-23' as Day, time: '09:00' as TimeOfDay };

const entry = (id: string, firedAt: number, more: Partial<InboxEntry> = {}): InboxEntry => ({
  id,
  kind: 'reminder',
  title: 'Ask for banners',
  body: '',
  dueAt: firedAt,
  firedAt,
  late: false,
  taskId: null,
  runId: null,
  read: false,
  ...more,
});

beforeEach(async () => {
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
});
afterEach(() => database().delete());

test('whatever is done to a task is taken back and done again step by step', async () => {
  const id = valueOf(await addTask({ ...NOTHING_SAID, due: DUE }, 10));
  expect(await allTasks()).toEqual([
    { ...NOTHING_SAID, ...PLAIN_TASK, id, due: DUE, snoozedUntil: null, doneAt: null, createdAt: 10, sample: false },
  ]);
  const states: unknown[] = [await allTasks()];
  for (const step of [
    () => editTask(id, { title: 'Ask for summer banners', note: '970x250' }, 20),
    () => snoozeTask(id, 99),
    () => moveTask(id, '2026-11-24' as Day, 30, 'UTC'),
    () => setTaskDone(id, 40, 'UTC'),
    () => setTaskDone(id, null, 'UTC'),
    () => deleteTask(id),
  ]) {
    expect(valueOf(await step())).toBe(true);
    states.push(await allTasks());
  }
  expect(states.at(-1)).toEqual([]);
  expect(states.at(-3)).toMatchObject([{ doneAt: 40, snoozedUntil: null, due: { day: '2026-11-24', time: '09:00' } }]);
  for (const before of states.slice(0, -1).reverse()) {
    valueOf(await undoEdit());
    expect(await allTasks()).toEqual(before);
  }
  for (const after of states.slice(1)) {
    valueOf(await redoEdit());
    expect(await allTasks()).toEqual(after);
  }
});

test('what changes nothing leaves no step, what is gone is said to be gone', async () => {
  const id = valueOf(await addTask(NOTHING_SAID, 10));
  expect(valueOf(await editTask(id, { title: NOTHING_SAID.title }, 20))).toBe(false);
  expect(valueOf(await moveTask(id, null, 20, 'UTC'))).toBe(false);
  expect(valueOf(await setTaskDone(id, null, 'UTC'))).toBe(false);
  expect(valueOf(await setTaskDone(id, 30, 'UTC'))).toBe(true);
  expect(valueOf(await setTaskDone(id, 40, 'UTC'))).toBe(false);
  expect(valueOf(await undoEdit())).toBe('Finish a task');
  expect(valueOf(await undoEdit())).toBe('Add Ask for banners');
  expect(await setTaskDone(id, 50, 'UTC')).toMatchObject({ ok: false, error: { code: 'no-task' } });
});

test('a new due day or time ends a snooze, another note does not', async () => {
  const id = valueOf(await addTask({ ...NOTHING_SAID, due: DUE }, 10));
  valueOf(await snoozeTask(id, 99));
  valueOf(await editTask(id, { note: 'Twice asked' }, 20));
  expect(await allTasks()).toMatchObject([{ snoozedUntil: 99 }]);
  expect((await allTasks())[0]).not.toHaveProperty('dueSetAt');
  valueOf(await editTask(id, { due: null }, 30));
  expect(await allTasks()).toMatchObject([{ snoozedUntil: null, due: null, dueSetAt: 30 }]);
});

test('an affiliate with a task is one she has touched, until that is taken back', async () => {
  const affiliateId = valueOf(await addAffiliate('Pawsome', 1));
  await database().affiliates.update(affiliateId, { editedAt: null, createdByImport: 'import-1' });
  valueOf(await addTask({ ...NOTHING_SAID, affiliateId }, 20));
  expect(await affiliateById(affiliateId)).toMatchObject({ editedAt: 20 });
  valueOf(await undoEdit());
  expect(await affiliateById(affiliateId)).toMatchObject({ editedAt: null });
});

test('who answers a reminder has read it, in the same step', async () => {
  const id = valueOf(await addTask(NOTHING_SAID, 10));
  await database().inbox.bulkAdd([
    entry('first', 1, { taskId: id }),
    entry('again', 3, { taskId: id, late: true }),
    entry('other', 2),
  ]);
  expect((await newestEntries(2)).map((each) => each.id)).toEqual(['again', 'other']);
  expect(await countUnread()).toBe(3);
  valueOf(await snoozeTask(id, 99));
  expect(await countUnread()).toBe(1);
  valueOf(await undoEdit());
  expect(await countUnread()).toBe(3);
  expect(await allTasks()).toMatchObject([{ snoozedUntil: null }]);
  valueOf(await setTaskDone(id, 20, 'UTC'));
  expect(await countUnread()).toBe(1);
});

test('reading: one, all, and what was opened', async () => {
  await database().inbox.bulkAdd([entry('a', 1, { taskId: 't' }), entry('b', 2), entry('c', 3, { read: true })]);
  expect(valueOf(await setRead('b', true))).toBe(1);
  expect(valueOf(await setRead('b', true))).toBe(0);
  expect(valueOf(await readAll())).toBe(1);
  expect(valueOf(await readAll())).toBe(0);
  valueOf(await undoEdit());
  expect(await countUnread()).toBe(1);
  valueOf(await seenTask('t'));
  expect(await countUnread()).toBe(0);
  // What she has seen by opening it is no step: the last one is still the reading of "b".
  valueOf(await undoEdit());
  expect((await newestEntries(9)).filter((each) => !each.read).map((each) => each.id)).toEqual(['b']);
});

test('readers hear of every change', async () => {
  const counts: number[] = [];
  const heard = Promise.withResolvers<null>();
  const subscription = liveQuery(allTasks).subscribe((tasks) => {
    counts.push(tasks.length);
    if (tasks.length === 1) heard.resolve(null);
  });
  valueOf(await addTask(NOTHING_SAID, 10));
  await heard.promise;
  subscription.unsubscribe();
  expect(counts.at(-1)).toBe(1);
});
