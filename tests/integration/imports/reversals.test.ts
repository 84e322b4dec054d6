import { describe, expect, it } from 'vitest';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { figuresByCurrency } from '#shared/domain/metrics/by-affiliate.ts';
import { fixtures } from '#tests/unit/imports/profiles/exports.ts';
import { bytesOf } from '#tests/unit/imports/read.ts';
import { FileLedger, type Given } from './take-file.ts';

/*
 * Networks write in four ways that a sale was taken back: the same row changes, a row of its own takes back, a flag and a date
 * stand beside the row, or its amounts are lowered. Rows of real exports, before and after.
 */

const ALL = fixtures();

/** The header of an export and those of its rows that hold one of these texts. */
function rowsOf(name: string, file: 'export' | 'later', holding: readonly string[]): string {
  const fixture = ALL.find((each) => each.name === name);
  const bytes = fixture?.[file];
  if (!fixture || !bytes) throw new Error(`There is no ${name}/${file}.`);
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const first = lines.findIndex((line) => line.split(/[,;|]/).length > 6);
  return lines.filter((line, at) => at <= first || holding.some((text) => line.includes(text))).join('\n');
}

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly answers?: Given['answers'];
  /** Day on which the first file was made; the second is of August. */
  readonly made?: string;
  /** Net sale, net commission, conversions, reversed: before and after. */
  readonly figures: readonly [readonly number[], readonly number[]];
  /** Of the row that says so, afterwards. */
  readonly row: Partial<Transaction>;
}

const USD = { program: 'Pawsome Pets', currency: 'USD' };
const impact = (file: 'export' | 'later', ...ids: string[]) => rowsOf('impact-action-listing', file, ids);
const awin = (file: 'export' | 'later', ...ids: string[]) => rowsOf('awin-transactions', file, ids);
const cj = (...ids: string[]) => rowsOf('cj-commissions', 'export', ids);

