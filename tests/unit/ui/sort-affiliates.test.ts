import { describe, expect, it } from 'vitest';
import { sortAffiliates, type AffiliateRow } from '#renderer/features/affiliates/affiliate-columns.tsx';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Day } from '#shared/lib/day.ts';
import { figures, statusSum } from '#shared/domain/metrics/figures.ts';

const row = (
  name: string,
  currency: string,
  sale: bigint | null,
  last: string | null = null,
  clicks: bigint | null = null,
): AffiliateRow => ({
  affiliate: newAffiliate({ id: name, name, createdAt: 0, createdByImport: null, editedAt: null }),
  partners: [],
  byCurrency:
    sale === null
      ? []
      : [{ currency, figures: figures([statusSum('paid', (measure) => (measure === 'sale' ? sale : 1n))], clicks) }],
  clicks,
  lastConversion: last as Day | null,
});

const rows = [
  row('few', 'EUR', 900n, '2026-11-03'),
  row('none', '', null),
  row('low', 'USD', 10n, '2026-11-09', 1n),
  row('high', 'USD', 500n, '2026-11-01', 4n),
  row('even', 'GBP', 700n, '2026-11-02'),
];
const order = (by: string, direction: 'asc' | 'desc'): readonly string[] =>
  sortAffiliates(rows, { by, direction }).map(({ affiliate }) => affiliate.name);

describe('sortAffiliates', () => {
  it('holds amounts only against amounts of the same currency, and puts who has none last', () => {
    expect(order('revenue', 'desc')).toEqual(['high', 'low', 'few', 'even', 'none']);
    expect(order('revenue', 'asc')).toEqual(['low', 'high', 'few', 'even', 'none']);
  });

  it('sorts by clicks whatever the currency, and puts who has none last', () => {
    expect(order('clicks', 'asc')).toEqual(['low', 'high', 'even', 'few', 'none']);
    expect(order('epc', 'asc')).toEqual(['high', 'low', 'even', 'few', 'none']);
  });

  it('sorts by name and by last conversion', () => {
    expect(order('name', 'asc')).toEqual(['even', 'few', 'high', 'low', 'none']);
    expect(order('last', 'desc')).toEqual(['low', 'few', 'even', 'high', 'none']);
  });
});
