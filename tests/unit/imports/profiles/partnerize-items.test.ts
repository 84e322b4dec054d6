import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { DAY_MS } from '#shared/lib/day.ts';
import { AS_OF, readFile } from '../read.ts';

const fileOf = (report: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/exports/${report}/export.csv`, import.meta.url)));

const HEADER =
  'conversion_id,campaign_title,publisher_id,conversion_date_time,currency,value,publisher_commission,conversion_item_id,item_value,item_commission,item_publisher_commission,item_status,reject_reason,last_update';
const item = (id: number, value: string, status: string, update: string, reason = ''): string =>
  `c1,Pawsome,p1,2026-06-02 10:22:02,GBP,100.00,10.00,i${id},${value},${Number(value) / 8},${Number(value) / 10},${status},${reason},${update}`;
const read = (...items: readonly string[]) => readFile([HEADER, ...items, ''].join('\n')).rows;

describe('Partnerize conversion items', () => {
  it('makes one transaction of a conversion’s items, and counts what the order’s own columns repeat once', () => {
    const rows = read(
      item(1, '60', 'approved', '2026-06-03 00:00:00'),
      item(2, '40', 'approved', '2026-06-05 00:00:00'),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      transactionId: 'c1',
      status: 'approved',
      sale: 100_000_000,
      commission: 10_000_000,
      networkFee: 2_500_000,
    });
  });

  it('leaves a rejected item out of the amounts and keeps its reason', () => {
    const rows = read(
      item(1, '60', 'rejected', '2026-06-09 00:00:00', 'Returned'),
      item(2, '40', 'approved', '2026-06-05 00:00:00'),
    );
    expect(rows).toMatchObject([
      { status: 'approved', sale: 40_000_000, commission: 4_000_000, reasonCode: 'Returned' },
    ]);
  });

  it('is reversed, with its amounts, if all of its items are rejected', () => {
    const rows = read(
      item(1, '60', 'rejected', '2026-06-09 00:00:00', 'Returned'),
      item(2, '40', 'rejected', '2026-06-05 00:00:00'),
    );
    expect(rows).toMatchObject([{ status: 'reversed', sale: 100_000_000, commission: 10_000_000 }]);
  });

  it.each([
    ['items', 'conversions'],
    ['conversions', 'items'],
  ])('counts no order twice when %s come first and then %s', (first, second) => {
    const state = new LedgerState();
    const plan = (sequence: number, report: string, modified: number) => {
      const session = state.beginPlan({ importId: `import-${sequence}`, sequence });
      const { batches } = readFile(fileOf(`partnerize-${report}`), { asOf: modified });
      for (const { draft } of batches) session.add(draft);
      return session;
    };
    const changes = finish(state.applyChanges(plan(1, first, AS_OF)));
    if (!changes.ok) throw new Error(changes.error.code);
    expect(state.install(changes.value).ok).toBe(true);
    // Five of the seven conversions have items in the other file.
    const { counts } = plan(2, second, AS_OF + DAY_MS);
    expect(counts.new).toBe(first === 'items' ? 2 : 0);
  });
});
