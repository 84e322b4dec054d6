import { describe, expect, it } from 'vitest';
import { sortAffiliates, type AffiliateRow } from '#renderer/features/affiliates/affiliate-columns.tsx';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Day } from '#shared/lib/day.ts';
import { figures } from '#shared/domain/metrics/figures.ts';

const row = (name: string, currency: string, sale: bigint | null, last: string | null = null): AffiliateRow => ({
  affiliate: newAffiliate({ id: name, name, createdAt: 0, createdByImport: null, editedAt: null }),
  partners: [],
  byCurrency:
    sale === null
      ? []
      : [{ currency, figures: figures([{ status: 'paid', transactions: 1n, sale, commission: 0n }], null) }],
  lastConversion: last as Day | null,
});

const rows = [
  row('few', 'EUR', 900n, '2026-11-03'),
  row('none', '', null),
  row('low', 'USD', 10n, '2026-11-09'),
  row('high', 'USD', 500n, '2026-11-01'),
  row('even', 'GBP', 700n, '2026-11-02'),
];
const order = (by: string, direction: 'asc' | 'desc'): readonly string[] =>
  sortAffiliates(rows, { by, direction }).map(({ affiliate }) => affiliate.name);

describe('sortAffiliates', () => {
  it('holds amounts only against amounts of the same currency, and puts who has none last', () => {
    expect(order('revenue', 'desc')).toEqual(['high', 'low', 'few', 'even', 'none']);
    expect(order('revenue', 'asc')).toEqual(['low', 'high', 'few', 'even', 'none']);
  });

  it('sorts by name and by last conversion', () => {
    expect(order('name', 'asc')).toEqual(['even', 'few', 'high', 'low', 'none']);
    expect(order('last', 'desc')).toEqual(['low', 'few', 'even', 'high', 'none']);
  });
});
