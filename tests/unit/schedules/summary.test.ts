import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/domain/conversations/question.ts';
import { reminderInstant } from '#shared/domain/schedules/instants.ts';
import { summaries, waitingOn, waitingWords } from '#shared/domain/schedules/summary.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Calendar } from '#shared/domain/tasks/workdays.ts';
import type { Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const task = (due: string, more: Partial<Task> = {}): Task => ({
  id: due,
  title: due,
  note: '',
  affiliateId: null,
  due: { day: day(due), time: null },
  ...PLAIN_TASK,
  snoozedUntil: null,
  doneAt: null,
  createdAt: 0,
  sample: false,
  ...more,
});
const question = (due: string | null, status: Question['status'] = 'open'): Question => ({
  id: 'q',
  affiliateId: 'a',
  kind: 'payment',
  status,
  title: 'Where is it',
  text: '',
  due: due === null ? null : day(due),
  transactions: [],
  resolution: '',
  askedAt: 0,
  resolvedAt: null,
  sample: false,
});
const CALENDAR: Calendar = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: [{ day: day('2026-11-26'), name: 'Thanksgiving' }],
};
const ZONE = 'America/New_York';
const SUMMARY = { summaryAt: '08:30' as TimeOfDay, zone: ZONE, calendar: CALENDAR };
const monday = Date.parse('2026-11-23T10:00:00Z');

describe('the summary of a morning', () => {
  it('says what waits on its day, and what of the days before', () => {
    const tasks = [
      task('2026-11-23'),
      task('2026-11-23'),
      task('2026-11-20'),
      task('2026-11-24'),
      task('2026-11-19', { doneAt: 5 }),
    ];
    const questions = [
      question('2026-11-23'),
      question('2026-11-24'),
      question('2026-11-20', 'resolved'),
      question(null),
    ];
    expect(waitingOn(day('2026-11-23'), tasks, questions)).toEqual({ today: 2, overdue: 1, questions: 1 });
  });

  it.each([
    [{ today: 5, overdue: 2, questions: 1 }, '5 tasks today, 2 overdue, 1 question due'],
    [{ today: 1, overdue: 0, questions: 0 }, '1 task today'],
    [{ today: 0, overdue: 1, questions: 2 }, '1 task overdue, 2 questions due'],
    [{ today: 0, overdue: 0, questions: 0 }, ''],
  ])('%j', (waiting, words) => {
    expect(waitingWords(waiting)).toBe(words);
  });

  it('comes on workdays that are ahead, and not where nothing waits', () => {
    const facts = { tasks: [task('2026-11-25')], questions: [] };
    const items = summaries(facts, SUMMARY, monday).map(({ job, at, body }) => [job, new Date(at).toISOString(), body]);
    expect(items.slice(0, 3)).toEqual([
      ['summary:2026-11-25', '2026-11-25T13:30:00.000Z', '1 task today'],
      // Not on the holiday, not on the weekend.
      ['summary:2026-11-27', '2026-11-27T13:30:00.000Z', '1 task overdue'],
      ['summary:2026-11-30', '2026-11-30T13:30:00.000Z', '1 task overdue'],
    ]);
    expect(summaries(facts, { ...SUMMARY, summaryAt: null }, monday)).toEqual([]);
    expect(summaries({ tasks: [], questions: [] }, SUMMARY, monday)).toEqual([]);
    // What is past is main's: it has known of it.
    const later = Date.parse('2026-11-25T13:30:00Z');
    expect(summaries(facts, SUMMARY, later)[0]?.job).toBe('summary:2026-11-27');
  });

  it('stands at its wall time on both sides of a night that clocks change in', () => {
    const october = Date.parse('2026-10-30T00:00:00Z');
    const items = summaries({ tasks: [task('2026-10-29')], questions: [] }, SUMMARY, october);
    expect(items.slice(0, 2).map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-10-30T12:30:00.000Z',
      '2026-11-02T13:30:00.000Z',
    ]);
  });
});

describe('a reminder on a free day', () => {
  const rules = { zone: ZONE, morning: '09:00' as TimeOfDay };
  const at = (due: string, time: string | null): string =>
    new Date(
      reminderInstant(
        { due: { day: day(due), time: time as TimeOfDay | null }, snoozedUntil: null },
        rules,
        CALENDAR,
      ) ?? 0,
    ).toISOString();

  it('waits for the morning of the next workday, unless she named a time', () => {
    expect(at('2026-11-21', null)).toBe('2026-11-23T14:00:00.000Z');
    expect(at('2026-11-26', null)).toBe('2026-11-27T14:00:00.000Z');
    expect(at('2026-11-21', '10:00')).toBe('2026-11-21T15:00:00.000Z');
  });
});
