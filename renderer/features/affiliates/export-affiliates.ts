import { saveTable, type FileCell } from '#renderer/session/table-text.ts';
import { microsToDecimal } from '#shared/lib/money.ts';
import { networksOf, type AffiliateRow } from './affiliate-columns.tsx';

const HEADER = [
  'Affiliate',
  'Network',
  'Partner ids',
  'Currency',
  'Revenue',
  'Commission',
  'Conversions',
  'Average order value',
  'Earnings per click',
  'Reversal rate',
  'Clicks',
  'Last conversion',
];

/** Writes the affiliates as listed to a file of her choice, one row for each currency of theirs: amounts are exact. */
export function exportAffiliates(rows: readonly AffiliateRow[]): Promise<void> {
  return saveTable('affiliates.csv', HEADER, affiliateCells(rows));
}

export function affiliateCells(rows: readonly AffiliateRow[]): readonly (readonly FileCell[])[] {
  return rows.flatMap(({ affiliate, partners, byCurrency, clicks, lastConversion }) => {
    const who = [affiliate.name, networksOf(partners), partners.map(({ partnerId }) => partnerId).join(', ')];
    const rest = [clicks === null ? null : Number(clicks), lastConversion ?? null];
    if (byCurrency.length === 0) return [[...who, null, null, null, 0, null, null, null, ...rest]];
    return byCurrency.map(({ currency, figures }) => [
      ...who,
      currency,
      exact(figures.revenue),
      exact(figures.commission),
      Number(figures.conversions),
      exact(figures.aov),
      exact(figures.epc),
      figures.reversalRate,
      ...rest,
    ]);
  });
}

const exact = (micros: bigint | null): FileCell => (micros === null ? null : { figure: microsToDecimal(micros) });
