import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayToNumber, type Day } from '#shared/lib/day.ts';
import { isDayOnly, momentDay, momentMs, momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { dayOf, isZone, zoneClock } from '#shared/lib/zone.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];
const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2040, 0, 1) });

/** The day as the runtime's own formatter gives it. */
const dayByIntl = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

describe('zone clock', () => {
  it('knows zones from words that are none', () => {
    expect(ZONES.every(isZone)).toBe(true);
    expect(isZone('')).toBe(false);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
  });

  it('puts any instant on the same day as the formatter of the runtime', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        expect(dayOf(instant, zone)).toBe(dayByIntl(instant, zone));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-03-08T09:59:59Z', 'America/Los_Angeles', -480],
    ['2026-03-08T10:00:00Z', 'America/Los_Angeles', -420],
    ['2026-11-01T08:59:59Z', 'America/Los_Angeles', -420],
    ['2026-11-01T09:00:00Z', 'America/Los_Angeles', -480],
    ['2026-04-04T13:59:59Z', 'Pacific/Auckland', 780],
    ['2026-04-04T14:00:00Z', 'Pacific/Auckland', 720],
  ])('at %s %s is %i minutes from UTC', (iso, zone, minutes) => {
    expect(zoneClock(zone).offsetMinutes(Date.parse(iso))).toBe(minutes);
  });

  it('turns wall-clock time back into its instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const clock = zoneClock(zone);
        const back = clock.fromWall(instant + clock.offsetMinutes(instant) * 60_000);
        // The hour that the clock shows twice in autumn may come back as its first showing.
        expect(back === instant || (back < instant && instant - back <= 3_600_000)).toBe(true);
        expect(back + clock.offsetMinutes(back) * 60_000).toBe(instant + clock.offsetMinutes(instant) * 60_000);
      }),
      { numRuns: 2000 },
    );
  });

  it('maps a time that spring skips to the instant after the gap, and one that autumn repeats to its first showing', () => {
    const clock = zoneClock('America/New_York');
    expect(new Date(clock.fromWall(Date.UTC(2026, 2, 8, 2, 30))).toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(new Date(clock.fromWall(Date.UTC(2026, 10, 1, 1, 30))).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('moments', () => {
  it('keep a day a day in every zone, and give an instant the day of the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), anyInstant, anyZone, (day, instant, zone) => {
        expect(momentDay(momentOfDay(day), zoneClock(zone))).toBe(day);
        expect(isDayOnly(momentOfDay(day))).toBe(true);
        expect(momentMs(momentOfDay(day))).toBe(day * 86_400_000);
        expect(isDayOnly(momentOfInstant(instant))).toBe(false);
        expect(momentMs(momentOfInstant(instant))).toBe(instant);
        expect(dayFromNumber(momentDay(momentOfInstant(instant), zoneClock(zone)))).toBe(dayByIntl(instant, zone));
      }),
    );
  });

  it('sort by time, a day before its instants in UTC', () => {
    const day = momentOfDay(dayToNumber('2026-05-05' as Day));
    expect(day).toBeLessThan(momentOfInstant(Date.parse('2026-05-05T00:00:01Z')));
    expect(day).toBeGreaterThan(momentOfInstant(Date.parse('2026-05-04T23:59:59Z')));
  });
});
