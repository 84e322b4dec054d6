import { describe, expect, it } from 'vitest';
import { afterContact, nextId, nextTask } from '#shared/domain/tasks/next-task.ts';
import { repeatOf } from '#shared/domain/tasks/repeat-choice.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { USUAL_CALENDAR } from '#shared/domain/tasks/workdays.ts';
import type { Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const NEW_YORK = { zone: 'America/New_York', calendar: USUAL_CALENDAR, lastContact: null };
const task = (more: Partial<Task> = {}): Task => ({
  id: 'a',
  title: 'Write the newsletter',
  note: '',
  affiliateId: null,
  due: { day: day('2026-11-23'), time: '09:30' as TimeOfDay },
  ...PLAIN_TASK,
  repeat: repeatOf({ way: 'weekdays', weekdays: [1], every: 1 }),
  steps: [{ id: 's', text: 'Draft', done: true }],
  snoozedUntil: 5,
  doneAt: null,
  createdAt: 0,
  sample: false,
  ...more,
});

describe('the next of a series', () => {
  it('keeps words and time, opens the steps, and is one of its own', () => {
    const done = Date.parse('2026-11-23T15:00:00Z');
    expect(nextTask(task({ dueSetAt: 7 }), done, NEW_YORK)).toEqual(
      task({
        id: 'a~2',
        due: { day: day('2026-11-30'), time: '09:30' as TimeOfDay },
        steps: [{ id: 's', text: 'Draft', done: false }],
        snoozedUntil: null,
        createdAt: done,
      }),
    );
    expect(nextTask(task({ repeat: null }), done, NEW_YORK)).toBeNull();
  });

  it('falls by the day on her wall, not by that of Greenwich', () => {
    // Sunday evening in New York is Monday in Greenwich.
    const done = Date.parse('2026-11-23T02:00:00Z');
    const sundays = task({ due: null, repeat: repeatOf({ way: 'weekdays', weekdays: [1], every: 1 }) });
    expect(nextTask(sundays, done, NEW_YORK)?.due).toEqual({ day: '2026-11-23', time: null });
    expect(nextTask(sundays, done, { ...NEW_YORK, zone: 'UTC' })?.due?.day).toBe('2026-11-30');
  });

  it('counts on', () => {
    expect([nextId('a'), nextId('a~2'), nextId('a~10')]).toEqual(['a~2', 'a~3', 'a~11']);
  });
});

describe('contact with the affiliate', () => {
  const checkIn = task({ repeat: { kind: 'after-contact', days: 30 }, affiliateId: 'x' });

  it('moves what comes so long after it, and never makes it sooner', () => {
    expect(afterContact(checkIn, day('2026-11-20'), USUAL_CALENDAR).due).toEqual({ day: '2026-12-21', time: '09:30' });
    expect(afterContact(checkIn, day('2026-10-01'), USUAL_CALENDAR)).toBe(checkIn);
    const done = { ...checkIn, doneAt: 5 };
    expect(afterContact(done, day('2026-11-20'), USUAL_CALENDAR)).toBe(done);
    const mondays = task();
    expect(afterContact(mondays, day('2026-11-20'), USUAL_CALENDAR)).toBe(mondays);
  });
});
