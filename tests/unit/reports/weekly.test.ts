import { describe, expect, it } from 'vitest';
import { reportWeeks, weeklyFileName, weeklyPeriod } from '#shared/domain/reports/week.ts';
import { isOverdue, mostReversed, movers, weeklyReport } from '#shared/domain/reports/weekly.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import { day, RUN, sourceOf, task, ZONE } from './source.ts';

const at = (iso: string): number => Date.parse(iso);

describe('the week of a report', () => {
  it.each([
    // 2026-11-23 is a Monday.
    ['on the first day of a week', '2026-11-23T14:00Z', 'monday', 'America/New_York', '2026-11-16', '2026-11-23'],
    ['on the last day of a week', '2026-11-22T14:00Z', 'monday', 'America/New_York', '2026-11-09', '2026-11-16'],
    ['in the middle of one', '2026-11-25T14:00Z', 'monday', 'America/New_York', '2026-11-16', '2026-11-23'],
    ['weeks from Sunday, on a Sunday', '2026-11-22T14:00Z', 'sunday', 'America/New_York', '2026-11-15', '2026-11-22'],
    ['weeks from Sunday, on a Saturday', '2026-11-21T14:00Z', 'sunday', 'America/New_York', '2026-11-08', '2026-11-15'],
    ['still Sunday in the zone', '2026-11-23T03:00Z', 'monday', 'America/New_York', '2026-11-09', '2026-11-16'],
    ['Monday in the zone already', '2026-11-22T12:00Z', 'monday', 'Pacific/Auckland', '2026-11-16', '2026-11-23'],
    ['over the night the clocks change', '2026-11-02T14:00Z', 'monday', 'America/New_York', '2026-10-26', '2026-11-02'],
    ['over the turn of a year', '2027-01-04T14:00Z', 'monday', 'UTC', '2026-12-28', '2027-01-04'],
    ['before 1970', '1969-12-31T12:00Z', 'monday', 'UTC', '1969-12-22', '1969-12-29'],
  ] as const)('%s', (_what, instant, start, zone, from, to) => {
    expect(weeklyPeriod(at(instant), start, zone)).toEqual({ from, to });
  });

  it('has the weeks it is held against', () => {
    expect(reportWeeks(RUN, 'monday', ZONE)).toEqual({
      week: { from: '2026-11-16', to: '2026-11-23' },
      before: { from: '2026-11-09', to: '2026-11-16' },
      quiet: { from: '2026-10-19', to: '2026-10-26' },
      since: { from: '2026-10-26', to: '2026-11-23' },
    });
  });

  it('names the file by its first and last day', () => {
    expect(weeklyFileName(weeklyPeriod(RUN, 'monday', ZONE), '')).toBe('Weekly performance 2026-11-16 to 2026-11-22');
  });
});

