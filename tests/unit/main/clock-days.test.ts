import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReminderRules } from '#shared/domain/schedules/due.ts';
import { project, type ProjectedDays } from '#shared/domain/schedules/project.ts';
import { nextTask } from '#shared/domain/tasks/next-task.ts';
import { repeatOf } from '#shared/domain/tasks/repeat-choice.ts';
import { PLAIN_TASK, type Task, type TimeOfDay } from '#shared/domain/tasks/task.ts';
import { addDays, type Day } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { machine, MINUTE } from './clock-machine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ZONE = 'America/New_York';
const time = (text: string): TimeOfDay => text as TimeOfDay;
const RULES: ReminderRules = { zone: ZONE, morning: time('09:00'), quiet: null, notify: true };
const DAYS: ProjectedDays = {
  calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [{ day: '2026-11-26' as Day, name: 'Thanksgiving' }] },
  summaryAt: time('08:30'),
};
const at = (iso: string): number => Date.parse(iso);
const task = (id: string, day: string, more: Partial<Task> = {}): Task => ({
  id,
  title: id,
  note: '',
  affiliateId: null,
  due: { day: day as Day, time: time('02:30') },
  ...PLAIN_TASK,
  snoozedUntil: null,
  doneAt: null,
  createdAt: 0,
  sample: false,
  ...more,
});

/** A computer with the window's facts, which are told anew whenever they change. */
async function computer(now: string, tasks: Task[], rules: ReminderRules = RULES, days: ProjectedDays = DAYS) {
  const pc = machine();
  const facts = { tasks, schedules: [], questions: [] };
  pc.on.now = at(now);
  await pc.start();
  const tell = (changed: Partial<{ rules: ReminderRules; days: ProjectedDays }> = {}): Promise<void> =>
    pc.clock.replace(project(facts, changed.rules ?? rules, changed.days ?? days, pc.on.now));
  await tell();
  return {
    pc,
    facts,
    tell,
    /** Lets the wall clock go on in steps, the program ticking and telling in between. */
    async goOn(to: string, step = 30 * MINUTE): Promise<void> {
      while (pc.on.now < at(to)) {
        pc.on.now = Math.min(at(to), pc.on.now + step);
        await pc.clock.tick();
        await tell();
      }
    },
    summaries: () => pc.shown.filter(({ key }) => key === 'summary').map(({ body }) => body),
    reminders: () => pc.shown.filter(({ key }) => key !== 'summary').map(({ title }) => title),
  };
}

describe('a task that repeats, done each time it reminds', () => {
  it.each([
    ['spring, when half past two is left out', '2026-03-05T12:00:00Z', '2026-03-11T12:00:00Z'],
    ['autumn, when one o’clock comes twice', '2026-10-29T12:00:00Z', '2026-11-04T12:00:00Z'],
  ])('reminds once a day through %s', async (_what, from, to) => {
    const first = dayOf(at(from), ZONE);
    const daily = repeatOf({ way: 'every-day' });
    const { pc, facts, tell } = await computer(from, [
      task('walk', addDays(first, 1), { repeat: daily, due: { day: addDays(first, 1), time: time('01:30') } }),
      task('feed', addDays(first, 1), { repeat: daily }),
    ]);
    while (pc.on.now < at(to)) {
      pc.on.now += 10 * MINUTE;
      await pc.clock.tick();
      const outcomes = await pc.clock.outcomes();
      for (const outcome of outcomes) {
        const done = facts.tasks.find(({ id }) => outcome.job === `task:${id}`);
        if (!done || outcome.kind !== 'fired') continue;
        const next = nextTask(done, outcome.happenedAt, { zone: ZONE, calendar: DAYS.calendar, lastContact: null });
        facts.tasks = facts.tasks.map((each) => (each === done && next ? next : each));
      }
      await pc.clock.settle(outcomes.map(({ id }) => id));
      await tell();
    }
    const days = pc.shown.filter(({ key }) => key !== 'summary').map(({ title, body }) => `${title}${body}`);
    expect(days).toEqual(Array.from({ length: 6 }, () => ['walk', 'feed']).flat());
  });
});

