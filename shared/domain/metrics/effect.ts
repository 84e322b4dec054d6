import type { StatusTotal } from '../ledger/plan.ts';
import { CONVERSION_STATUSES } from './figures.ts';

/** What an import did to the figures of one currency; micros. */
export interface CurrencyEffect {
  readonly currency: string;
  /** Change of commission and revenue of the conversions. */
  readonly commission: bigint;
  readonly revenue: bigint;
  /** Transactions that were reversed or corrected by it, less those that came back. */
  readonly reversed: number;
}

/** After minus before by currency and status, to after minus before by currency. Currencies in which nothing moved are left out. */
export function effectByCurrency(totals: readonly StatusTotal[]): readonly CurrencyEffect[] {
  return [...Map.groupBy(totals, (total) => total.currency)]
    .map(([currency, same]) => {
      const conversions = same.filter((total) => CONVERSION_STATUSES.includes(total.status));
      return {
        currency,
        commission: conversions.reduce((sum, total) => sum + total.commissionMicros, 0n),
        revenue: conversions.reduce((sum, total) => sum + total.saleMicros, 0n),
        reversed: same.reduce((sum, total) => sum + reversedOf(total), 0),
      };
    })
    .filter((effect) => effect.commission !== 0n || effect.revenue !== 0n || effect.reversed !== 0);
}

function reversedOf({ status, count, corrections = 0 }: StatusTotal): number {
  if (status === 'reversed') return count;
  return CONVERSION_STATUSES.includes(status) ? corrections : 0;
}
