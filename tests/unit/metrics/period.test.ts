import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/lib/day.ts';
import { daysOf, periodBefore, periodOf, type PeriodChoice } from '#shared/domain/metrics/period.ts';

const day = (text: string): Day => text as Day;
const kind = (name: Exclude<PeriodChoice['kind'], 'custom'>): PeriodChoice => ({ kind: name });
const week: PeriodChoice = { kind: 'custom', first: day('2026-11-02'), last: day('2026-11-08') };

describe('periodOf', () => {
  it.each([
    [kind('this-month'), '2026-12-31', '2026-12-01', '2027-01-01'],
    [kind('this-month'), '2026-11-23', '2026-11-01', '2026-12-01'],
    [kind('last-month'), '2026-01-15', '2025-12-01', '2026-01-01'],
    [kind('last-month'), '2028-03-31', '2028-02-01', '2028-03-01'],
    [kind('last-30'), '2026-11-23', '2026-10-25', '2026-11-24'],
    [kind('last-90'), '2026-11-23', '2026-08-26', '2026-11-24'],
    [kind('this-year'), '2026-11-23', '2026-01-01', '2027-01-01'],
    [week, '2026-11-23', '2026-11-02', '2026-11-09'],
  ])('%o on %s', (choice, today, from, to) => {
    expect(periodOf(choice, day(today))).toEqual({ from, to });
  });

  it('is nothing for all', () => {
    expect(periodOf(kind('all'), day('2026-11-23'))).toBeNull();
  });
});

describe('periodBefore', () => {
  it.each([
    // As many days as the running month has had, never a whole one.
    [kind('this-month'), '2026-11-10', '2026-10-01', '2026-10-11'],
    // The month before may be shorter: then it is whole.
    [kind('this-month'), '2026-03-31', '2026-02-01', '2026-03-01'],
    [kind('last-month'), '2026-11-10', '2026-09-01', '2026-10-01'],
    [kind('last-month'), '2026-03-15', '2026-01-01', '2026-02-01'],
    [kind('last-30'), '2026-11-23', '2026-09-25', '2026-10-25'],
    [kind('this-year'), '2026-02-01', '2025-01-01', '2025-02-02'],
    [kind('this-year'), '2028-12-31', '2027-01-01', '2028-01-01'],
    [week, '2026-11-23', '2026-10-26', '2026-11-02'],
  ])('%o on %s', (choice, today, from, to) => {
    expect(periodBefore(choice, day(today))).toEqual({ from, to });
  });

  it('is nothing for all', () => {
    expect(periodBefore(kind('all'), day('2026-11-23'))).toBeNull();
  });
});

describe('daysOf', () => {
  it('lists the first and not the end', () => {
    expect(daysOf({ from: day('2026-02-27'), to: day('2026-03-02') })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });
});
