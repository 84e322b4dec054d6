import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountProblem, NOT_AN_AMOUNT, parseAmount } from '#shared/domain/imports/amount.ts';

describe('parseAmount', () => {
  it.each([
    ['0', 0],
    ['12', 12_000_000],
    ['12.5', 12_500_000],
    ['1.0001', 1_000_100],
    ['.5', 500_000],
    ['5.', 5_000_000],
    ['0012.30', 12_300_000],
    ['0.000001', 1],
    ['-0.00', 0],
    ['-3.25', -3_250_000],
    ['3.25-', -3_250_000],
    ['(12.34)', -12_340_000],
    ['($1,234.50)', -1_234_500_000],
    ['−7', -7_000_000],
    ['+7', 7_000_000],
    ['$12.50', 12_500_000],
    ['-$12.50', -12_500_000],
    ['$-12.50', -12_500_000],
    ['US$12.50', 12_500_000],
    ['€ 9.99', 9_990_000],
    ['9.99 €', 9_990_000],
    ['USD 9.99', 9_990_000],
    ['9.99 GBP', 9_990_000],
    ['1,234.56', 1_234_560_000],
    ['12,345,678', 12_345_678_000_000],
    [' 4.20 ', 4_200_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('%s', (cell, micros) => {
    expect(parseAmount(cell)).toBe(micros);
  });

  it.each(['', ' ', 'n/a', 'N/A', 'NO DATA', 'null', '-', ' - '])('%j is empty', (cell) => {
    expect(parseAmount(cell)).toBeNaN();
  });

  it.each([
    ['twelve', 'not-an-amount'],
    ['1,5', 'not-an-amount'],
    ['1.234,56', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['1e5', 'scientific'],
    ['--5', 'not-an-amount'],
    ['.', 'not-an-amount'],
    ['$', 'not-an-amount'],
    ['()', 'not-an-amount'],
    ['0x10', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['1'.repeat(100), 'not-an-amount'],
    ['1.0000001', 'too-many-decimals'],
    ['9007199254.740992', 'amount-too-large'],
    ['12345678901234567890', 'amount-too-large'],
  ])('%s is refused', (cell, code) => {
    expect(parseAmount(cell)).toBe(NOT_AN_AMOUNT);
    expect(amountProblem(cell)).toBe(code);
  });

  it('agrees with exact decimal arithmetic', () => {
    const amounts = fc.tuple(
      fc.boolean(),
      fc.bigInt({ min: 0n, max: 99_999_999_999n }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(amounts, ([negative, whole, fraction]) => {
        const text = `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
        const exact = new Big(text).times(1_000_000);
        const keeps = fraction.replace(/0+$/, '').length <= 6 && exact.abs().lte(Number.MAX_SAFE_INTEGER);
        const micros = parseAmount(text);
        if (keeps) expect(new Big(micros).eq(exact)).toBe(true);
        else expect(micros).toBe(NOT_AN_AMOUNT);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers every text with a safe integer, empty or refused', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-()$€+ eE') }));
    fc.assert(
      fc.property(texts, (text) => {
        const micros = parseAmount(text);
        expect(Number.isNaN(micros) || micros === NOT_AN_AMOUNT || Number.isSafeInteger(micros)).toBe(true);
        expect(Object.is(micros, -0)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
