import { describe, expect, it } from 'vitest';
import type { ReminderRules } from '#shared/domain/schedules/due.ts';
import {
  idOfJob,
  project,
  reportJob,
  taskJob,
  type ProjectedDays,
  type WeeklyRun,
} from '#shared/domain/schedules/project.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { USUAL_CALENDAR } from '#shared/domain/tasks/workdays.ts';
import type { Day } from '#shared/lib/day.ts';
import { projection } from '#shared/ipc/contract.ts';

const NOON = Date.parse('2026-06-10T12:00:00Z');
const RULES: ReminderRules = { zone: 'UTC', morning: '09:00' as TimeOfDay, quiet: null, notify: true };
const DAYS: ProjectedDays = { calendar: USUAL_CALENDAR, summaryAt: null };
const task = (changes: Partial<Task> = {}): Task => ({
  id: 'a',
  title: 'Call Pawsome',
  note: 'About June',
  affiliateId: null,
  due: { day: '2026-06-10' as Day, time: '12:00' as TimeOfDay },
  ...PLAIN_TASK,
  snoozedUntil: null,
  doneAt: null,
  createdAt: 0,
  sample: false,
  ...changes,
});
const weekly: WeeklyRun = { id: 'w', active: true, folderName: 'Reports', weekday: 1, time: '08:00' as TimeOfDay };
const items = (tasks: readonly Task[], schedules: readonly WeeklyRun[] = []) =>
  project({ tasks, schedules, questions: [] }, RULES, DAYS, NOON).items;

describe('what main is told', () => {
  it('is every open task with a day, past ones as well, which main may have missed', () => {
    expect(items([task({ due: { day: '2026-06-01' as Day, time: null } })])).toEqual([
      {
        job: 'task:a',
        kind: 'reminder',
        at: Date.parse('2026-06-01T09:00:00Z'),
        title: 'Call Pawsome',
        body: 'About June',
      },
    ]);
    expect(items([task({ doneAt: 5 }), task({ due: null })])).toEqual([]);
    expect(items([task({ due: null, snoozedUntil: NOON + 1 })])).toMatchObject([{ at: NOON + 1 }]);
  });

  it('is no task that was due before it was written down, to the minute', () => {
    expect(items([task({ createdAt: NOON + 60_000 })])).toEqual([]);
    expect(items([task({ createdAt: NOON + 59_999 })])).toHaveLength(1);
    expect(items([task({ createdAt: 0, dueSetAt: NOON + 60_000 })])).toEqual([]);
    expect(items([task({ createdAt: NOON + 60_000, dueSetAt: NOON })])).toHaveLength(1);
  });

  it('is half a year of runs to come of every active schedule', () => {
    const runs = items([], [weekly, { ...weekly, id: 'off', active: false }]);
    expect(runs).toHaveLength(26);
    expect(runs[0]).toEqual({
      job: 'report:w',
      kind: 'report',
      at: Date.parse('2026-06-15T08:00:00Z'),
      title: 'Weekly performance',
      body: 'Reports',
    });
  });

  it('fits the contract, however long a title or a note', () => {
    const long = task({ title: 'x'.repeat(5000), note: 'y'.repeat(50_000) });
    const told = project(
      { tasks: [long], schedules: [{ ...weekly, folderName: 'z'.repeat(5000) }], questions: [] },
      RULES,
      DAYS,
      NOON,
    );
    expect(projection.safeParse(told).success).toBe(true);
  });

  it('names jobs so that their ids can be had back', () => {
    expect([idOfJob(taskJob('a:b')), idOfJob(reportJob('w'))]).toEqual(['a:b', 'w']);
  });
});
