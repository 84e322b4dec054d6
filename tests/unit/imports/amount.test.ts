import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecimalMark } from '#shared/domain/imports/types.ts';
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
    ['1,23,456', 123_456_000_000],
    ['₹1,23,45,678.50', 12_345_678_500_000],
    ['1 234.56', 1_234_560_000],
    ['1\u00a0234.56', 1_234_560_000],
    ['1\u202f234\u2009567', 1_234_567_000_000],
    ["CHF 1'234.50", 1_234_500_000],
    ['1’234.50', 1_234_500_000],
    ['1_234.50', 1_234_500_000],
    ['1.25000000', 1_250_000],
    ['1234567890.1200000000', 1_234_567_890_120_000],
    ['7.781', 7_781_000],
    ['$12.50 USD', 12_500_000],
    ['-12.50 EUR', -12_500_000],
    ['USD (12.34)', -12_340_000],
    ['$5-', -5_000_000],
    ['- 5', -5_000_000],
    ['R$ 5.00', 5_000_000],
    ['249 kr', 249_000_000],
    ['Rs. 1,00,000', 100_000_000_000],
    ['¥1,500', 1_500_000_000],
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
    ['1.23E+12', 'scientific'],
    ['-1.5e-7', 'scientific'],
    ['12%', 'not-an-amount'],
    ['1,2345', 'not-an-amount'],
    ["1,234'567", 'not-an-amount'],
    ['1 23', 'not-an-amount'],
    ['1234,567.00', 'not-an-amount'],
    ['12 items', 'not-an-amount'],
    ['-(5)', 'not-an-amount'],
    ['5.-', 'not-an-amount'],
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

  it.each([
    ['1234,56', 1_234_560_000],
    ['-1234,5', -1_234_500_000],
    ['1.234,56', 1_234_560_000],
    ['1.234', 1_234_000_000],
    ['12.345.678', 12_345_678_000_000],
    ['0,123', 123_000],
    [',5', 500_000],
    ['1 234,50 €', 1_234_500_000],
    ['1\u202f234,50\u00a0€', 1_234_500_000],
    ['(1.234,56)', -1_234_560_000],
    ['1.234,56-', -1_234_560_000],
    ["1'234,5", 1_234_500_000],
    ['1,2500000000', 1_250_000],
    ['12,50 zł', 12_500_000],
    ['1500', 1_500_000_000],
  ])('with decimal commas %s', (cell, micros) => {
    expect(parseAmount(cell, ',')).toBe(micros);
  });

  it.each([
    ['1.5', 'not-an-amount'],
    ['1,234.56', 'not-an-amount'],
    ['1,23,456', 'not-an-amount'],
    ['5,-', 'not-an-amount'],
    ['1,0000001', 'too-many-decimals'],
    ['1,23E+12', 'scientific'],
  ])('with decimal commas %s is refused', (cell, code) => {
    expect(parseAmount(cell, ',')).toBe(NOT_AN_AMOUNT);
    expect(amountProblem(cell, ',')).toBe(code);
  });

  it.each([
    ['1999', 19_990_000],
    ['-5', -50_000],
    ['1999.5', 19_995_000],
    ['0.0001', 1],
    ['$1,999', 19_990_000],
    ['1.500000', 15_000],
    ['', Number.NaN],
  ])('%s in cents', (cell, micros) => {
    expect(parseAmount(cell, '.', true)).toBe(micros);
  });

  it('keeps only what cents can hold', () => {
    expect(parseAmount('0.00001', '.', true)).toBe(NOT_AN_AMOUNT);
    expect(amountProblem('0.00001', '.', true)).toBe('too-many-decimals');
  });

  it('reads back what any country writes', () => {
    const locales = fc.constantFrom<readonly [DecimalMark, string]>(
      ['.', 'en-US'],
      ['.', 'en-IN'],
      ['.', 'de-CH'],
      ['.', 'ja-JP'],
      ['.', 'es-MX'],
      [',', 'de-DE'],
      [',', 'fr-FR'],
      [',', 'pl-PL'],
      [',', 'sv-SE'],
      [',', 'pt-BR'],
      [',', 'de-AT'],
      [',', 'nl-NL'],
      [',', 'nb-NO'],
    );
    const styles = fc.constantFrom<Intl.NumberFormatOptions>(
      {},
      { style: 'currency' },
      { style: 'currency', currencyDisplay: 'code' },
      { style: 'currency', currencySign: 'accounting' },
      { useGrouping: false },
    );
    const currencies = fc.constantFrom('USD', 'EUR', 'GBP', 'INR', 'SEK', 'PLN', 'BRL', 'CHF', 'CAD');
    const hundredths = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
    fc.assert(
      fc.property(locales, styles, currencies, hundredths, ([decimal, locale], style, currency, value) => {
        const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
        const cell = new Intl.NumberFormat(locale, { ...digits, ...style, currency }).format(value / 100);
        expect([cell, parseAmount(cell, decimal)]).toEqual([cell, value * 10_000]);
      }),
      { numRuns: 3000 },
    );
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
      fc.property(texts, fc.constantFrom('.', ','), fc.boolean(), (text, decimal, cents) => {
        const micros = parseAmount(text, decimal, cents);
        expect(Number.isNaN(micros) || micros === NOT_AN_AMOUNT || Number.isSafeInteger(micros)).toBe(true);
        expect(Object.is(micros, -0)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
