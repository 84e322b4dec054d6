import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/lib/day.ts';
import { fixtures } from '#tests/unit/imports/profiles/exports.ts';
import { AS_OF, bytesOf } from '#tests/unit/imports/read.ts';
import { FileLedger, type Given } from './take-file.ts';

const exportOf = (name: string): Uint8Array => {
  const fixture = fixtures().find((each) => each.name === name);
  if (!fixture) throw new Error(`There is no ${name}.`);
  return fixture.export;
};

/** Impact's two listings of the same three actions: as a whole, and a line for each item. */
const IMPACT_HEADER = 'Referral_Date,Action_Date,Adj_Date,Action_Id,OID,Customer_Status,Status,Media_Partner,mp_id';
const ACTIONS = [
  '2026-05-01T06:00:00-07:00,2026-05-01T10:00:00-07:00,2026-05-02T00:00:00-07:00,9200.4321.1,PAWS-1,NEW,PENDING,Happy Tails Blog,310000',
  '2026-05-02T06:00:00-07:00,2026-05-02T10:00:00-07:00,2026-05-20T08:00:00-07:00,9201.4321.2,PAWS-2,NEW,APPROVED,Pet Parent Perks,310006',
  '2026-05-03T06:00:00-07:00,2026-05-03T10:00:00-07:00,2026-05-22T08:00:00-07:00,9202.4321.3,PAWS-3,NEW,REVERSED,Feathered Friends,310011',
] as const;
const listing = (header: string, rows: readonly (readonly [0 | 1 | 2, string])[]): Uint8Array =>
  bytesOf([`${IMPACT_HEADER},${header}`, ...rows.map(([action, rest]) => `${ACTIONS[action]},${rest}`), ''].join('\n'));

const WHOLE = listing('Sale_Amount,Payout,Client_Cost', [
  [0, '57.47,4.5976,5.0574'],
  [1, '89.00,7.12,7.832'],
  [2, '22.00,1.76,1.936'],
]);
const BY_ITEM = listing('SKU,Item_Name,Quantity,Sale_Amount,Payout,Client_Cost', [
  [0, 'DOG-CHEW-3,"Dental chews, 3 pack",3,29.97,2.3976,2.6374'],
  [0, 'CAT-LITTER,Cat litter 10 l,1,18.50,1.48,1.628'],
  [0, 'BOWL-S,"Bowl, small",2,9.00,0.72,0.792'],
  [1, 'DOG-BED-L,"Dog bed ""Cloud"", large",1,89.00,7.12,7.832'],
  [2, 'BIRD-MIX,Seed mix,4,22.00,1.76,1.936'],
]);

/** Partnerize's order of which an item was rejected: the items alone say how much is left of it. */
const PARTLY_REJECTED = '111111l3919680';

const PAIRS: readonly (readonly [string, Uint8Array, Uint8Array, number, Given['answers']])[] = [
  ['Partnerize: conversions and their items', exportOf('partnerize-conversions'), exportOf('partnerize-items'), 7, {}],
  ['Impact: actions and their items', WHOLE, BY_ITEM, 3, { program: 'Pawsome Pets', currency: 'USD' }],
];

describe.each(PAIRS)('%s', (_, whole, byItem, orders, answers) => {
  const given = (bytes: Uint8Array, after: number): Given => ({ bytes, answers, modified: AS_OF + after * DAY_MS });
  /** Either may come first, and either may be the newer one. */
  const ledgers = [
    [given(whole, 0), given(byItem, 1)],
    [given(byItem, 0), given(whole, 1)],
    [given(whole, 1), given(byItem, 0)],
    [given(byItem, 1), given(whole, 0)],
  ].map((files) => {
    const ledger = new FileLedger();
    files.forEach((file, at) => ledger.import(at + 1, file));
    return ledger;
  });

  it('is each order once, whichever comes first and whichever is newer', () => {
    for (const ledger of ledgers) {
      const rows = ledger.live('transactions');
      expect(rows).toHaveLength(orders);
      expect(new Set(rows.map(({ transaction }) => transaction.transactionId)).size).toBe(orders);
    }
  });

  it('comes to the same amounts', () => {
    const amounts = (ledger: FileLedger): unknown =>
      ledger
        .live('transactions')
        .map(({ transaction }) => transaction)
        .filter(({ transactionId }) => transactionId !== PARTLY_REJECTED)
        .map(({ transactionId, currency, sale, commission }) => [transactionId, currency, sale, commission]);
    const alone = new FileLedger();
    alone.import(1, given(whole, 0));
    for (const ledger of ledgers) expect(amounts(ledger)).toEqual(amounts(alone));
  });

  it('is, after one is taken back, what the other says', () => {
    for (const gone of [1, 2]) {
      const both = new FileLedger();
      const left = new FileLedger();
      [given(whole, 0), given(byItem, 1)].forEach((file, at) => {
        both.import(at + 1, file);
        if (at + 1 !== gone) left.import(at + 1, file);
      });
      both.undo(gone);
      expect(both.seen()).toEqual(left.seen());
    }
  });
});
