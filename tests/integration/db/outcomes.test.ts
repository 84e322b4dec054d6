import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDue } from '#renderer/app/keep-due.ts';
import { database } from '#renderer/db/connection.ts';
import { openDesk } from '#renderer/db/open.ts';
import { takeOver } from '#renderer/db/outcomes.ts';
import { addTask, setTaskDone } from '#renderer/db/tasks.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { fakeDesk, type FakeDesk } from '#renderer/platform/fake-desk.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { Fired, Outcome } from '#shared/domain/schedules/due.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Result } from '#shared/lib/result.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const noReports = (): Promise<Result<null>> => Promise.resolve({ ok: true, value: null });
const NINE = Date.parse('2026-06-10T09:00:00Z');
const HOUR = 3_600_000;

let desk: FakeDesk;
let stop = (): void => undefined;

beforeEach(async () => {
  desk = fakeDesk();
  replaceDesk(desk);
  valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 }));
});
afterEach(async () => {
  stop();
  stop = () => undefined;
  replaceDesk(null);
  await database().delete();
});

const newTask = async (title = 'Send the newsletter text'): Promise<string> =>
  valueOf(
    await addTask(
      { title, note: 'With the new logo', affiliateId: null, due: { day: '2026-06-10' as Day, time: null } },
      1,
    ),
  );

const fired = (id: string, taskId: string, late = false): Fired => ({
  id,
  kind: 'fired',
  job: `task:${taskId}`,
  at: NINE,
  happenedAt: NINE + 5,
  item: { job: `task:${taskId}`, kind: 'reminder', at: NINE, title: 'Send', body: 'With' },
  late,
});
const firedReport: Fired = {
  id: 'r',
  kind: 'fired',
  job: 'report:weekly',
  at: NINE,
  happenedAt: NINE,
  item: { job: 'report:weekly', kind: 'report', at: NINE, title: 'Weekly', body: '' },
  late: true,
};

test('a firing becomes one line of the inbox, however often it is taken over', async () => {
  const taskId = await newTask();
  valueOf(await takeOver([fired('1', taskId, true), firedReport], 'UTC'));
  await database().inbox.update('1', { read: true });
  valueOf(await takeOver([fired('1', taskId, true)], 'UTC'));
  expect(await database().inbox.toArray()).toEqual([
    {
      id: '1',
      kind: 'reminder',
      title: 'Send',
      body: 'With',
      dueAt: NINE,
      firedAt: NINE + 5,
      late: true,
      taskId,
      runId: null,
      read: true,
    },
  ]);
});

test('snoozed and done become facts of the task, in their order, and count as read', async () => {
  const taskId = await newTask();
  const job = `task:${taskId}` as const;
  const snoozed: Outcome = { id: '2', job, at: NINE, happenedAt: NINE + 6, kind: 'snoozed', until: NINE + HOUR };
  const done: Outcome = { id: '3', job, at: NINE + HOUR, happenedAt: NINE + HOUR, kind: 'done' };
  valueOf(await takeOver([fired('1', taskId), snoozed], 'UTC'));
  expect(await database().tasks.get(taskId)).toMatchObject({ snoozedUntil: NINE + HOUR, doneAt: null });
  expect(await database().inbox.get('1')).toMatchObject({ read: true });
  valueOf(await takeOver([snoozed, done], 'UTC'));
  expect(await database().tasks.get(taskId)).toMatchObject({ snoozedUntil: null, doneAt: NINE + HOUR });
  // What comes again after she is done changes nothing.
  valueOf(await takeOver([snoozed, done], 'UTC'));
  expect(await database().tasks.get(taskId)).toMatchObject({ snoozedUntil: null, doneAt: NINE + HOUR });
});

test('an answer to a task that is deleted is no error', async () => {
  const outcome: Outcome = { id: '4', job: 'task:gone', at: NINE, happenedAt: NINE, kind: 'done' };
  expect(await takeOver([fired('1', 'gone'), outcome], 'UTC')).toEqual({ ok: true, value: null });
  expect(await database().inbox.count()).toBe(1);
});

test('main is told what comes due, at once and after every change of tasks and rules', async () => {
  usePreferences.setState({ zone: 'UTC' });
  const first = await newTask('A');
  stop = keepDue(noReports);
  const jobs = (): unknown => desk.projected?.items.map(({ job, at }) => [job, at]);
  await vi.waitFor(() => expect(jobs()).toEqual([[`task:${first}`, NINE]]));
  const second = await newTask('B');
  await vi.waitFor(() => expect(desk.projected?.items).toHaveLength(2));
  valueOf(await setTaskDone(first, 5, 'UTC'));
  await vi.waitFor(() => expect(jobs()).toEqual([[`task:${second}`, NINE]]));
  usePreferences.setState({ morning: '10:00' as TimeOfDay, notifications: false });
  expect(jobs()).toEqual([[`task:${second}`, NINE + HOUR]]);
  expect(desk.projected?.rules).toEqual({ zone: 'UTC', morning: '10:00', quiet: null, notify: false });
  usePreferences.setState({ morning: '09:00' as TimeOfDay, notifications: true });
});

test('what happened while the window was away is taken over at its start, and what happens later at once', async () => {
  const taskId = await newTask();
  desk.outcomes = [fired('1', taskId)];
  stop = keepDue(noReports);
  await vi.waitFor(async () => expect(await database().inbox.count()).toBe(1));
  await vi.waitFor(() => expect(desk.outcomes).toEqual([]));
  desk.outcomes = [fired('2', taskId)];
  desk.tell('outcomes', null);
  await vi.waitFor(() => expect(desk.outcomes).toEqual([]));
  expect(await database().inbox.count()).toBe(2);
});

test('a report runs once, and main keeps its outcome until the run is recorded', async () => {
  let recorded = (): void => undefined;
  const ran: string[] = [];
  desk.outcomes = [firedReport];
  stop = keepDue((report) => {
    ran.push(report.id);
    return new Promise((resolve) => (recorded = () => resolve({ ok: true, value: null })));
  });
  await vi.waitFor(() => expect(ran).toEqual(['r']));
  desk.tell('outcomes', null);
  await newTask();
  await vi.waitFor(() => expect(desk.projected?.items).toHaveLength(1));
  expect([ran, desk.outcomes]).toEqual([['r'], [firedReport]]);
  recorded();
  await vi.waitFor(() => expect(desk.outcomes).toEqual([]));
});
