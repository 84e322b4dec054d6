import { describe, expect, it } from 'vitest';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { lookAt, readFile } from '../read.ts';

const csv = (...rows: readonly Readonly<Record<string, string>>[]): string => {
  const names = Object.keys(rows[0] ?? {});
  return (
    [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((row) => row.join(',')).join('\n') + '\n'
  );
};
const readOne = (row: Readonly<Record<string, string>>) => readFile(csv(row)).rows[0];

const EVERFLOW = {
  conversion_id: 'a1',
  conversion_unix_timestamp: '1780300800',
  network_affiliate_id: '1007',
  offer_name: 'Pawsome',
  status: 'approved',
  payout: '5.5',
  revenue: '6',
  sale_amount: '110',
  currency_id: 'USD',
  is_scrub: 'false',
};

describe('Everflow conversions', () => {
  it.each(['1780300800', '2026-06-01 08:00:00', '2026-06-01T10:00:00+02:00'])('reads the time %s', (time) => {
    expect(readOne({ ...EVERFLOW, conversion_unix_timestamp: time })?.eventTime).toBe(
      momentOfInstant(Date.UTC(2026, 5, 1, 8)),
    );
  });

  it.each([
    ['true', 'reversed'],
    ['1', 'reversed'],
    ['false', 'approved'],
    ['0', 'approved'],
    ['', 'approved'],
  ])('is_scrub %j makes an approved conversion %s', (is_scrub, status) => {
    expect(readOne({ ...EVERFLOW, is_scrub })).toMatchObject({ status, sourceStatus: 'approved' });
  });

  it('takes the revenue for the sale where there is no sale amount', () => {
    const { sale_amount: _, ...without } = EVERFLOW;
    expect(readOne(without)?.sale).toBe(6_000_000);
  });
});

const DUB = {
  ID: 'cm_1',
  Earnings: '$5.50',
  Currency: 'usd',
  Status: 'processed',
  'Created at': '2026-06-01T08:00:00.000Z',
};

describe('Dub commissions', () => {
  it('knows the partner by e-mail where the id was not chosen', () => {
    expect(readOne({ ...DUB, 'Invoice ID': 'in_1', 'Partner email': 'anna@happytails.example' })).toMatchObject({
      partnerId: 'anna@happytails.example',
      status: 'approved',
      currency: 'USD',
      commission: 5_500_000,
    });
  });

  it('asks for the partner where the file does not say', () => {
    expect(lookAt(csv({ ...DUB, 'Invoice ID': 'in_1' })).recognition.questions).toEqual(['program', 'partner']);
  });

  it.each(['refunded', 'duplicate', 'fraud', 'canceled'])('%s is reversed, under its own word', (Status) => {
    expect(readOne({ ...DUB, Status, 'Partner ID': 'pn_1' })).toMatchObject({
      status: 'reversed',
      sourceStatus: Status,
    });
  });
});

const REWARD = {
  key: 'rwd_1',
  created_at: '1780300800000',
  status: 'approved',
  amount: '550',
  currency: 'USD',
  transaction_amount: '5499',
  partner_key: 'annab4',
};

describe('PartnerStack rewards', () => {
  it('reads whole amounts as cents, and times in milliseconds', () => {
    expect(readOne(REWARD)).toMatchObject({
      commission: 5_500_000,
      sale: 54_990_000,
      eventTime: momentOfInstant(Date.UTC(2026, 5, 1, 8)),
    });
  });

  it('reads a column that has decimals in whole units, all of it', () => {
    const { rows } = readFile(csv({ ...REWARD, amount: '5.50' }, { ...REWARD, key: 'rwd_2', amount: '7' }));
    expect(rows.map(({ commission, sale }) => [commission, sale])).toEqual([
      [5_500_000, 54_990_000],
      [7_000_000, 54_990_000],
    ]);
  });
});

const COMMISSION = {
  id: '39e68c88',
  created_at: '2026-06-01T09:00:00.000Z',
  amount: '1650',
  currency: 'USD',
  state: 'due',
  due_at: '2026-07-01T09:00:00.000Z',
  paid_at: '',
  affiliate_email: 'anna@happytails.example',
  sale_amount_cents: '5499',
};

describe('Rewardful commissions', () => {
  it.each([
    ['pending', 'pending'],
    ['due', 'approved'],
    ['paid', 'paid'],
    ['voided', 'reversed'],
  ])('%s is %s', (state, status) => {
    expect(readOne({ ...COMMISSION, state })).toMatchObject({ status, commission: 16_500_000, sale: 54_990_000 });
  });
});

const CONVERSION = {
  'Conversion ID': '880001',
  'Order ID': '#1001',
  'Affiliate ID': '5501',
  Created: '2026-06-01',
  Status: 'Approved',
  Currency: 'USD',
  'Order Total': '54.99',
  Commission: '5.50',
  'Paid Date': '',
};

describe('Refersion conversions', () => {
  it.each([
    ['Approved', '2026-06-20', 'paid'],
    ['Approved', '', 'approved'],
    ['Unqualified', '', 'reversed'],
    ['Denied', '', 'reversed'],
  ])('%s with a payment date of %j is %s', (Status, paid, status) => {
    expect(readOne({ ...CONVERSION, Status, 'Paid Date': paid })).toMatchObject({ status, sourceStatus: Status });
  });
});

const REFERRAL = {
  'Affiliate ID': '7',
  Email: 'pat@dealpaws.example',
  Name: 'Pat',
  'Payment Email': 'money@dealpaws.example',
  Amount: '20.00',
  Currency: 'USD',
  Description: 'Bonus',
  Reference: '',
  Context: '',
  Status: 'unpaid',
  Date: '2026-06-05 00:00:00',
};

describe('AffiliateWP referrals', () => {
  it('keeps two referrals that are alike, and knows one by what paying leaves as it is', () => {
    const { rows } = readFile(csv(REFERRAL, REFERRAL));
    expect(rows.map(({ transactionId }) => transactionId)).toEqual([
      '7 ·  ·  · 2026-06-05 00:00:00',
      '7 ·  ·  · 2026-06-05 00:00:00 #2',
    ]);
    expect(rows[0]).toMatchObject({ status: 'approved', sourceStatus: 'unpaid', partnerEmail: 'pat@dealpaws.example' });
    const paid = readOne({ ...REFERRAL, Status: 'paid', Amount: '18.00' });
    expect(paid).toMatchObject({ transactionId: rows[0]?.transactionId, status: 'paid', commission: 18_000_000 });
  });
});
