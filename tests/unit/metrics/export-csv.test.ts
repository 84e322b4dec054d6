import { describe, expect, it } from 'vitest';
import { csvHeader, csvRows, EXPORTED_FIELDS } from '#shared/domain/ledger/export-csv.ts';
import { MONEY_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Transaction } from '#shared/domain/ledger/fields.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';

const empty = {
  ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])),
  ...Object.fromEntries([...TIME_FIELDS, ...MONEY_FIELDS, 'quantity'].map((field) => [field, Number.NaN])),
  status: 'pending',
  line: 1,
} as unknown as Transaction;

const cellOf = (transaction: Partial<Transaction>, field: (typeof EXPORTED_FIELDS)[number]): string =>
  csvRows([{ ...empty, ...transaction }])
    .trimEnd()
    .split(',')[EXPORTED_FIELDS.indexOf(field)] ?? 'missing';

describe('csvRows', () => {
  it('has a cell for every column of the header', () => {
    expect(csvRows([empty]).split(',')).toHaveLength(csvHeader().split(',').length);
    expect(csvHeader()).toMatch(/^network,.*,status\r\n$/);
  });

  it('writes amounts exactly and leaves a negative one a number', () => {
    expect(cellOf({ sale: 12_340_000 }, 'sale')).toBe('12.34');
    expect(cellOf({ commission: -1_000_100 }, 'commission')).toBe('-1.0001');
    expect(cellOf({}, 'commission')).toBe('');
  });

  it('writes instants in UTC and a day as a day', () => {
    expect(cellOf({ eventTime: momentOfInstant(Date.UTC(2026, 10, 23, 3, 30)) }, 'eventTime')).toBe(
      '2026-11-23T03:30:00.000Z',
    );
    expect(cellOf({ lockingTime: momentOfDay(20_000) }, 'lockingTime')).toBe('2024-10-04');
  });

  it('quotes text', () => {
    expect(cellOf({ partnerName: 'Paws "R" Us' }, 'partnerName')).toBe('"Paws ""R"" Us"');
    expect(cellOf({ orderId: '00123' }, 'orderId')).toBe('"00123"');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '  =1', '"=1', '＝1', '\rx'])(
    'guards %j against being a formula',
    (text) => {
      expect(cellOf({ partnerName: text }, 'partnerName')).toMatch(/^"'/);
    },
  );

  it.each(['a=1', 'Paws', '1-2', "'n Barks"])('leaves %j alone', (text) => {
    expect(cellOf({ partnerName: text }, 'partnerName')).toBe(`"${text}"`);
  });
});
