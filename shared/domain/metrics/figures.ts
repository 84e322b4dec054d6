import { STATUSES, type Status } from '../ledger/fields.ts';
import type { Measure } from '../ledger/query.ts';

/**
 * The numbers of an affiliate program, from sums by status. One currency at a time: currencies are never added.
 *
 * Definitions: average order value, earnings per click (validated commission over unique clicks) and reversal rate after
 * the metric definitions of github.com/mbfinotti/partnerships-skills; which statuses count as a conversion, and that a
 * missing denominator gives nothing rather than 0, after `tests/brand-data/metrics.test.ts` of
 * github.com/bobberrisford/affiliatemcp.
 *
 * Corrections (rows that take back from another transaction, which itself stays as it was) are no conversions. They count as
 * reversed, and what they take back lowers revenue and commission: a transaction taken back whole by a row of its own comes to
 * nothing, and to one reversal of one. A row that adds to another transaction counts in the amounts alone. A correction that has
 * been reversed itself, or whose word cannot be read, counts nowhere.
 */

/** What is tracked and has not fallen through. `unknown` is left out: a word we cannot read is no sale. */
export const CONVERSION_STATUSES: readonly Status[] = ['pending', 'approved', 'locked', 'paid'];

/** What the brand has confirmed. */
export const VALIDATED_STATUSES: readonly Status[] = ['approved', 'locked', 'paid'];

/** Over which the reversal rate is taken. */
export const RATED_STATUSES: readonly Status[] = [...CONVERSION_STATUSES, 'reversed'];

/** What the figures are made of, in the ledger's words. */
export const FIGURE_MEASURES = [
  'transactions',
  'sale',
  'commission',
  'corrections',
  'correctedSale',
  'correctedCommission',
] as const satisfies readonly Measure[];
type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** Live rows of one status (micros of one currency). */
export interface StatusSum extends Readonly<Record<FigureMeasure, bigint>> {
  readonly status: Status;
}

/** Micros are of the currency whose sums were given. null: the denominator is missing, shown as "–". */
export interface Figures {
  /** Transactions of the conversion statuses. */
  readonly conversions: bigint;
  /** Transactions reversed, and corrections. One transaction may be corrected more than once. */
  readonly reversed: bigint;
  /** Sale amounts of the conversions, so net of what was reversed and corrected. */
  readonly revenue: bigint;
  /** Commission of the conversions, net in the same way. */
  readonly commission: bigint;
  /** Sale amounts reversed, and taken back by corrections. */
  readonly reversedSale: bigint;
  /** Commission reversed, and taken back by corrections. */
  readonly reversedCommission: bigint;
  /** null where no source tells of clicks. */
  readonly clicks: bigint | null;
  /** Average order value: revenue / conversions. */
  readonly aov: bigint | null;
  /** Earnings per click: validated commission / clicks. */
  readonly epc: bigint | null;
  /** Tracked commission / clicks: what EPC comes to if everything pending is approved. */
  readonly trackedEpc: bigint | null;
  /** Transactions of a known status: what the reversal rate is taken over. */
  readonly rated: bigint;
  /** Reversed / rated, a share of one. Comparable only when the locking window of the period is over. */
  readonly reversalRate: number | null;
}

/**
 * The figures of one currency. `clicks`: those of the same period and affiliates, null where no source tells. Clicks know no
 * currency: where a program has several, EPC of each is over the same clicks, and what a click earned is all of them together.
 */
export function figures(sums: readonly StatusSum[], clicks: bigint | null): Figures {
  const over = (statuses: readonly Status[], measure: FigureMeasure): bigint =>
    sums.reduce((total, sum) => (statuses.includes(sum.status) ? total + sum[measure] : total), 0n);

  const conversions = over(CONVERSION_STATUSES, 'transactions');
  const reversed = over(['reversed'], 'transactions') + over(CONVERSION_STATUSES, 'corrections');
  const revenue = over(CONVERSION_STATUSES, 'sale');
  const commission = over(CONVERSION_STATUSES, 'commission');
  const rated = over(RATED_STATUSES, 'transactions');
  return {
    conversions,
    reversed,
    revenue,
    commission,
    reversedSale: over(['reversed'], 'sale') - over(CONVERSION_STATUSES, 'correctedSale'),
    reversedCommission: over(['reversed'], 'commission') - over(CONVERSION_STATUSES, 'correctedCommission'),
    clicks,
    aov: divide(revenue, conversions),
    epc: clicks === null ? null : divide(over(VALIDATED_STATUSES, 'commission'), clicks),
    trackedEpc: clicks === null ? null : divide(commission, clicks),
    rated,
    reversalRate: rated === 0n ? null : Number(reversed) / Number(rated),
  };
}

/** A sum of which `of` tells each measure. */
export function statusSum(status: Status, of: (measure: FigureMeasure) => bigint): StatusSum {
  const measures = Object.fromEntries(FIGURE_MEASURES.map((measure) => [measure, of(measure)]));
  return { status, ...(measures as Record<FigureMeasure, bigint>) };
}

/** The sums added status by status, in the order of `STATUSES`: many partners of one affiliate, many days of one period. */
export function addSums(sums: readonly StatusSum[]): readonly StatusSum[] {
  return STATUSES.flatMap((status) => {
    const same = sums.filter((sum) => sum.status === status);
    if (same.length === 0) return [];
    return [statusSum(status, (measure) => same.reduce((total, sum) => total + sum[measure], 0n))];
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
