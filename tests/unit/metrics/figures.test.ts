import { describe, expect, it } from 'vitest';
import type { Status } from '#shared/domain/ledger/fields.ts';
import { addSums, change, figures, statusSum, type StatusSum } from '#shared/domain/metrics/figures.ts';

const unit = 1_000_000n;

/** One row of a status: the amount is ten times its commission, as in the oracle. */
const row = (status: Status, commission: number, sale = commission * 10): StatusSum =>
  sum(status, { transactions: 1n, sale: BigInt(sale) * unit, commission: BigInt(commission) * unit });

const sum = (status: Status, measures: Partial<StatusSum>): StatusSum =>
  statusSum(status, (measure) => measures[measure] ?? 0n);

/** A row that takes back so much from another one. */
const correction = (status: Status, commission: number, sale = commission * 10): StatusSum => {
  const [taken, takenSale] = [BigInt(-commission) * unit, BigInt(-sale) * unit];
  return sum(status, {
    corrections: 1n,
    sale: takenSale,
    commission: taken,
    correctedSale: takenSale,
    correctedCommission: taken,
  });
};

describe('figures', () => {
  it('counts what is pending, approved, locked or paid; reversed and unknown are no conversions', () => {
    const result = figures(
      [row('pending', 1), row('approved', 2), row('locked', 7), row('paid', 3), row('reversed', 4), row('unknown', 5)],
      null,
    );
    expect(result.conversions).toBe(4n);
    expect(result.reversed).toBe(1n);
    expect(result.commission).toBe(13n * unit);
    expect(result.revenue).toBe(130n * unit);
    expect(result.reversalRate).toBe(0.2);
  });

  it('divides by clicks: what is validated, and what is tracked', () => {
    const result = figures([row('pending', 10), row('approved', 30)], 100n);
    expect(result.epc).toBe(300_000n);
    expect(result.trackedEpc).toBe(400_000n);
  });

  it('gives nothing, not 0, where the denominator is missing', () => {
    expect(figures([row('approved', 1)], null)).toMatchObject({ epc: null, trackedEpc: null });
    expect(figures([row('approved', 1)], 0n).epc).toBeNull();
    expect(figures([row('reversed', 4)], null)).toMatchObject({ conversions: 0n, aov: null, reversalRate: 1 });
    expect(figures([], null)).toMatchObject({ aov: null, reversalRate: null, revenue: 0n });
    expect(figures([row('unknown', 1)], null).reversalRate).toBeNull();
  });

  it('averages sales over conversions', () => {
    const result = figures([row('approved', 2), row('approved', 3)], null);
    expect(result.revenue).toBe(50n * unit);
    expect(result.aov).toBe(25n * unit);
  });

  it('takes corrections off the amounts and counts them as reversed, not as conversions', () => {
    const result = figures([row('locked', 10), row('approved', 6), correction('approved', 4)], null);
    expect(result).toMatchObject({ conversions: 2n, reversed: 1n, rated: 2n, reversalRate: 0.5 });
    expect(result).toMatchObject({ revenue: 120n * unit, commission: 12n * unit, aov: 60n * unit });
    expect(result).toMatchObject({ reversedSale: 40n * unit, reversedCommission: 4n * unit });
    const both = figures([row('locked', 10), row('reversed', 5), correction('locked', 10)], null);
    expect(both).toMatchObject({ conversions: 1n, reversed: 2n, rated: 2n, reversalRate: 1, revenue: 0n, aov: 0n });
    expect(both).toMatchObject({ reversedSale: 150n * unit, reversedCommission: 15n * unit });
  });

  it('leaves out corrections that were reversed themselves, and those of an unknown status', () => {
    const result = figures([row('approved', 6), correction('reversed', 4), correction('unknown', 1)], null);
    expect(result).toMatchObject({ conversions: 1n, reversed: 0n, revenue: 60n * unit, commission: 6n * unit });
  });

  it('rounds half away from zero, to the micro, below zero too', () => {
    const sums = (sale: bigint, transactions: bigint): StatusSum[] => [sum('approved', { transactions, sale })];
    expect(figures(sums(10n, 4n), null).aov).toBe(3n);
    expect(figures(sums(-10n, 4n), null).aov).toBe(-3n);
    expect(figures(sums(10n, 3n), null).aov).toBe(3n);
  });
});

describe('addSums', () => {
  it('adds status by status and keeps what does not meet', () => {
    expect(addSums([row('approved', 2), row('pending', 1), row('approved', 3)])).toEqual([
      row('pending', 1),
      sum('approved', { transactions: 2n, sale: 50n * unit, commission: 5n * unit }),
    ]);
  });
});

describe('change', () => {
  it.each([
    [120n, 100n, 0.2],
    [80n, 100n, -0.2],
    [0n, 100n, -1],
    [-50n, -100n, 0.5],
    [0.03, 0.02, 0.5],
  ])('%s after %s is %s', (now, before, expected) => {
    expect(change(now, before)).toBeCloseTo(expected, 12);
  });

  it('is nothing without something to compare with', () => {
    expect(change(5n, 0n)).toBeNull();
    expect(change(5n, null)).toBeNull();
    expect(change(null, 5n)).toBeNull();
  });
});
