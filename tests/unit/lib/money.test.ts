import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microsToDecimal, minorDigits, roundToMinor } from '#shared/lib/money.ts';

describe('money', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['not a code', 2],
  ])('%s has %i digits', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each([
    [1_004_999n, 'USD', 1_000_000n],
    [1_005_000n, 'USD', 1_010_000n],
    [-1_005_000n, 'USD', -1_010_000n],
    [1_500_000n, 'JPY', 2_000_000n],
    [-1_499_999n, 'JPY', -1_000_000n],
    [7_781_000n, 'KWD', 7_781_000n],
  ])('%i micros of %s round to %i', (micros, currency, rounded) => {
    expect(roundToMinor(micros, currency)).toBe(rounded);
  });

  it('writes decimals exactly', () => {
    expect(microsToDecimal(1_000_100)).toBe('1.0001');
    expect(microsToDecimal(5_000_000n)).toBe('5.00');
    expect(microsToDecimal(-1n)).toBe('-0.000001');
    expect(microsToDecimal(3_000_000n, 0)).toBe('3');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (micros) => {
        expect(new Big(microsToDecimal(micros)).times(1_000_000).toFixed(0)).toBe(micros.toString());
      }),
    );
  });

  it('rounds as decimal arithmetic does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (micros, currency) => {
          const expected = new Big(micros.toString()).div(1_000_000).round(minorDigits(currency), Big.roundHalfUp);
          expect(new Big(microsToDecimal(roundToMinor(micros, currency))).eq(expected)).toBe(true);
        },
      ),
    );
  });
});
