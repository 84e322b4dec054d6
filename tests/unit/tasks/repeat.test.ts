import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAhead, firstDay, nextDay, type Repeat } from '#shared/domain/tasks/repeat.ts';
import {
  choiceOf,
  choiceOfWay,
  REPEAT_WAYS,
  repeatOf,
  repeatWords,
  type RepeatChoice,
} from '#shared/domain/tasks/repeat-choice.ts';
import {
  isoWeekday,
  isWorkday,
  USUAL_CALENDAR,
  workdayBefore,
  workdayFrom,
  type Calendar,
} from '#shared/domain/tasks/workdays.ts';
import { addDays, dayFromNumber, type Day } from '#shared/lib/day.ts';

const day = (text: string): Day => text as Day;
const XMAS: Calendar = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: [
    { day: day('2026-12-25'), name: 'Christmas Day' },
    { day: day('2027-01-01'), name: 'New Year' },
  ],
};
const next = (repeat: Repeat, due: string | null, done: string, lastContact: string | null = null): Day | null =>
  nextDay(repeat, {
    due: due === null ? null : day(due),
    done: day(done),
    lastContact: lastContact === null ? null : day(lastContact),
    calendar: XMAS,
  });
const of = (choice: RepeatChoice): Repeat => {
  const repeat = repeatOf(choice);
  if (!repeat) throw new Error('It never comes.');
  return repeat;
};

