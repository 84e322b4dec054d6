import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReader } from '#shared/domain/imports/reader.ts';
import { createBlockCutter, createBlockMapper } from '#shared/domain/imports/text-blocks.ts';
import type { Batch, Settings } from '#shared/domain/imports/types.ts';
import { NUMBER_FIELDS, TEXT_FIELDS } from '#shared/domain/ledger/fields.ts';
import { lookAt, NO_ANSWERS } from './read.ts';

const SETTINGS: Settings = { ...NO_ANSWERS, program: 'P', currency: 'USD' };
const HEADER = 'network,program,transactionId,partnerId,eventTime,status,currency,sale,commission,sku';

/** A cell for the last column: plain, quoted over several lines, with an unclosed quote, or none. */
const cell = fc.constantFrom('x', '"two\nlines"', '"a\r\nb\rc"', '"quoted, comma"', '"never closed', 'é', '');
const row = fc.record({ id: fc.nat(999), sku: cell, bad: fc.boolean() });
interface Spec {
  readonly rows: readonly { readonly id: number; readonly sku: string; readonly bad: boolean }[];
  readonly preamble: number;
  readonly eol: string;
  readonly repeat: number;
}
const file: fc.Arbitrary<Spec> = fc.record({
  rows: fc.array(row, { maxLength: 60 }),
  preamble: fc.nat(3),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  repeat: fc.constantFrom(1, 1, 400),
});

const textOf = ({ rows, preamble, eol, repeat }: Spec): string => {
  const body = rows.map(
    ({ id, sku, bad }) => `N,P,${id},p1,2026-03-01T10:00:00Z,paid,USD,${bad ? 'x' : '1.50'},0.1,${sku}`,
  );
  const lines = [
    ...Array.from({ length: preamble }, () => 'Report'),
    HEADER,
    ...Array.from({ length: repeat }, () => body).flat(),
  ];
  return lines.join(eol) + eol;
};

/** What was read, whatever the batches it came in. */
function flatten(batches: readonly Batch[]): unknown {
  const rows = batches.flatMap(({ draft }) =>
    Array.from({ length: draft.rows }, (_, at) => [
      ...TEXT_FIELDS.map((field) => draft.text[field]?.[at] ?? draft.constant[field] ?? ''),
      ...NUMBER_FIELDS.map((field) => draft.numbers[field]?.[at] ?? Number.NaN),
    ]),
  );
  return {
    rows,
    issues: batches.flatMap(({ issues }) => issues),
    skipped: batches.flatMap(({ skipped }) => skipped),
    rejected: batches.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
  };
}

test('blocks mapped each for itself give what reading in one go gives, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 200_000 }), (spec, chunk) => {
      const bytes = new TextEncoder().encode(textOf(spec));
      const recognition = lookAt(bytes).recognition;
      const reader = createReader(recognition, SETTINGS);
      const cutter = createBlockCutter(recognition.dialect);
      const step = Math.max(chunk, Math.ceil(bytes.length / 500));
      const blocks = [];
      for (let at = 0; at < bytes.length; at += step) blocks.push(...cutter.push(bytes.subarray(at, at + step)));
      blocks.push(...cutter.end());
      const mapper = createBlockMapper(recognition, SETTINGS);
      // Last first: a block knows nothing of the others.
      const mapped = blocks
        .toReversed()
        .map((block) => [...mapper.map(block)])
        .toReversed()
        .flat();
      expect(flatten(mapped)).toEqual(flatten([...reader.push(bytes), ...reader.end()]));
      expect(mapped.every(({ draft }) => draft.rows <= 10_000)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
