import { TZDate, tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeParser, NOT_A_TIME } from '#shared/domain/imports/when.ts';
import { DAY_MS, dayToNumber, type Day } from '#shared/lib/day.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'America/St_Johns',
] as const;
const utc = createTimeParser('UTC');
const at = (iso: string): number => momentOfInstant(Date.parse(iso));

describe('createTimeParser', () => {
  it.each([
    ['2020-09-10T10:42:38-07:00', at('2020-09-10T17:42:38Z')],
    ['2020-09-10T10:42:38-0700', at('2020-09-10T17:42:38Z')],
    ['2020-09-10T10:42:38+05:30', at('2020-09-10T05:12:38Z')],
    ['2020-09-10 10:42:38 +02', at('2020-09-10T08:42:38Z')],
    ['2020-09-10T10:42:38Z', at('2020-09-10T10:42:38Z')],
    ['2020-09-10 10:42:38 UTC', at('2020-09-10T10:42:38Z')],
    ['2016-03-02 10:22:02', at('2016-03-02T10:22:02Z')],
    ['2016-03-02 10:22', at('2016-03-02T10:22:00Z')],
    ['2016-03-02T10:22:02.5', at('2016-03-02T10:22:02.500Z')],
    ['2016-03-02T10:22:02.123456Z', at('2016-03-02T10:22:02.123Z')],
    [' 2016-03-02 10:22:02 ', at('2016-03-02T10:22:02Z')],
    ['Sep 10, 2020', momentOfDay(dayToNumber('2020-09-10' as Day))],
    ['September 9, 2020 4:05 PM', at('2020-09-09T16:05:00Z')],
    ['Sep 9, 2020, 12:05:09 AM', at('2020-09-09T00:05:09Z')],
    ['2024-02-29', momentOfDay(dayToNumber('2024-02-29' as Day))],
  ])('%s', (cell, moment) => {
    expect(utc(cell)).toBe(moment);
  });

  it.each(['', 'n/a', '-', 'null', '0000-00-00', '0000-00-00 00:00:00'])('%j is empty', (cell) => {
    expect(utc(cell)).toBeNaN();
  });

  it.each([
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2023-02-29 10:00:00',
    '03/04/2026',
    '2026-01-02T',
    '2026-01-02 24:00:00',
    '2026-01-02 10:60',
    '2026-01-02 10:20:61',
    '2026-01-02 10:20:30.',
    '2026-01-02 10:20:30+25:00',
    '2026-01-02 10:20:30 PST',
    '2026-01-02x10:20:30',
    'Foo 10, 2020',
    'Sep 31, 2020',
    'Sep 10, 2020 13:00 PM',
    '1.6E+12',
    '9'.repeat(100_000),
  ])('%s is refused', (cell) => {
    expect(utc(cell)).toBe(NOT_A_TIME);
  });

  it.each(ZONES)('reads wall clocks of %s as date-fns does', (zone) => {
    const parse = createTimeParser(zone);
    const times = fc.date({
      min: new Date('1995-01-01T00:00:00Z'),
      max: new Date('2035-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, fc.constantFrom('T', ' '), (time, between) => {
        const wall = time.toISOString().slice(0, 19);
        const [year = 0, month = 0, date = 0, hour, minute, second] = wall.split(/[-T:]/).map(Number);
        const expected = new TZDate(year, month - 1, date, hour ?? 0, minute ?? 0, second ?? 0, zone).getTime();
        // A time that a clock shows twice, or skips, date-fns takes one way or the other by the machine's own zone: the next test.
        fc.pre(tzOffset(zone, new Date(expected - DAY_MS)) === tzOffset(zone, new Date(expected + DAY_MS)));
        expect(parse(wall.replace('T', between))).toBe(momentOfInstant(expected));
      }),
      { numRuns: 500 },
    );
  });

  it.each(ZONES)('shows the same wall clock in %s as the runtime, also around changes of the clock', (zone) => {
    const parse = createTimeParser(zone);
    const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    // Every 25 minutes of the days around the changes of 2026 in these zones.
    for (const day of [
      '2026-03-07',
      '2026-03-08',
      '2026-03-28',
      '2026-03-29',
      '2026-04-04',
      '2026-04-05',
      '2026-09-26',
    ]) {
      for (let minute = 0; minute < 2880; minute += 25) {
        const instant = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
        const wall = format.format(instant);
        const read = parse(wall) / 2;
        expect(format.format(read)).toBe(wall);
        // The clock shows an hour twice in autumn: then it is the first of the two.
        expect(instant - read === 0 || instant - read === 3_600_000).toBe(true);
      }
    }
  });

  it('needs no zone for a time with an offset', () => {
    const parsers = ZONES.map((zone) => createTimeParser(zone));
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 });
    fc.assert(
      fc.property(instants, fc.integer({ min: -840, max: 840 }), (seconds, minutes) => {
        const wall = new Date((seconds + minutes * 60) * 1000).toISOString().slice(0, 19);
        const pad = (n: number): string => String(n).padStart(2, '0');
        const abs = Math.abs(minutes);
        const text = `${wall}${minutes < 0 ? '-' : '+'}${pad(Math.floor(abs / 60))}:${pad(abs % 60)}`;
        for (const parse of parsers) expect(parse(text)).toBe(momentOfInstant(seconds * 1000));
      }),
    );
  });
});
