import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowTo, movedBy } from '#renderer/features/tasks/calendar-cursor.ts';
import { addMonths, monthOf, tasksByDay, weekOf } from '#shared/domain/tasks/calendar-grid.ts';
import { holidaysText, readHolidays } from '#shared/domain/tasks/holidays.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { dayFromNumber, type Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;

describe('weeks and months', () => {
  it('begin as she has it', () => {
    expect(weekOf(day('2026-11-22'), 'monday')[0]).toBe('2026-11-16');
    expect(weekOf(day('2026-11-22'), 'sunday')[0]).toBe('2026-11-22');
    expect(monthOf(day('2026-02-10'), 'sunday').flat()).toHaveLength(28);
    expect(monthOf(day('2026-11-10'), 'monday').map(([first]) => first)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  it('hold every day of their month once, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber),
        fc.constantFrom('monday' as const, 'sunday' as const),
        (each, start) => {
          const days = monthOf(each, start).flat();
          expect(days).toContain(each);
          expect(days.length % 7).toBe(0);
          expect(days).toEqual(days.toSorted());
          expect(new Set(days).size).toBe(days.length);
        },
      ),
    );
  });

  it('are turned without leaving the end of a month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
  });
});

it('a day lists what is open first, by time, and what matters more before what does not', () => {
  const task = (id: string, time: string | null, more: Partial<Task> = {}): Task => ({
    id,
    title: id,
    note: '',
    affiliateId: null,
    due: { day: day('2026-11-23'), time: time as TimeOfDay | null },
    ...PLAIN_TASK,
    snoozedUntil: null,
    doneAt: null,
    createdAt: 0,
    sample: false,
    ...more,
  });
  const tasks = [
    task('done', null, { doneAt: 5 }),
    task('late', '16:00'),
    task('low', null, { priority: 'low' }),
    task('high', null, { priority: 'high' }),
    task('someday', null, { due: null }),
  ];
  expect(
    tasksByDay(tasks)
      .get(day('2026-11-23'))
      ?.map(({ id }) => id),
  ).toEqual(['high', 'low', 'late', 'done']);
});

describe('arrow keys', () => {
  const lines = (each: Day): number => (each === '2026-11-23' ? 2 : each === '2026-11-16' ? 3 : 0);

  it('walk through days and their tasks, and past them by weeks in a month', () => {
    const at = { day: day('2026-11-23'), line: -1 };
    expect(arrowTo('ArrowRight', at, 'month', lines)).toEqual({ day: '2026-11-24', line: -1 });
    expect(arrowTo('ArrowDown', at, 'month', lines)).toEqual({ day: '2026-11-23', line: 0 });
    expect(arrowTo('ArrowDown', { ...at, line: 1 }, 'month', lines)).toEqual({ day: '2026-11-30', line: -1 });
    expect(arrowTo('ArrowDown', { ...at, line: 1 }, 'week', lines)).toBeNull();
    expect(arrowTo('ArrowUp', at, 'month', lines)).toEqual({ day: '2026-11-16', line: 2 });
    expect(arrowTo('ArrowRight', { ...at, line: 1 }, 'week', lines)).toEqual({ day: '2026-11-24', line: -1 });
    expect(arrowTo('x', at, 'week', lines)).toBeNull();
  });

  it('move a task by days and weeks', () => {
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'x'].map((key) => movedBy(key, day('2026-11-23'))),
    ).toEqual(['2026-11-22', '2026-11-24', '2026-11-16', '2026-11-30', null]);
  });
});

describe('holidays', () => {
  it('are read one a line, however they are parted from their names', () => {
    const read = readHolidays(
      '2026-12-26, Boxing Day\r\n\n2026-12-25 Christmas Day\n2027-01-01\n2026-02-30 Never\nEaster\n',
    );
    expect(read.holidays).toEqual([
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-12-26', name: 'Boxing Day' },
      { day: '2027-01-01', name: 'Holiday' },
    ]);
    expect(read.unread).toEqual(['2026-02-30 Never', 'Easter']);
    expect(readHolidays(holidaysText(read.holidays)).holidays).toEqual(read.holidays);
  });
});
