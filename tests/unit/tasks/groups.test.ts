import { describe, expect, it } from 'vitest';
import { groupOf, groupTasks } from '#shared/domain/tasks/groups.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');

let made = 0;
function task(due: string | null, more: Partial<Task> = {}): Task {
  const [day = '', time] = due?.split(' ') ?? [];
  return {
    id: `task-${++made}`,
    title: 'Ask for banners',
    note: '',
    affiliateId: null,
    due: due === null ? null : { day: day as Day, time: (time ?? null) as TimeOfDay | null },
    ...PLAIN_TASK,
    snoozedUntil: null,
    doneAt: null,
    createdAt: made,
    sample: false,
    ...more,
  };
}

describe('where a task stands at 10:00 on Monday, 23 November in New York', () => {
  it.each([
    [null, 'someday'],
    ['2026-11-22', 'overdue'],
    ['2026-11-22 23:59', 'overdue'],
    ['2026-11-23', 'today'],
    ['2026-11-23 09:59', 'overdue'],
    ['2026-11-23 10:00', 'today'],
    ['2026-11-23 10:01', 'today'],
    ['2026-11-24', 'upcoming'],
    ['2026-11-24 00:00', 'upcoming'],
  ] as const)('due %s: %s', (due, group) => {
    expect(groupOf(task(due), NOW, 'America/New_York')).toBe(group);
    expect(groupOf(task(due, { doneAt: 1 }), NOW, 'America/New_York')).toBe('done');
  });

  it('and the same instant is Tuesday in Auckland', () => {
    expect(groupOf(task('2026-11-23'), NOW, 'Pacific/Auckland')).toBe('overdue');
    expect(groupOf(task('2026-11-24 04:00'), NOW, 'Pacific/Auckland')).toBe('today');
    expect(groupOf(task('2026-11-24 03:59'), NOW, 'Pacific/Auckland')).toBe('overdue');
    expect(groupOf(task('2026-11-25'), NOW, 'Pacific/Auckland')).toBe('upcoming');
  });
});

it('what is due first comes first, all-day before a time; the newest wish and what was done last come first', () => {
  const [late, allDay, nine, first, second] = [
    task('2026-11-25 17:00'),
    task('2026-11-25'),
    task('2026-11-25 09:00'),
    task('2026-11-24 09:00'),
    task('2026-11-24 09:00'),
  ];
  const [old, young] = [task(null), task(null)];
  const [before, after] = [task(null, { doneAt: 1 }), task('2026-01-01', { doneAt: 2 })];
  const ids = (tasks: readonly (Task | undefined)[]): unknown[] => tasks.map((each) => each?.id);
  const groups = groupTasks([late, allDay, nine, second, first, old, young, before, after] as Task[], NOW, 'UTC');
  expect(ids(groups.upcoming)).toEqual(ids([first, second, allDay, nine, late]));
  expect(ids(groups.someday)).toEqual(ids([young, old]));
  expect(ids(groups.done)).toEqual(ids([after, before]));
  expect(groups.overdue).toEqual([]);
  expect(groups.today).toEqual([]);
});