describe('the morning summary', () => {
  it('comes once on each workday, with what waits then, over a holiday and a weekend', async () => {
    const { pc, goOn, summaries } = await computer('2026-11-23T12:00:00Z', [
      task('a', '2026-11-23'),
      task('b', '2026-11-25'),
      task('c', '2026-11-28'),
    ]);
    await goOn('2026-12-01T12:00:00Z');
    expect(summaries()).toEqual([
      '1 task today',
      '1 task overdue',
      '1 task today, 1 overdue',
      // Thursday is the holiday.
      '2 tasks overdue',
      '3 tasks overdue',
    ]);
    pc.shown.find(({ key }) => key === 'summary')?.onClick();
    expect(pc.opened).toEqual([{ kind: 'tasks' }]);
    expect((await pc.clock.outcomes()).filter(({ job }) => job.startsWith('summary:'))).toHaveLength(5);
  });

  it('is said once a day, though she moves it, the clock goes back, or the program is started again', async () => {
    const { pc, tell, goOn, summaries } = await computer('2026-11-23T13:00:00Z', [task('a', '2026-11-23')]);
    await goOn('2026-11-23T13:30:00Z');
    expect(summaries()).toHaveLength(1);
    await tell({ days: { ...DAYS, summaryAt: time('10:00') } });
    pc.on.now = at('2026-11-23T16:00:00Z');
    await pc.clock.tick();
    pc.on.now = at('2026-11-23T12:00:00Z');
    await tell();
    await pc.start();
    await goOn('2026-11-23T18:00:00Z');
    expect(summaries()).toHaveLength(1);
  });

  it('is said late on its own day, and of days slept through not at all', async () => {
    const { pc, summaries, reminders } = await computer('2026-11-20T20:00:00Z', [
      task('one', '2026-11-21'),
      task('two', '2026-11-22'),
      task('three', '2026-11-23'),
      task('four', '2026-11-23', { due: { day: '2026-11-23' as Day, time: null } }),
      task('five', '2026-11-24', { due: { day: '2026-11-24' as Day, time: time('07:00') } }),
    ]);
    // Three days and more, over five reminders and two summaries; it is Tuesday, ten in the morning.
    pc.on.now = at('2026-11-24T15:00:00Z');
    await pc.clock.tick();
    expect(reminders()).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(summaries()).toEqual(['Late: was due Tue, Nov 24, 8:30 AM\n1 task today, 4 overdue']);
    await pc.start();
    await pc.clock.tick();
    expect(pc.shown).toHaveLength(6);
  });

  it('is not said before its hour where the clock wakes earlier than that', async () => {
    const { pc, goOn, summaries } = await computer('2026-11-19T20:00:00Z', [task('a', '2026-11-20')]);
    // Friday was slept through.
    pc.on.now = at('2026-11-23T11:00:00Z');
    await pc.clock.tick();
    expect(summaries()).toEqual([]);
    await goOn('2026-11-23T13:30:00Z');
    expect(summaries()).toEqual(['1 task overdue']);
  });

  it('waits for quiet hours to end, and stays on the desktop when facts change', async () => {
    const quiet = { from: time('20:00'), to: time('10:00') };
    const { pc, tell, summaries } = await computer('2026-11-23T13:00:00Z', [task('a', '2026-11-23')], {
      ...RULES,
      quiet,
    });
    pc.on.now = at('2026-11-23T13:30:00Z');
    await pc.clock.tick();
    expect(summaries()).toEqual([]);
    pc.on.now = at('2026-11-23T15:00:00Z');
    await pc.clock.tick();
    expect(summaries()).toEqual(['1 task today']);
    await tell({ rules: { ...RULES, morning: time('09:30') } });
    expect(pc.dismissed).toEqual([]);
  });

  it('follows her zone, once a day', async () => {
    const { pc, tell, goOn, summaries } = await computer('2026-11-23T13:00:00Z', [task('a', '2026-11-23')]);
    await goOn('2026-11-23T13:30:00Z');
    const west = { ...RULES, zone: 'America/Los_Angeles' };
    await tell({ rules: west });
    pc.on.now = at('2026-11-23T16:30:00Z');
    await pc.clock.tick();
    expect(summaries()).toHaveLength(1);
    await tell({ rules: west });
    pc.on.now = at('2026-11-24T16:30:00Z');
    await pc.clock.tick();
    expect(summaries()).toHaveLength(2);
  });
});

it('the tray is told how many wait, at the start and when that changes', async () => {
  const { pc, facts, tell } = await computer('2026-11-23T13:00:00Z', [
    task('a', '2026-11-23'),
    task('b', '2026-11-24'),
  ]);
  facts.tasks = facts.tasks.map((each) => ({ ...each, doneAt: 5 }));
  await tell();
  await pc.start();
  expect(pc.on.waiting).toEqual([0, 1, 0, 0]);
});
