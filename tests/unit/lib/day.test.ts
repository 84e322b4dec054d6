import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, daysBetween, dayToNumber, parseDay, type Day } from '#shared/lib/day.ts';

describe('days', () => {
  it.each(['2026-02-28', '2024-02-29', '1970-01-01', '1969-12-31', '9999-12-31'])('%s is a day', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '', '2026-01-01T00:00'])(
    '%j is none',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it('counts from 1970 and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 2_000_000 }), (number) => {
        expect(dayToNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });

  it('moves across months, leap days and years', () => {
    expect(addDays('2024-02-28' as Day, 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01' as Day, -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-01' as Day, '2026-04-01' as Day)).toBe(31);
  });
});
