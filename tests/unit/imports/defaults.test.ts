import { describe, expect, it } from 'vitest';
import { assumed, lastDayIn, openQuestions, settingsFor } from '#shared/domain/imports/defaults.ts';
import type { MappedColumn, Recognition } from '#shared/domain/imports/types.ts';
import { recognitionOf } from '#tests/support/recognition.ts';

const FILE = { name: 'export.csv', modified: Date.UTC(2026, 5, 30, 22) };

const AMOUNT: MappedColumn = { column: 'Revenue', index: 1, field: 'sale' };

const recognition = (over: Partial<Recognition>): Recognition =>
  recognitionOf({ profileId: 'x', profileName: 'X', network: 'X', defaultZone: 'Europe/London', ...over });

describe('settings', () => {
  it('are what was answered, then what the profile and the file say', () => {
    const asks = recognition({ questions: ['day', 'program'] });
    expect(settingsFor(asks, { program: 'Pets' }, { ...FILE, name: 'by_partner_2026-05-01_2026-05-31.csv' })).toEqual({
      program: 'Pets',
      currency: '',
      partner: '',
      zone: 'Europe/London',
      dateOrder: '',
      day: '2026-05-31',
      words: {},
      asOf: FILE.modified,
    });
    expect(settingsFor(recognition({}), { zone: 'UTC' }, FILE)).toMatchObject({ zone: 'UTC', day: '' });
  });

  it('leave open what nobody answered', () => {
    const asks = recognition({ questions: ['program', 'partner', 'words'], disputed: ['closed'] });
    const settings = settingsFor(asks, { partner: 'P1' }, FILE);
    expect(openQuestions(asks, settings)).toEqual(['program', 'words']);
    expect(openQuestions(asks, { ...settings, program: 'Pets', words: { closed: 'approved' } })).toEqual([]);
  });
});

describe('what is taken for granted', () => {
  it('is the source’s own currency, said', () => {
    const { settings, assumptions } = assumed(
      recognition({ defaultCurrency: 'USD', mapping: [AMOUNT] }),
      settingsFor(recognition({}), {}, FILE),
    );
    expect(settings.currency).toBe('USD');
    expect(assumptions.map(({ code }) => code)).toEqual(['default-currency']);
    expect(assumptions[0]?.message).toContain('USD');
  });

  it('is that amounts have no currency where nothing says it, also beside clicks; without amounts it is nothing', () => {
    const codes = (over: Partial<Recognition>): string[] => {
      const asks = recognition(over);
      return assumed(asks, settingsFor(asks, {}, FILE)).assumptions.map(({ code }) => code);
    };
    expect(codes({ mapping: [AMOUNT] })).toEqual(['no-currency']);
    expect(codes({ kind: 'clicks', mapping: [AMOUNT] })).toEqual(['no-currency']);
    expect(codes({ kind: 'clicks', mapping: [AMOUNT], defaultCurrency: 'USD' })).toEqual(['default-currency']);
    expect(codes({ kind: 'orders', mapping: [], defaultCurrency: 'USD' })).toEqual([]);
  });

  it('is nothing where the rows say it, or somebody answered', () => {
    const named = recognition({ mapping: [{ column: 'Currency', index: 0, field: 'currency' }] });
    expect(assumed(named, settingsFor(named, {}, FILE)).assumptions).toEqual([]);
    const asks = recognition({ questions: ['currency'] });
    expect(assumed(asks, settingsFor(asks, { currency: 'EUR' }, FILE)).assumptions).toEqual([]);
  });

  it.each([
    ['America/Chicago', 'mdy'],
    ['Europe/Madrid', 'dmy'],
    ['Australia/Sydney', 'dmy'],
  ] as const)('in %s is %s', (zone, order) => {
    const asks = recognition({ questions: ['dateOrder'], defaultZone: zone, defaultCurrency: 'USD' });
    const { settings, assumptions } = assumed(asks, settingsFor(asks, {}, FILE));
    expect(settings.dateOrder).toBe(order);
    expect(assumptions.map(({ code }) => code)).toContain('default-date-order');
  });

  it('is the day of the file, in the source’s zone', () => {
    const asks = recognition({ kind: 'clicks', questions: ['day'], defaultZone: 'Asia/Tokyo' });
    const { settings, assumptions } = assumed(asks, settingsFor(asks, {}, FILE));
    expect(settings.day).toBe('2026-07-01');
    expect(assumptions.map(({ code }) => code)).toEqual(['default-day']);
  });
});

describe('the day in a name', () => {
  it.each([
    ['by_partner_2026-05-01_2026-05-31.csv', '2026-05-31'],
    ['report 20260531.csv', '2026-05-31'],
    ['2026-05-31 to 2026-05-01.csv', '2026-05-31'],
    ['order 4711.csv', null],
    ['batch-20261399.csv', null],
    ['id-1202605311.csv', null],
  ])('%s', (name, day) => expect(lastDayIn(name)).toBe(day));
});
