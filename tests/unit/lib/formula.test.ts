import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '#shared/lib/formula.ts';

describe('formula guard', () => {
  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '"=1', '＝1', '\r1', "'\t"])(
    'guards %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['Paws & Co', "'quoted'", '1-2', '', 'a=b'])('leaves %j', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  it('is taken back exactly, whatever the text', () => {
    const risky = fc.string({ unit: fc.constantFrom('=', "'", '"', ' ', '-', 'a', '＠', '\t'), maxLength: 6 });
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