describe('the report', () => {
  const report = weeklyReport(
    sourceOf(
      [
        { who: 'Kibble', day: '2026-11-16', sale: 100, commission: 10 },
        { who: 'Kibble', day: '2026-11-22', sale: 50.5, commission: 5, status: 'pending' },
        { who: 'Kibble', day: '2026-11-10', sale: 200, commission: 20 },
        { who: 'Pawsome', day: '2026-11-18', sale: 300, commission: 30, count: 2 },
        { who: 'Pawsome', day: '2026-11-18', sale: 40, commission: 4, status: 'reversed' },
        { who: 'Pawsome', day: '2026-11-19', sale: 7, status: 'unknown' },
        { who: 'Pawsome', day: '2026-11-18', currency: 'GBP', sale: 9, commission: 1 },
        { who: 'Gone', day: '2026-11-11', sale: 1000, commission: 1 },
        { who: 'Quiet', day: '2026-10-25', sale: 80 },
        { who: 'Still here', day: '2026-10-25', sale: 80 },
        { who: 'Still here', day: '2026-10-26', sale: 1 },
        { who: 'Longer gone', day: '2026-10-18', sale: 80 },
        { who: 'Only reversed', day: '2026-11-17', sale: 60, status: 'reversed' },
      ],
      [
        task('no day', null),
        task('later', { day: day('2026-11-30'), time: null }),
        task('today', { day: day('2026-11-23'), time: '10:00' as TimeOfDay }),
        task('past', { day: day('2026-11-20'), time: null }),
        task('done', { day: day('2026-11-20'), time: null }, { doneAt: 1 }),
      ],
    ),
  );
  const [usd, gbp] = report.currencies;
  if (!usd || !gbp) throw new Error('Both currencies are expected.');

  it('keeps currencies apart, the one with the most revenue first', () => {
    expect(report.currencies.map(({ currency }) => currency)).toEqual(['USD', 'GBP']);
    expect(usd.now).toMatchObject({ revenue: 450_500_000n, commission: 45_000_000n, conversions: 4n, reversed: 2n });
    expect(usd.now).toMatchObject({ reversedSale: 100_000_000n, reversedCommission: 4_000_000n });
    expect(usd.before).toMatchObject({ revenue: 1_200_000_000n, conversions: 2n, reversed: 0n });
    expect(gbp.now).toMatchObject({ revenue: 9_000_000n, conversions: 1n });
  });

  it('lays each day beside the same weekday of the week before', () => {
    expect(usd.days.map((each) => [each.day, each.revenue / 10_000n, each.before / 10_000n])).toEqual([
      ['2026-11-16', 10_000n, 0n],
      ['2026-11-17', 0n, 20_000n],
      ['2026-11-18', 30_000n, 100_000n],
      ['2026-11-19', 0n, 0n],
      ['2026-11-20', 0n, 0n],
      ['2026-11-21', 0n, 0n],
      ['2026-11-22', 5_050n, 0n],
    ]);
  });

  it('knows who is best and who moved the total; all differences come to the total', () => {
    expect(usd.affiliates.map(({ name }) => name)).toEqual(['Pawsome', 'Kibble', 'Gone', 'Only reversed']);
    expect(movers(usd, 'up', 5).map(({ name, difference }) => [name, difference])).toEqual([['Pawsome', 300_000_000n]]);
    expect(movers(usd, 'down', 5).map(({ name }) => name)).toEqual(['Gone', 'Kibble']);
    expect(movers(usd, 'down', 1)).toHaveLength(1);
    const moved = usd.affiliates.reduce((sum, { difference }) => sum + difference, 0n);
    expect(moved).toBe(usd.now.revenue - usd.before.revenue);
  });

  it('has the reversals of the week, the largest first', () => {
    expect(mostReversed(usd, 5).map(({ name }) => name)).toEqual(['Only reversed', 'Pawsome']);
  });

  it('tells who came with their first conversion and who has been silent for four whole weeks', () => {
    expect(report.arrived?.map(({ name }) => name)).toEqual(['Pawsome']);
    expect(report.arrived?.[0]?.revenue).toEqual([
      { currency: 'USD', micros: 300_000_000n, conversions: 2n },
      { currency: 'GBP', micros: 9_000_000n, conversions: 1n },
    ]);
    expect(report.left.map(({ name }) => name)).toEqual(['Quiet']);
    expect(report.left[0]?.revenue).toEqual([{ currency: 'USD', micros: 80_000_000n, conversions: 1n }]);
  });

  it('holds clicks against the commission of both weeks, program and affiliate', () => {
    const { currencies } = weeklyReport(
      sourceOf([
        { who: 'Kibble', day: '2026-11-16', sale: 100, commission: 10 },
        { who: 'Kibble', day: '2026-11-17', clicks: 40 },
        { who: 'Pawsome', day: '2026-11-18', clicks: 60 },
        { who: 'Pawsome', day: '2026-11-10', clicks: 10 },
        { who: 'Pawsome', day: '2026-11-10', sale: 50, commission: 5 },
      ]),
    );
    expect(currencies[0]).toMatchObject({
      now: { clicks: 100n, epc: 100_000n },
      before: { clicks: 10n, epc: 500_000n },
      affiliates: [
        { name: 'Kibble', now: { clicks: 40n, epc: 250_000n }, before: { clicks: null, epc: null } },
        { name: 'Pawsome', now: { clicks: 60n, epc: 0n }, before: { clicks: 10n, epc: 500_000n } },
      ],
    });
  });

  it('takes corrections off revenue and lists them as reversals; they bring nobody and keep nobody', () => {
    const { currencies, arrived, left } = weeklyReport(
      sourceOf([
        { who: 'Kibble', day: '2026-11-16', sale: 100, commission: 10 },
        { who: 'Kibble', day: '2026-11-17', sale: -30, commission: -3, corrects: true },
        { who: 'Quiet', day: '2026-10-25', sale: 80 },
        { who: 'Quiet', day: '2026-11-17', sale: -80, corrects: true },
        { who: 'Before', day: '2026-11-02', sale: 1 },
      ]),
    );
    const [usd] = currencies;
    expect(usd?.now).toMatchObject({
      revenue: -10_000_000n,
      conversions: 1n,
      reversed: 2n,
      reversedSale: 110_000_000n,
    });
    expect(usd && mostReversed(usd, 5).map(({ name }) => name)).toEqual(['Quiet', 'Kibble']);
    expect(arrived?.map(({ name }) => name)).toEqual(['Kibble']);
    expect(left.map(({ name }) => name)).toEqual(['Quiet']);
  });

  it('cannot tell who is new where nothing is known of the time before', () => {
    expect(weeklyReport(sourceOf([{ who: 'Kibble', day: '2026-11-16', sale: 1 }])).arrived).toBeNull();
  });

  it('lists open tasks, the next due first', () => {
    expect(report.tasks.map(({ title }) => title)).toEqual(['past', 'today', 'later', 'no day']);
    expect(report.tasks.map((each) => isOverdue(each, day('2026-11-23')))).toEqual([true, false, false, false]);
  });

  it('adds the partner ids of one affiliate, and lets a partner without one stand for itself', () => {
    const source = sourceOf([
      { who: 'a', day: '2026-11-16', sale: 1 },
      { who: 'b', day: '2026-11-16', sale: 2 },
    ]);
    const one = source.directory.affiliates[0];
    const merged = weeklyReport({ ...source, directory: { ...source.directory, ofPartner: () => one } });
    expect(merged.currencies[0]?.affiliates).toMatchObject([{ name: 'a', now: { revenue: 3_000_000n } }]);
    const alone = weeklyReport({ ...source, directory: { ...source.directory, ofPartner: () => undefined } });
    expect(alone.currencies[0]?.affiliates.map(({ name }) => name)).toEqual(['b', 'a']);
  });

  it('is empty where there is nothing', () => {
    expect(weeklyReport(sourceOf([]))).toMatchObject({ currencies: [], arrived: null, left: [], tasks: [] });
  });
});
