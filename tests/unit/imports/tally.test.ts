import { describe, expect, it } from 'vitest';
import { createTally } from '#shared/domain/imports/tally.ts';
import { makeSales, partnerizeRows, toText } from '#tests/support/make-exports.ts';
import { readFile } from './read.ts';

describe('createTally', () => {
  it('adds up by currency and status, exactly, and counts repeated keys', () => {
    const header = 'network,program,transactionId,partnerId,eventTime,status,currency,sale,commission';
    const row = (id: string, status: string, currency: string, sale: string): string =>
      `N,P,${id},1,2026-01-01,${status},${currency},${sale},0.000001`;
    const { batches } = readFile(
      [
        header,
        row('1', 'paid', 'USD', '9007199254.740991'),
        row('2', 'paid', 'USD', '9007199254.740991'),
        row('3', 'paid', 'USD', ''),
        row('4', 'paid', 'USD', '0.000001'),
        row('1', 'pending', 'EUR', '-5'),
        row('1', 'paid', 'USD', 'x'),
        row('1', 'odd', 'EUR', '1'),
      ].join('\n'),
    );
    const tally = createTally();
    batches.forEach((batch) => tally.add(batch));
    expect(tally.totals()).toEqual([
      { currency: 'EUR', status: 'pending', count: 1, saleMicros: -5_000_000n, commissionMicros: 1n },
      { currency: 'EUR', status: 'unknown', count: 1, saleMicros: 1_000_000n, commissionMicros: 1n },
      { currency: 'USD', status: 'paid', count: 4, saleMicros: 18_014_398_509_481_983n, commissionMicros: 4n },
    ]);
    expect([tally.accepted, tally.rejected, tally.repeatedKeys]).toEqual([6, 1, 2]);
  });

  it('agrees with adding one by one', () => {
    const { batches, rows } = readFile(toText(partnerizeRows(makeSales({ rows: 500, seed: 8 }))));
    const tally = createTally();
    batches.forEach((batch) => tally.add(batch));
    for (const { currency, status, count, saleMicros, commissionMicros } of tally.totals()) {
      const of = rows.filter((each) => each.currency === currency && each.status === status);
      expect(count).toBe(of.length);
      expect(saleMicros).toBe(of.reduce((sum, { sale }) => sum + BigInt(sale), 0n));
      expect(commissionMicros).toBe(of.reduce((sum, { commission }) => sum + BigInt(commission), 0n));
    }
    expect(tally.totals().reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(tally.repeatedKeys).toBe(0);
  });
});
