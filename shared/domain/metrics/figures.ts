import { STATUSES, type Status } from '../ledger/fields.ts';

/**
 * The numbers of an affiliate program, from sums by status. One currency at a time: currencies are never added.
 *
 * Definitions: average order value, earnings per click (validated commission over unique clicks) and reversal rate after
 * the metric definitions of github.com/mbfinotti/partnerships-skills; which statuses count as a conversion, and that a
 * missing denominator gives nothing rather than 0, after `tests/brand-data/metrics.test.ts` of
 * github.com/bobberrisford/affiliatemcp.
 */

/** What is tracked and has not fallen through. `unknown` is left out: a word we cannot read is no sale. */
export const CONVERSION_STATUSES: readonly Status[] = ['pending', 'approved', 'locked', 'paid'];

/** What the brand has confirmed. */
export const VALIDATED_STATUSES: readonly Status[] = ['approved', 'locked', 'paid'];

/** Over which the reversal rate is taken. */
export const RATED_STATUSES: readonly Status[] = [...CONVERSION_STATUSES, 'reversed'];

/** Live rows of one status (micros of one currency). */
export interface StatusSum {
  readonly status: Status;
  readonly transactions: bigint;
  readonly sale: bigint;
  readonly commission: bigint;
}

/** Micros are of the currency whose sums were given. null: the denominator is missing, shown as "–". */
export interface Figures {
  /** Rows of the conversion statuses. */
  readonly conversions: bigint;
  /** Rows reversed. */
  readonly reversed: bigint;
  /** Sale amounts of the conversions, so net of what was reversed. */
  readonly revenue: bigint;
  /** Commission of the conversions. */
  readonly commission: bigint;
  /** Average order value: revenue / conversions. */
  readonly aov: bigint | null;
  /** Earnings per click: validated commission / clicks. */
  readonly epc: bigint | null;
  /** Tracked commission / clicks: what EPC comes to if everything pending is approved. */
  readonly trackedEpc: bigint | null;
  /** Reversed rows / all rows of a known status, a share of one. Comparable only when the locking window of the period is over. */
  readonly reversalRate: number | null;
}

/** The figures of one currency. `clicks`: unique clicks of the same rows' period and filter, null where no source tells. */
export function figures(sums: readonly StatusSum[], clicks: bigint | null): Figures {
  const over = (statuses: readonly Status[], measure: 'transactions' | 'sale' | 'commission'): bigint =>
    sums.reduce((total, sum) => (statuses.includes(sum.status) ? total + sum[measure] : total), 0n);

  const conversions = over(CONVERSION_STATUSES, 'transactions');
  const reversed = over(['reversed'], 'transactions');
  const revenue = over(CONVERSION_STATUSES, 'sale');
  const commission = over(CONVERSION_STATUSES, 'commission');
  const rated = over(RATED_STATUSES, 'transactions');
  return {
    conversions,
    reversed,
    revenue,
    commission,
    aov: divide(revenue, conversions),
    epc: clicks === null ? null : divide(over(VALIDATED_STATUSES, 'commission'), clicks),
    trackedEpc: clicks === null ? null : divide(commission, clicks),
    reversalRate: rated === 0n ? null : Number(reversed) / Number(rated),
  };
}

/** The sums added status by status, in the order of `STATUSES`: many partners of one affiliate, many days of one period. */
export function addSums(sums: readonly StatusSum[]): readonly StatusSum[] {
  return STATUSES.flatMap((status) => {
    const same = sums.filter((sum) => sum.status === status);
    if (same.length === 0) return [];
    return [
      same.reduce((total, sum) => ({
        status,
        transactions: total.transactions + sum.transactions,
        sale: total.sale + sum.sale,
        commission: total.commission + sum.commission,
      })),
    ];
  });
}

/** How a figure moved, as a share of what it was: 120 after 100 -> 0.2. null where there was nothing to compare with. */
export function change(now: bigint | number | null, before: bigint | number | null): number | null {
  if (now === null || before === null || Number(before) === 0) return null;
  return (Number(now) - Number(before)) / Math.abs(Number(before));
}

/** Micros by a count, rounded half away from zero to the micro; null for none. */
function divide(micros: bigint, count: bigint): bigint | null {
  if (count <= 0n) return null;
  const doubled = (micros < 0n ? -micros : micros) * 2n + count;
  const rounded = doubled / (count * 2n);
  return micros < 0n ? -rounded : rounded;
}
