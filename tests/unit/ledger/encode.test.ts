import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockOf,
  bytesOf,
  numberAt,
  readNumbers,
  textAt,
  transactionAt,
  type Columns,
} from '#shared/domain/ledger/columns.ts';
import { BLOCK_ROWS, type DraftBlock } from '#shared/domain/ledger/draft.ts';
import { Encoder, encodeDraft, encodeNumbers } from '#shared/domain/ledger/encode.ts';
import { draftsOf, fileRows, transaction } from './arbitrary.ts';

const numbers = (values: number[]) => encodeNumbers(Float64Array.from(values), values.length);

describe('number columns', () => {
  it.each([
    ['nothing at all is no column', [Number.NaN, Number.NaN], null],
    ['one value throughout needs no codes', [7, 7, 7], { base: 7, step: 0, codes: null }],
    [
      'a ladder of thousands in bytes',
      [3000, 1000, Number.NaN],
      { base: 1000, step: 2000, codes: Uint8Array.of(2, 1, 0) },
    ],
    ['a common divisor found late', [0, 40, 100, 30], { base: 0, step: 10, codes: Uint8Array.of(1, 5, 11, 4) }],
    ['254 steps in bytes', [0, 1, 254], { base: 0, step: 1, codes: Uint8Array.of(1, 2, 255) }],
    ['255 steps in two bytes', [0, 1, 255], { base: 0, step: 1, codes: Uint16Array.of(1, 2, 256) }],
    ['65,535 steps in four', [0, 1, 65_535], { base: 0, step: 1, codes: Uint32Array.of(1, 2, 65_536) }],
    ['more than four bytes hold as they are', [0, 1, 2 ** 32], { values: Float64Array.of(0, 1, 2 ** 32) }],
    ['fractions as they are', [0.5, 1], { values: Float64Array.of(0.5, 1) }],
    [
      'a range beyond the safe integers as it is',
      [-(2 ** 53 - 1), 2 ** 53 - 1],
      { values: Float64Array.of(-(2 ** 53 - 1), 2 ** 53 - 1) },
    ],
    ['minus nothing is nothing', [-0, 0], { base: 0, step: 0, codes: null }],
  ])('%s', (_, values, column) => {
    expect(numbers(values)).toEqual(column);
  });

  it('give back what went in', () => {
    const value = fc.oneof(
      fc.constant(Number.NaN),
      fc.maxSafeInteger(),
      fc.integer({ min: -1000, max: 1000 }).map((n) => n * 12_500),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const kinds = fc.oneof(fc.array(value, { minLength: 1 }), fc.array(fc.maxSafeInteger(), { minLength: 1 }));
    fc.assert(
      fc.property(kinds, (values) => {
        const rows = values.length;
        const columns: Columns = { text: {}, numbers: {} };
        const column = numbers(values);
        const view = blockOf(column ? { ...columns, numbers: { sale: column } } : columns, rows).numbers.sale;
        // A zero is a zero, whatever its sign: steps from a base lose it, plain values keep it.
        const unsigned = (numbers: readonly number[]): number[] => numbers.map((v) => v + 0);
        const wanted = unsigned(values);
        expect(unsigned(values.map((_, row) => numberAt(view, row)))).toEqual(wanted);
        expect(unsigned([...readNumbers(view, rows, new Float64Array(rows))])).toEqual(wanted);
      }),
    );
  });
});

describe('blocks', () => {
  it('give back every row, whatever the encoder met before', () => {
    fc.assert(
      fc.property(fc.array(fileRows, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (files, size) => {
        const encoder = new Encoder();
        for (const rows of files) {
          const blocks = draftsOf(rows, size).map((draft) =>
            blockOf(structuredClone(encoder.encode(draft)), draft.rows),
          );
          expect(
            blocks.flatMap((block) => Array.from({ length: block.rows }, (_, r) => transactionAt(block, r))),
          ).toEqual(rows);
        }
      }),
    );
  });

  it('are the same in parts and at once', () => {
    fc.assert(
      fc.property(fc.array(fileRows, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (files, size) => {
        const parts = new Encoder();
        const whole = new Encoder();
        for (const rows of files) {
          for (const part of draftsOf(rows, size)) parts.add(part);
          expect(parts.rows).toBe(rows.length);
          const [draft] = draftsOf(rows, rows.length);
          expect(parts.finish()).toEqual(whole.encode(draft as DraftBlock));
        }
      }),
    );
  });

  it.each([
    ['many values after few', (r: number) => (r < 3_000 ? 'few' : `v${r}`)],
    ['few values after many', (r: number) => (r < 5_000 ? `v${r}` : 'few')],
    ['more values than a short block has a dictionary for', (r: number) => (r < 9_500 ? `v${r % 3_300}` : 'few')],
    ['none, then many', (r: number) => (r < 4_000 ? '' : `v${r}`)],
  ])('hold what they were given in parts: %s', (_, value) => {
    const encoder = new Encoder();
    for (const rows of [9_600, 600, BLOCK_ROWS]) {
      const values = Array.from({ length: rows }, (_row, r) => value(r));
      for (let from = 0; from < rows; from += 500) {
        const part = values.slice(from, from + 500);
        const same = new Set(part).size === 1;
        const text = same ? {} : { sub1: part };
        encoder.add({ rows: part.length, text, constant: same ? { sub1: part[0] ?? '' } : {}, numbers: {} });
      }
      const view = blockOf(encoder.finish(), rows).text.sub1;
      expect(values.map((_value, r) => textAt(view, r))).toEqual(values);
    }
  });

  it('keep few values as a dictionary, many as plain text, one as a constant, none not at all', () => {
    const rows = 1_000;
    const of = (value: (r: number) => string) => Array.from({ length: rows }, (_, r) => value(r));
    const { text } = encodeDraft({
      rows,
      text: {
        country: of((r) => 'abc'.charAt(r % 3)),
        partnerId: of((r) => `p${r % 300}`),
        orderId: of((r) => `o${r}`),
        device: of(() => 'phone'),
        sku: of(() => ''),
      },
      constant: { network: 'awin', program: '' },
      numbers: {},
    });
    expect(text.country).toEqual({
      text: 'abc',
      ends: Uint32Array.of(1, 2, 3),
      codes: Uint8Array.from(
        of((r) => String(r % 3)),
        Number,
      ),
    });
    expect(text.partnerId?.codes).toBeInstanceOf(Uint16Array);
    expect(text.partnerId?.ends.length).toBe(300);
    expect(text.orderId?.codes).toBeNull();
    expect(text.orderId?.ends.length).toBe(rows);
    expect(text.device).toEqual({ text: 'phone', ends: Uint32Array.of(5), codes: null });
    expect(text.network).toEqual({ text: 'awin', ends: Uint32Array.of(4), codes: null });
    expect(text).not.toHaveProperty('sku');
    expect(text).not.toHaveProperty('program');
  });

  it('survive a column whose values change from block to block', () => {
    const encoder = new Encoder();
    for (let block = 0; block < 30; block++) {
      const values = Array.from({ length: BLOCK_ROWS }, (_, r) => `value ${block} ${r % 3_000}`);
      const columns = encoder.encode({ rows: BLOCK_ROWS, text: { sub1: values }, constant: {}, numbers: {} });
      const view = blockOf(columns, BLOCK_ROWS).text.sub1;
      expect(columns.text.sub1?.codes).not.toBeNull();
      for (let r = 0; r < BLOCK_ROWS; r += 777) expect(textAt(view, r)).toBe(values[r]);
    }
  });

  it('say what they take when stored', () => {
    const [draft] = draftsOf(
      [transaction({ transactionId: 'abc', sku: '東京' }), transaction({ transactionId: 'abd' })],
      2,
    );
    const bytes = bytesOf(encodeDraft(draft as NonNullable<typeof draft>));
    expect(bytes).toBeGreaterThan(6 + 4 + 8);
    expect(bytes).toBeLessThan(400);
  });
});