const CASES: readonly Case[] = [
  {
    name: 'Impact: the same row, its amounts taken to nothing',
    before: impact('export', '9101.4321', '9102.4321'),
    after: impact('later', '9101.4321', '9102.4321'),
    answers: USD,
    figures: [
      [171.02, 13.3464, 2, 0],
      [119.6, 7.176, 1, 1],
    ],
    row: { transactionId: '9102.4321.200003', status: 'reversed', reasonCode: 'ORDER_ERROR', corrects: '', sale: 0 },
  },
  {
    name: 'Awin: the same row, which keeps its amounts',
    before: awin('export', '259630001', '259630003'),
    after: awin('later', '259630001', '259630003'),
    figures: [
      [158.9, 12.71, 2, 0],
      [69.9, 5.59, 1, 1],
    ],
    row: { transactionId: '259630003', status: 'reversed', reasonCode: 'returned goods', sale: 89_000_000 },
  },
  {
    name: 'CJ: rows of their own, one for all of an order and one for a part',
    before: cj('3300000002', '3300000003'),
    after: cj('3300000002', '3300000003', '3300000004', '3300000005'),
    answers: { program: 'Pawsome Pets EU', currency: 'EUR' },
    figures: [
      [165.5, 13.24, 2, 0],
      [35.25, 2.82, 2, 2],
    ],
    row: { transactionId: '3300000004', corrects: 'PAWS-610002', status: 'locked', reasonCode: 'Returned Merchandise' },
  },
  {
    name: 'CJ, amounts in dollars: a row that names the action by its id',
    before: rowsOf('cj-commissions-usd', 'export', ['2292067664']),
    after: rowsOf('cj-commissions-usd', 'export', ['2292067664', '2292070001']),
    figures: [
      [120, 9.6, 1, 0],
      [80, 6.4, 1, 1],
    ],
    row: { transactionId: '2292070001', status: 'locked', reasonCode: 'RETURNED_MERCHANDISE' },
  },
  {
    name: 'Rakuten: negative lines of two orders',
    before: rowsOf('rakuten-signature-orders', 'export', [
      '418002,6/5/26,22:18:44,DOG-LEASH-RED,21',
      'FISH-TANK',
      'FISH-FOOD',
      'FISH-NET,3',
    ]),
    after: rowsOf('rakuten-signature-orders', 'export', ['100418002', '100418115']),
    answers: { partner: 'happytails' },
    figures: [
      [160.4, 12.832, 2, 0],
      [135.4, 10.832, 2, 2],
    ],
    row: { orderId: '100418002', corrects: '100418002', sale: -21_900_000, commission: -1_752_000 },
  },
  {
    name: 'Post Affiliate Pro: a refund beside its sale',
    before: rowsOf('post-affiliate-pro', 'export', ['PAWS-980002;2026-05-02', 'PAWS-980003']),
    after: rowsOf('post-affiliate-pro', 'export', ['PAWS-980002', 'PAWS-980003']),
    answers: { currency: 'USD' },
    figures: [
      [209, 16.72, 2, 0],
      [89, 7.12, 2, 1],
    ],
    row: { orderId: 'PAWS-980002', corrects: 'PAWS-980002', sale: -120_000_000 },
  },
  {
    name: 'ShareASale: voided, with the date of it',
    before: rowsOf('shareasale-activity', 'export', ['210000002', '210000004']),
    after: rowsOf('shareasale-activity', 'later', ['210000002', '210000004']),
    figures: [
      [42.5, 3.4, 2, 0],
      [24.5, 1.96, 1, 1],
    ],
    row: { transactionId: '210000004', status: 'reversed', sale: 18_000_000 },
  },
  {
    name: 'ShareASale, the merchant’s: voided, with the reason',
    before: rowsOf('shareasale-transactions', 'export', ['220000002', '220000004']),
    after: rowsOf('shareasale-transactions', 'later', ['220000002', '220000004']),
    answers: { program: 'Pawsome Pets' },
    figures: [
      [1088.6, 87.09, 2, 0],
      [64.1, 5.13, 1, 1],
    ],
    row: { transactionId: '220000002', status: 'reversed', reasonCode: 'Duplicate order', sale: 1_024_500_000 },
  },
  {
    name: 'ShareASale: a refund after the sale was locked',
    before: rowsOf('shareasale-activity', 'export', ['210000001|']),
    after: rowsOf('shareasale-activity', 'export', ['210000001']),
    figures: [
      [89.99, 7.2, 1, 0],
      [0, 0, 1, 1],
    ],
    row: { transactionId: '210000006', corrects: '210000001', sale: -89_990_000 },
  },
  {
    name: 'Awin: amended, and the first amounts beside it',
    before: awin('export', '259630002').replace('approved,4.00,GBP,50.00,GBP', 'approved,6.40,GBP,80.00,GBP'),
    after: awin('export', '259630002'),
    figures: [
      [80, 6.4, 1, 0],
      [50, 4, 1, 0],
    ],
    row: {
      transactionId: '259630002',
      status: 'approved',
      reasonCode: 'partial return',
      originalSale: 80_000_000,
      originalCommission: 6_400_000,
    },
  },
  {
    name: 'Impact: adjusted to a part, and the first amounts beside it',
    before: impact('export', '9104.4321')
      .replace('"1,200.0700",74.4042,72.0042', '"1,240.0700",74.4042,74.4042')
      .replace('2026-05-11T16:43:32-07:00', 'n/a'),
    after: impact('export', '9104.4321'),
    answers: USD,
    made: '2026-05-08',
    figures: [
      [1240.07, 74.4042, 1, 0],
      [1200.07, 72.0042, 1, 0],
    ],
    row: {
      transactionId: '9104.4321.200005',
      status: 'approved',
      originalSale: 1_240_070_000,
      originalCommission: 74_404_200,
    },
  },
];

function figuresOf(ledger: FileLedger): readonly number[] {
  const [only, ...more] = figuresByCurrency(ledger.sums('transactions'));
  expect(more).toEqual([]);
  if (!only) return [];
  const { revenue, commission, conversions, reversed } = only.figures;
  return [Number(revenue) / 1e6, Number(commission) / 1e6, Number(conversions), Number(reversed)];
}

describe.each(CASES)('$name', ({ before, after, answers = {}, made = '2026-07-01', figures, row }) => {
  const files: readonly Given[] = [
    { bytes: bytesOf(before), answers, modified: Date.parse(made) },
    { bytes: bytesOf(after), answers, modified: Date.parse('2026-08-01') },
  ];
  const [first, second] = files as [Given, Given];

  it('lowers the figures by what was taken back, and keeps the reason', () => {
    const ledger = new FileLedger();
    ledger.import(1, first);
    expect(figuresOf(ledger)).toEqual(figures[0]);
    const { session } = ledger.import(2, second);
    expect(session.counts.repeated + session.counts.older).toBe(0);
    expect(figuresOf(ledger)).toEqual(figures[1]);
    expect(ledger.live('transactions').map(({ transaction }) => transaction)).toContainEqual(
      expect.objectContaining(row) as unknown,
    );
    ledger.undo(2);
    expect(figuresOf(ledger)).toEqual(figures[0]);
  });

  it('comes to the same if the later file is imported first, or alone', () => {
    for (const order of [[2, 1], [2]]) {
      const ledger = new FileLedger();
      order.forEach((which, at) => ledger.import(at + 1, which === 1 ? first : second));
      expect(figuresOf(ledger)).toEqual(figures[1]);
    }
  });
});
