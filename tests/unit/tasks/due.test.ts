import { describe, expect, it } from 'vitest';
import {
  dueWords,
  instantOf,
  instantWords,
  movedTo,
  nextMonday,
  recentWords,
  untilWords,
} from '#shared/domain/tasks/due.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';

const day = (text: string): Day => text as Day;
const time = (text: string): TimeOfDay => text as TimeOfDay;
const at = (text: string): number => Date.parse(text);
const NEW_YORK = 'America/New_York';
/** Monday, 10:00 in New York. */
const NOW = at('2026-11-23T15:00:00Z');

describe('the instant of a wall-clock time', () => {
  it.each([
    ['2026-11-23', '09:00', NEW_YORK, '2026-11-23T14:00:00Z'],
    ['2026-07-01', '09:00', NEW_YORK, '2026-07-01T13:00:00Z'],
    ['2026-07-01', '00:00', 'Pacific/Auckland', '2026-06-30T12:00:00Z'],
    // 02:30 is skipped on the night the clock goes forward: 03:30 it is.
    ['2026-03-08', '02:30', NEW_YORK, '2026-03-08T07:30:00Z'],
    // 01:30 comes twice on the night it goes back: the first.
    ['2026-11-01', '01:30', NEW_YORK, '2026-11-01T05:30:00Z'],
  ])('%s %s in %s', (on, clock, zone, expected) => {
    expect(new Date(instantOf(day(on), time(clock), zone)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });
});

it.each([
  ['2026-11-23', '2026-11-30'],
  ['2026-11-24', '2026-11-30'],
  ['2026-11-29', '2026-11-30'],
  ['2026-12-31', '2027-01-04'],
])('the Monday after %s is %s', (today, monday) => {
  expect(nextMonday(day(today))).toBe(monday);
});

describe('moving a task', () => {
  const due = { day: day('2026-11-20'), time: time('09:30') };
  it.each([
    ['keeps a time that is still ahead', { ...due, time: time('17:00') }, '2026-11-23', '17:00'],
    ['drops a time that has passed', due, '2026-11-23', null],
    ['keeps the time of another day', due, '2026-11-24', '09:30'],
    ['leaves a task without a time without one', { ...due, time: null }, '2026-11-24', null],
    ['gives a day to one that had none', null, '2026-11-24', null],
  ])('%s', (_, before, to, clock) => {
    expect(movedTo(before, day(to), NOW, NEW_YORK)).toEqual({ day: to, time: clock });
  });

  it('to no day leaves no time either', () => {
    expect(movedTo(due, null, NOW, NEW_YORK)).toBeNull();
  });
});

describe('words', () => {
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
  const us = makeFormat('en-US', NEW_YORK);
  const gb = makeFormat('en-GB', NEW_YORK);
  const today = day('2026-11-23');
  it.each([
    [null, '–'],
    [{ day: day('2026-11-23'), time: null }, 'Today'],
    [{ day: day('2026-11-24'), time: time('09:00') }, 'Tomorrow, 9:00 AM'],
    [{ day: day('2026-11-22'), time: time('17:05') }, 'Yesterday, 5:05 PM'],
    [{ day: day('2026-11-27'), time: null }, 'Fri, Nov 27'],
    [{ day: day('2027-01-04'), time: null }, 'Jan 4, 2027'],
  ])('%j is due %s', (due, expected) => {
    expect(plain(dueWords(due, today, us))).toBe(expected);
  });

  it('an instant is told by the program’s zone, in her clock', () => {
    expect(plain(instantWords(NOW, today, gb))).toBe('Mon 23 Nov, 10:00');
    expect(plain(recentWords(NOW, today, us))).toBe('Today, 10:00 AM');
    expect(plain(untilWords(NOW, today, us))).toBe('10:00 AM');
    expect(plain(untilWords(NOW + 86_400_000, today, gb))).toBe('tomorrow, 10:00');
    expect(plain(untilWords(NOW + 3 * 86_400_000, today, gb))).toBe('Thu 26 Nov, 10:00');
    expect(plain(dueWords({ day: today, time: time('09:00') }, today, gb))).toBe('Today, 09:00');
  });
});
