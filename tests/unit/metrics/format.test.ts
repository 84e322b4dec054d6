import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';

const us = makeFormat('en-US', 'America/New_York');
const today = '2026-11-23' as Day;

describe('money', () => {
  it.each([
    [1_204_500_000n, 'USD', '$1,204.50'],
    [-3_000_000n, 'EUR', '−€3.00'],
    [1_500_000n, 'JPY', '¥2'],
    [1_000_100, 'USD', '$1.00'],
    [Number.NaN, 'USD', '–'],
    [9_007_199_254_740_993_000_000n, 'USD', '$9,007,199,254,740,993.00'],
  ])('%s micros of %s are %s', (micros, currency, expected) => {
    expect(us.money(micros, currency)).toBe(expected);
  });

  it('leaves a currency that the runtime does not know beside its amount', () => {
    expect(us.money(5_000_000n, 'points')).toBe('5.00 points');
    expect(us.money(5_000_000n, '')).toBe('5.00');
  });

  it('follows the locale', () => {
    expect(makeFormat('de-DE', 'UTC').money(1_204_500_000n, 'EUR')).toBe('1.204,50\u00a0€');
  });
});

describe('shares', () => {
  it('shows nothing as –, a change with its sign', () => {
    expect(us.percent(null)).toBe('–');
    expect(us.percent(0.0312)).toBe('3.1%');
    expect(us.change(0.12)).toBe('+12%');
    expect(us.change(-0.124)).toBe('−12%');
  });
});

describe('days and moments', () => {
  it('leaves out the year of today', () => {
    expect(us.day('2026-11-24' as Day, today)).toBe('Tue, Nov 24');
    expect(us.day('2025-11-24' as Day, today)).toBe('Nov 24, 2025');
  });

  it('shows the last day of a half-open period', () => {
    expect(us.period({ from: '2026-11-01' as Day, to: '2026-12-01' as Day })).toMatch(/^Nov 1\s–\s30, 2026$/);
  });

  it('shows an instant in the program’s zone and a day as that very day', () => {
    const instant = Date.UTC(2026, 10, 23, 3, 30);
    expect(us.moment(momentOfInstant(instant), today)).toMatch(/^Nov 22, 10:30\sPM$/);
    expect(us.moment(momentOfDay(Math.floor(instant / 86_400_000)), today)).toBe('Nov 23');
    expect(us.moment(Number.NaN, today)).toBe('–');
    expect(us.moment(momentOfInstant(instant), '2027-01-02' as Day)).toBe('Nov 22, 2026');
    expect(us.momentLong(momentOfInstant(instant))).toMatch(/^Nov 22, 2026, 10:30:00\sPM$/);
  });

  it('says how long ago only within a day', () => {
    const now = Date.UTC(2026, 10, 23, 15);
    expect(us.ago(now - 2 * 3_600_000, now)).toBe('2h ago');
    expect(us.ago(now - 26 * 3_600_000, now)).toBe('Sun, Nov 22');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [48_300_000, '48.3 MB'],
  ])('%s', (bytes, expected) => {
    expect(us.bytes(bytes)).toBe(expected);
  });
});
