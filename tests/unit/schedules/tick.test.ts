import { describe, expect, it } from 'vitest';
import type { DueItem, Job, Outcome, Projection, ReminderRules } from '#shared/domain/schedules/due.ts';
import { claimOf, nextDue, tick } from '#shared/domain/schedules/tick.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-06-10T12:00:00Z');
const RULES: ReminderRules = { zone: 'UTC', morning: '09:00' as TimeOfDay, quiet: null, notify: true };
const NIGHT = { from: '22:00' as TimeOfDay, to: '07:00' as TimeOfDay };

const reminder = (id: string, at: number): DueItem => ({
  job: `task:${id}`,
  kind: 'reminder',
  at,
  title: id,
  body: '',
});
const run = (at: number): DueItem => ({ job: 'report:weekly', kind: 'report', at, title: 'Weekly', body: '' });
const projected = (items: readonly DueItem[], rules: Partial<ReminderRules> = {}): Projection => ({
  items,
  rules: { ...RULES, ...rules },
  waiting: 0,
});
const fired = (
  now: number,
  projection: Projection,
  { outcomes = [], claimed = [] }: { outcomes?: readonly Outcome[]; claimed?: readonly DueItem[] } = {},
): [string, number, string][] =>
  tick(now, projection, outcomes, new Set(claimed.map(claimOf))).map(({ item, late }) => [
    item.job,
    item.at,
    late ? 'late' : 'on time',
  ]);
const answered = (
  item: DueItem,
  answer: { readonly kind: 'done' } | { readonly kind: 'snoozed'; readonly until: number },
): Outcome => ({ id: 'x', job: item.job, at: item.at, happenedAt: item.at, ...answer });

describe('a tick', () => {
  it('fires what is due and not what is to come or claimed', () => {
    const items = [reminder('a', NOON), reminder('b', NOON + 1), reminder('c', NOON - 1)];
    expect(fired(NOON, projected(items), { claimed: [reminder('c', NOON - 1)] })).toEqual([
      ['task:a', NOON, 'on time'],
    ]);
    expect(nextDue(NOON, projected(items), [])).toBe(NOON + 1);
    expect(nextDue(NOON + 1, projected(items), [])).toBeNull();
  });

  it('says late from two minutes on', () => {
    const two = 2 * 60_000;
    expect(fired(NOON + two, projected([reminder('a', NOON)]))[0]?.[2]).toBe('on time');
    expect(fired(NOON + two + 1, projected([reminder('a', NOON)]))[0]?.[2]).toBe('late');
  });

  it('after three days asleep over five reminders fires each once, the oldest first, all late', () => {
    const items = [3, 1, 5, 2, 4].map((n) => reminder(`${n}`, NOON + n * 12 * HOUR));
    const awake = NOON + 73 * HOUR;
    const claimed = items.filter(({ at }) => at <= awake);
    expect(fired(awake, projected(items))).toEqual(
      [1, 2, 3, 4, 5].map((n) => [`task:${n}`, NOON + n * 12 * HOUR, 'late']),
    );
    expect(fired(awake + HOUR, projected(items), { claimed })).toEqual([]);
  });

  it('makes up only the last of a report’s missed runs, even when the clock goes back and on again', () => {
    const week = 7 * 24 * HOUR;
    const runs = projected([0, 1, 2, 3].map((n) => run(NOON + n * week)));
    const now = NOON + 2 * week + HOUR;
    expect(fired(now, runs)).toEqual([['report:weekly', NOON + 2 * week, 'late']]);
    const claimed = [run(NOON + 2 * week)];
    expect(fired(now + 1, runs, { claimed })).toEqual([]);
    // The clock had been wrong: the runs in between were never made, so they come when their time comes.
    expect(fired(NOON + week, runs, { claimed })).toEqual([['report:weekly', NOON + week, 'on time']]);
    expect(fired(now, runs, { claimed: [...claimed, run(NOON + week)] })).toEqual([]);
  });

  it('does not fire again when the clock is set back', () => {
    const item = reminder('a', NOON);
    for (const now of [NOON - HOUR, NOON, NOON + HOUR]) {
      expect(fired(now, projected([item]), { claimed: [item] })).toEqual([]);
    }
  });

  it('fires at the new instant when the zone has changed, and the claim of the old one does not hinder it', () => {
    expect(fired(NOON + HOUR, projected([reminder('a', NOON + HOUR)]), { claimed: [reminder('a', NOON)] })).toEqual([
      ['task:a', NOON + HOUR, 'on time'],
    ]);
  });
});

describe('quiet hours', () => {
  const night = Date.parse('2026-06-10T23:00:00Z');
  const morning = Date.parse('2026-06-11T07:00:00Z');

  it('hold a reminder until they end, and it is not late then', () => {
    const projection = projected([reminder('a', night)], { quiet: NIGHT });
    expect(fired(night, projection)).toEqual([]);
    expect(fired(morning - 1, projection)).toEqual([]);
    expect(fired(morning, projection)).toEqual([['task:a', night, 'on time']]);
    expect(fired(morning + HOUR, projection)).toEqual([['task:a', night, 'late']]);
  });

  it('hold what was missed in the afternoon as well, which is late in the morning', () => {
    const projection = projected([reminder('a', NOON)], { quiet: NIGHT });
    expect(fired(night, projection)).toEqual([]);
    expect(fired(morning, projection)).toEqual([['task:a', NOON, 'late']]);
  });

  it('hold no report, and nothing where nothing is shown anyway', () => {
    expect(fired(night, projected([run(night)], { quiet: NIGHT }))).toHaveLength(1);
    expect(fired(night, projected([reminder('a', night)], { quiet: NIGHT, notify: false }))).toHaveLength(1);
  });
});

describe('what the window has not taken over', () => {
  const item = reminder('a', NOON);

  it('moves a snoozed item, twice if need be, and drops one that is done', () => {
    const snoozed = answered(item, { kind: 'snoozed', until: NOON + HOUR });
    const again = answered({ ...item, at: NOON + HOUR }, { kind: 'snoozed', until: NOON + 2 * HOUR });
    const projection = projected([item]);
    expect(fired(NOON + 3 * HOUR, projection, { outcomes: [snoozed] })).toEqual([['task:a', NOON + HOUR, 'late']]);
    expect(nextDue(NOON, projection, [snoozed, again])).toBe(NOON + 2 * HOUR);
    expect(fired(NOON + 3 * HOUR, projection, { outcomes: [snoozed, answered(item, { kind: 'done' })] })).toEqual([]);
  });

  it('leaves a task alone that she has moved since', () => {
    const snoozed = answered(item, { kind: 'snoozed', until: NOON + HOUR });
    const moved: Job = 'task:a';
    expect(nextDue(NOON, projected([{ ...item, job: moved, at: NOON + 5 }]), [snoozed])).toBe(NOON + 5);
  });
});
