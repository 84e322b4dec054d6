import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrdered, needsOrder } from '#shared/domain/imports/merge-lines.ts';
import type { Batch, Identity } from '#shared/domain/imports/types.ts';
import { STATUSES, type Status, type Transaction } from '#shared/domain/ledger/fields.ts';
import { transactionsOf } from './read.ts';

interface Line {
  readonly id: string;
  readonly sale: number;
  readonly commission?: number;
  readonly quantity?: number;
  readonly sku?: string;
  readonly status?: Status;
  readonly reason?: string;
  readonly asOf?: number;
  readonly line?: number;
}

/** Amounts in units. */
function batchOf(lines: readonly Line[]): Batch {
  const money = (of: (line: Line) => number | undefined) =>
    Float64Array.from(lines, (line) => (of(line) ?? Number.NaN) * 1_000_000);
  return {
    draft: {
      rows: lines.length,
      text: {
        transactionId: lines.map(({ id }) => id),
        sku: lines.map(({ sku = '' }) => sku),
        reasonCode: lines.map(({ reason = '' }) => reason),
      },
      constant: { network: 'Partnerize', program: 'Pets' },
      numbers: {
        sale: money(({ sale }) => sale),
        commission: money(({ commission }) => commission),
        quantity: Float64Array.from(lines, ({ quantity = Number.NaN }) => quantity),
        status: Float64Array.from(lines, ({ status = 'approved' }) => STATUSES.indexOf(status)),
        asOf: Float64Array.from(lines, ({ asOf = 2 }) => asOf),
        line: Float64Array.from(lines, ({ line = 0 }) => line),
      },
    },
    mergedRows: 0,
    issues: [],
    rejectedRows: 0,
    skipped: [],
  };
}

const identity = (again: Identity['again']) => ({ identity: { by: 'id', columns: [], again } as const });

function run(again: Identity['again'], batches: readonly (readonly Line[])[]) {
  const ordered = createOrdered(identity(again));
  const out = batches.map((lines) => ordered.take(batchOf(lines)));
  out.push(...ordered.end());
  return {
    rows: out.flatMap(transactionsOf),
    accepted: out.reduce((sum, { draft, mergedRows }) => sum + draft.rows + mergedRows, 0),
  };
}

const find = (rows: readonly Transaction[], id: string) => rows.find((row) => row.transactionId === id);

describe('lines of one order', () => {
  it('become one row with their sums, wherever in the file they stand', () => {
    const { rows, accepted } = run('merge', [
      [
        { id: 'A', sale: 10, commission: 1, quantity: 1, sku: 'leash', line: 2, asOf: 4 },
        { id: 'B', sale: 5, line: 3 },
      ],
      [{ id: 'A', sale: 20.5, commission: 2.05, quantity: 3, sku: 'bowl', line: 9, asOf: 8 }],
    ]);
    expect(accepted).toBe(3);
    expect(rows).toHaveLength(2);
    expect(find(rows, 'A')).toMatchObject({
      sale: 30_500_000,
      commission: 3_050_000,
      quantity: 4,
      sku: 'leash, bowl',
      line: 2,
      asOf: 8,
      status: 'approved',
    });
    expect(JSON.parse(find(rows, 'A')?.extra ?? '')).toEqual({
      lines: [
        { sku: 'leash', quantity: 1, sale: 10, commission: 1, status: 'approved' },
        { sku: 'bowl', quantity: 3, sale: 20.5, commission: 2.05, status: 'approved' },
      ],
    });
    expect(find(rows, 'B')).toMatchObject({ sale: 5_000_000, commission: Number.NaN, extra: '' });
  });

  it.each<[string, readonly [Status, Status], Status, number]>([
    ['a reversed line takes its amount away', ['approved', 'reversed'], 'approved', 10],
    ['all reversed is reversed, with what was reversed', ['reversed', 'reversed'], 'reversed', 30],
    ['the line least far along says where the order stands', ['paid', 'pending'], 'pending', 30],
  ])('%s', (_, [first, second], status, sale) => {
    const { rows } = run('merge', [
      [
        { id: 'A', sale: 10, status: first },
        { id: 'A', sale: 20, status: second, reason: second === 'reversed' ? 'returned' : '' },
      ],
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status, sale: sale * 1_000_000 });
    expect(rows[0]?.reasonCode).toBe(second === 'reversed' ? 'returned' : '');
  });

  it('lose no line and no amount, however the file is cut', () => {
    const line = fc.record({
      id: fc.constantFrom('A', 'B', 'C', 'D'),
      sale: fc.integer({ min: -1000, max: 1000 }),
      status: fc.constantFrom<Status>('approved', 'pending'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 8 }), (batches) => {
        const { rows, accepted } = run('merge', batches);
        const lines = batches.flat();
        expect(accepted).toBe(lines.length);
        expect(rows.map(({ transactionId }) => transactionId)).toEqual([...new Set(lines.map(({ id }) => id))]);
        for (const row of rows) {
          const sum = lines.filter(({ id }) => id === row.transactionId).reduce((total, { sale }) => total + sale, 0);
          expect(row.sale).toBe(sum * 1_000_000);
        }
      }),
    );
  });
});

describe('rows that are alike', () => {
  it('are numbered by occurrence, over the whole file', () => {
    const { rows } = run('occurrence', [
      [
        { id: 'A', sale: 1 },
        { id: 'B', sale: 1 },
        { id: 'A', sale: 1 },
      ],
      [{ id: 'A', sale: 1 }],
    ]);
    expect(rows.map(({ transactionId }) => transactionId)).toEqual(['A', 'B', 'A #2', 'A #3']);
  });

  it('are left to be versions of one another where a source has ids', () => {
    const { rows } = run('version', [[{ id: 'A', sale: 1 }], [{ id: 'A', sale: 2 }]]);
    expect(rows.map(({ transactionId }) => transactionId)).toEqual(['A', 'A']);
    expect(needsOrder(identity('version'))).toBe(false);
    expect(needsOrder(identity('merge'))).toBe(true);
  });
});
