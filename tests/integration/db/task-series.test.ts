import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from '#renderer/db/connection.ts';
import { undoEdit } from '#renderer/db/journal.ts';
import { openDesk } from '#renderer/db/open.ts';
import { takeOver } from '#renderer/db/outcomes.ts';
import { addTask, allTasks, editTask, setTaskDone } from '#renderer/db/tasks.ts';
import type { Outcome } from '#shared/domain/schedules/due.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Result } from '#shared/lib/result.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const NOON = Date.parse('2026-11-23T12:00:00Z');
let id: string;

beforeEach(async () => {
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
  const due = { day: '2026-11-23' as Day, time: null };
  const repeat = { kind: 'pattern', days: '* * 1', every: 1 } as const;
  id = valueOf(await addTask({ title: 'Look', note: '', affiliateId: null, due, repeat }, 1));
});
afterEach(() => database().delete());

const days = async (): Promise<readonly string[]> =>
  (await allTasks())
    .map(({ due, doneAt }: Task) => `${due?.day} ${doneAt === null ? 'open' : 'done'}`)
    .toSorted((a, b) => (a < b ? -1 : 1));

test('a task that is done is followed by the next, once however often it is done', async () => {
  valueOf(await setTaskDone(id, NOON, 'UTC'));
  expect(valueOf(await setTaskDone(id, NOON + 1, 'UTC'))).toBe(false);
  expect(await days()).toEqual(['2026-11-23 done', '2026-11-30 open']);
  // Opened again, the next one goes as long as nobody has changed it.
  valueOf(await setTaskDone(id, null, 'UTC'));
  expect(await days()).toEqual(['2026-11-23 open']);
  valueOf(await setTaskDone(id, NOON, 'UTC'));
  valueOf(await editTask(`${id}~2`, { note: 'With June' }, NOON));
  valueOf(await setTaskDone(id, null, 'UTC'));
  valueOf(await setTaskDone(id, NOON, 'UTC'));
  expect(await days()).toEqual(['2026-11-23 done', '2026-11-30 open']);
  expect(await database().tasks.get(`${id}~2`)).toMatchObject({ note: 'With June' });
});

test('undo takes the next one back with what was done', async () => {
  valueOf(await setTaskDone(id, NOON, 'UTC'));
  valueOf(await undoEdit());
  expect(await days()).toEqual(['2026-11-23 open']);
});

test('a task that is done from its notification is followed as well, once', async () => {
  const done: Outcome = { id: 'o', job: `task:${id}`, at: NOON, happenedAt: NOON, kind: 'done' };
  valueOf(await takeOver([done], 'UTC'));
  valueOf(await takeOver([done], 'UTC'));
  expect(await days()).toEqual(['2026-11-23 done', '2026-11-30 open']);
});

test('the next day keeps to her working days and holidays', async () => {
  await database().preferences.put({ key: 'holidays', value: [{ day: '2026-11-24' as Day, name: 'Free' }] });
  valueOf(await editTask(id, { repeat: { kind: 'workday', which: 'each' } }, 2));
  valueOf(await setTaskDone(id, NOON, 'UTC'));
  expect(await days()).toEqual(['2026-11-23 done', '2026-11-25 open']);
});

test('a summary becomes one line of the inbox', async () => {
  const item = {
    job: 'summary:2026-11-23',
    kind: 'summary',
    at: NOON,
    title: 'Your day',
    body: '1 task today',
  } as const;
  const fired: Outcome = { id: 'f', job: item.job, at: NOON, happenedAt: NOON, kind: 'fired', item, late: false };
  valueOf(await takeOver([fired], 'UTC'));
  valueOf(await takeOver([fired], 'UTC'));
  expect(await database().inbox.toArray()).toMatchObject([{ kind: 'summary', body: '1 task today', taskId: null }]);
});
