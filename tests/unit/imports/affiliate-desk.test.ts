import { describe, expect, it } from 'vitest';
import { NUMBER_FIELDS, TEXT_FIELDS } from '#shared/domain/ledger/fields.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { readFile } from './read.ts';

const DESK_HEADER = [...TEXT_FIELDS, ...NUMBER_FIELDS];

describe('Affiliate Desk transactions', () => {
  it('reads every field by its name', () => {
    const cells: Readonly<Record<string, string>> = {
      network: 'CJ',
      status: 'locked',
      sourceStatus: 'LOCKED!',
      currency: 'EUR',
      clickTime: '2026-01-02T03:04:05.678Z',
      eventTime: '2026-01-03',
      asOf: '2026-02-03T00:00:00Z',
      sale: '-12.345678',
      commission: '0.5',
      networkFee: '0.25',
      quantity: '3',
      line: '17',
      customerStatus: 'existing',
    };
    const { rows, issues, recognition } = readFile(
      `${DESK_HEADER.join(',')}\n${DESK_HEADER.map((field) => cells[field] ?? ((TEXT_FIELDS as readonly string[]).includes(field) ? `text of ${field}` : '')).join(',')}\n`.replace(
        'text of originalCurrency',
        'USD',
      ),
    );
    expect(issues).toEqual([]);
    expect(recognition).toMatchObject({ profileId: 'affiliate-desk', network: '', questions: [] });
    for (const field of TEXT_FIELDS)
      expect(rows[0]?.[field]).toBe(cells[field] ?? (field === 'originalCurrency' ? 'USD' : `text of ${field}`));
    expect(rows[0]).toMatchObject({
      status: 'locked',
      clickTime: momentOfInstant(Date.UTC(2026, 0, 2, 3, 4, 5, 678)),
      eventTime: Date.UTC(2026, 0, 3) * 2 + 1,
      asOf: momentOfInstant(Date.UTC(2026, 1, 3)),
      sale: -12_345_678,
      commission: 500_000,
      networkFee: 250_000,
      quantity: 3,
      line: 2,
    });
    expect(rows[0]?.lockingTime).toBeNaN();
  });
});