describe('when a task is due again', () => {
  it.each<[string, RepeatChoice, string | null, string, string | null]>([
    ['every day, done late: not what was missed', { way: 'every-day' }, '2026-11-20', '2026-11-23', '2026-11-24'],
    ['every day, done before its time', { way: 'every-day' }, '2026-11-25', '2026-11-23', '2026-11-26'],
    ['every day, over the night clocks change', { way: 'every-day' }, '2026-10-31', '2026-10-31', '2026-11-01'],
    ['every Monday', { way: 'weekdays', weekdays: [1], every: 1 }, '2026-11-23', '2026-11-23', '2026-11-30'],
    [
      'every Monday, done two weeks late',
      { way: 'weekdays', weekdays: [1], every: 1 },
      '2026-11-02',
      '2026-11-17',
      '2026-11-23',
    ],
    ['every Sunday', { way: 'weekdays', weekdays: [7], every: 1 }, '2026-11-23', '2026-11-23', '2026-11-29'],
    ['Tuesday and Friday', { way: 'weekdays', weekdays: [2, 5], every: 1 }, '2026-11-24', '2026-11-24', '2026-11-27'],
    ['every 2 weeks on Friday', { way: 'weekdays', weekdays: [5], every: 2 }, '2026-11-27', '2026-11-27', '2026-12-11'],
    [
      'every 2 weeks, done in the week between',
      { way: 'weekdays', weekdays: [5], every: 2 },
      '2026-11-27',
      '2026-12-04',
      '2026-12-11',
    ],
    [
      'every 2 weeks over the year’s end',
      { way: 'weekdays', weekdays: [5], every: 2 },
      '2026-12-25',
      '2026-12-25',
      '2027-01-08',
    ],
    ['the 15th', { way: 'month-day', day: 15 }, '2026-11-15', '2026-11-15', '2026-12-15'],
    ['the 31st: months that have one', { way: 'month-day', day: 31 }, '2026-08-31', '2026-08-31', '2026-10-31'],
    ['the last day', { way: 'month-end' }, '2027-01-31', '2027-01-31', '2027-02-28'],
    ['the last day of a leap February', { way: 'month-end' }, '2028-01-31', '2028-01-31', '2028-02-29'],
    ['every workday before a holiday', { way: 'every-workday' }, '2026-12-24', '2026-12-24', '2026-12-28'],
    ['the first workday, not New Year', { way: 'first-workday' }, '2026-12-01', '2026-12-01', '2027-01-04'],
    ['the last workday', { way: 'last-workday' }, '2026-10-30', '2026-10-30', '2026-11-30'],
    ['the last workday, done before it', { way: 'last-workday' }, '2026-11-30', '2026-11-20', '2026-12-31'],
    ['every year', { way: 'year', month: 12, day: 1 }, '2026-12-01', '2026-12-01', '2027-12-01'],
    ['every year from 29 February', { way: 'year', month: 2, day: 29 }, '2028-02-29', '2028-02-29', '2029-02-28'],
    ['a week after it was done', { way: 'after-done', days: 7 }, '2026-11-01', '2026-11-23', '2026-11-30'],
    [
      'so long after it was done, on a workday',
      { way: 'after-done', days: 1 },
      '2026-12-24',
      '2026-12-24',
      '2026-12-28',
    ],
    ['without a day', { way: 'weekdays', weekdays: [3], every: 1 }, null, '2026-11-23', '2026-11-25'],
  ])('%s', (_what, choice, due, done, expected) => {
    expect(next(of(choice), due, done)).toBe(expected);
  });

  it('counts from the last contact, or from the day it was done if that is later', () => {
    const repeat = of({ way: 'after-contact', days: 30 });
    expect(next(repeat, '2026-11-10', '2026-11-10', '2026-10-11')).toBe('2026-12-10');
    expect(next(repeat, '2026-11-10', '2026-11-10', '2026-11-12')).toBe('2026-12-14');
    expect(next(repeat, '2026-11-10', '2026-11-10', null)).toBe('2026-12-10');
    expect(firstDay(repeat, day('2026-11-23'), day('2026-11-20'), XMAS)).toBe('2026-12-21');
    expect(firstDay(repeat, day('2026-11-23'), null, XMAS)).toBe('2026-11-23');
  });

  it('begins today if today is one of its days', () => {
    const mondays = of({ way: 'weekdays', weekdays: [1], every: 1 });
    expect(firstDay(mondays, day('2026-11-23'), null, XMAS)).toBe('2026-11-23');
    expect(firstDay(mondays, day('2026-11-24'), null, XMAS)).toBe('2026-11-30');
    expect(firstDay(of({ way: 'last-workday' }), day('2026-11-30'), null, XMAS)).toBe('2026-11-30');
  });

  it('never comes of what there never is', () => {
    expect(next({ kind: 'pattern', days: '30 2 *', every: 1 }, '2026-11-23', '2026-11-23')).toBeNull();
    const never = { workingDays: [], holidays: [] };
    const from = { due: null, done: day('2026-11-23'), lastContact: null, calendar: never };
    for (const which of ['each', 'first', 'last'] as const)
      expect(nextDay({ kind: 'workday', which }, from)).toBeNull();
  });

  it('says its next days', () => {
    const from = { due: day('2026-11-27'), today: day('2026-11-23'), lastContact: null, calendar: XMAS };
    expect(daysAhead(of({ way: 'weekdays', weekdays: [5], every: 2 }), from, 3)).toEqual([
      '2026-12-11',
      '2026-12-25',
      '2027-01-08',
    ]);
  });
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber);
const calendars: fc.Arbitrary<Calendar> = fc.record({
  workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.array(fc.record({ day: anyDay, name: fc.constant('x') }), { maxLength: 20 }),
});
const choices: fc.Arbitrary<RepeatChoice> = fc.oneof(
  fc.constantFrom<RepeatChoice>(
    { way: 'every-day' },
    { way: 'every-workday' },
    { way: 'month-end' },
    { way: 'first-workday' },
    { way: 'last-workday' },
  ),
  fc.record({
    way: fc.constant('weekdays' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((all) => all.toSorted()),
    every: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({ way: fc.constant('month-day' as const), day: fc.integer({ min: 1, max: 31 }) }),
  anyDay.map((each): RepeatChoice => choiceOfWay('year', each)),
  fc.record({
    way: fc.constantFrom('after-contact' as const, 'after-done' as const),
    days: fc.integer({ min: 1, max: 400 }),
  }),
);

describe('whatever repeats', () => {
  it('is due again later than it was due and was done, on a day of its kind', () => {
    fc.assert(
      fc.property(
        choices,
        anyDay,
        fc.integer({ min: -40, max: 40 }),
        fc.option(anyDay),
        calendars,
        (choice, due, early, lastContact, calendar) => {
          const done = addDays(due, early);
          const on = nextDay(of(choice), { due, done, lastContact, calendar });
          if (on === null) throw new Error('It always comes again.');
          expect(on > done).toBe(true);
          if (choice.way !== 'after-done' && choice.way !== 'after-contact') expect(on > due).toBe(true);
          if (/workday|after/.test(choice.way)) expect(isWorkday(on, calendar)).toBe(true);
          if (choice.way === 'month-end') expect(addDays(on, 1).slice(8)).toBe('01');
          if (choice.way === 'weekdays') expect(choice.weekdays).toContain(isoWeekday(on));
          if (choice.way === 'month-day') expect(Number(on.slice(8))).toBe(choice.day);
          const month = on.slice(0, 7);
          if (choice.way === 'first-workday')
            expect(workdayBefore(addDays(on, -1), calendar).slice(0, 7)).not.toBe(month);
          if (choice.way === 'last-workday') expect(workdayFrom(addDays(on, 1), calendar).slice(0, 7)).not.toBe(month);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is read back as the choice it was made of', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(choiceOf(repeatOf(choice))).toEqual(choice);
      }),
    );
    for (const way of REPEAT_WAYS) {
      const choice = choiceOfWay(way, day('2026-11-27'));
      expect(choiceOf(repeatOf(choice))).toEqual(choice);
    }
    expect(choiceOf({ kind: 'pattern', days: '* * 1#2', every: 1 })).toBeNull();
  });
});

describe('in words', () => {
  it.each<[RepeatChoice, string]>([
    [{ way: 'never' }, 'Does not repeat'],
    [{ way: 'every-workday' }, 'Every workday'],
    [{ way: 'weekdays', weekdays: [1], every: 1 }, 'Every Monday'],
    [{ way: 'weekdays', weekdays: [1, 3, 5], every: 1 }, 'Every Monday, Wednesday, and Friday'],
    [{ way: 'weekdays', weekdays: [5], every: 2 }, 'Every 2 weeks on Friday'],
    [{ way: 'month-day', day: 15 }, 'On the 15th of each month'],
    [{ way: 'month-day', day: 31 }, 'On the 31st of each month that has one'],
    [{ way: 'last-workday' }, 'On the last workday of each month'],
    [{ way: 'year', month: 12, day: 24 }, 'Every year on December 24'],
    [{ way: 'after-contact', days: 30 }, '30 days after the last contact, or the next workday'],
    [{ way: 'after-done', days: 1 }, '1 day after it was done, or the next workday'],
  ])('%j', (choice, words) => {
    expect(repeatWords(repeatOf(choice), 'en-US')).toBe(words);
  });

  it('also of a pattern nobody can choose', () => {
    expect(repeatWords({ kind: 'pattern', days: '* * 1#2', every: 1 }, 'en-US')).toContain('* * 1#2');
  });
});

it('a workday is one of hers and no holiday', () => {
  expect(isWorkday(day('2026-11-21'), USUAL_CALENDAR)).toBe(false);
  expect(isWorkday(day('2026-12-25'), USUAL_CALENDAR)).toBe(true);
  expect(isWorkday(day('2026-12-25'), XMAS)).toBe(false);
  expect(workdayBefore(day('2026-12-27'), XMAS)).toBe('2026-12-24');
});
