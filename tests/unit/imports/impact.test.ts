import { describe, expect, it } from 'vitest';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { AS_OF, readFile } from './read.ts';

const HEADER =
  'Referral_Date,Action_Date,Adj_Date,locking_date,actual_clearing_date,action_batch_date,Action_Id,OID,Customer_Status,Category,Status,Disposition,original_sale_amount,Sale_Amount,original_payout,Payout,Client_Cost,Promo_Code,Media_Partner,mp_id,SubId1,SubId2,SubId3,Geo_Location,adv_cust_country,Device,Original_Currency,original_currency_sale_amount'.split(
    ',',
  );

const SAMPLE: Readonly<Record<string, string>> = {
  Referral_Date: '2020-09-10T09:42:38-07:00',
  Action_Date: '2020-09-10T10:42:38-07:00',
  Adj_Date: '2020-09-12T08:00:00-07:00',
  locking_date: '2020-10-27T00:00:00-07:00',
  actual_clearing_date: 'n/a',
  action_batch_date: '2020-09-11',
  Action_Id: '9008.4321.120001',
  OID: '000123',
  Customer_Status: 'NEW',
  Category: 'Dog food',
  Status: 'PENDING',
  Disposition: 'n/a',
  original_sale_amount: '110.0000',
  Sale_Amount: '100.0000',
  original_payout: '5.5000',
  Payout: '5.1234',
  Client_Cost: '6.0000',
  Promo_Code: 'PAWS10',
  Media_Partner: 'Happy Tails Blog',
  mp_id: '00310000',
  SubId1: 'a',
  SubId2: 'n/a',
  SubId3: 'c',
  Geo_Location: 'United States',
  adv_cust_country: 'US',
  Device: 'Mobile',
  Original_Currency: 'USD',
  original_currency_sale_amount: '110.0000',
};

const lineOf = (changes: Readonly<Record<string, string>>): string =>
  HEADER.map((name) => changes[name] ?? SAMPLE[name] ?? '')
    .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',');
const text = (changes: Readonly<Record<string, string>> = {}): string => `${HEADER.join(',')}\n${lineOf(changes)}\n`;
const readOne = (changes: Readonly<Record<string, string>>) => readFile(text(changes)).rows[0];
const at = (iso: string): number => momentOfInstant(Date.parse(iso));

describe('Impact Advertiser Action Listing', () => {
  it('reads a row, asks for program and currency', () => {
    const { rows, issues, recognition } = readFile(text());
    expect(recognition).toMatchObject({
      profileId: 'impact-action-listing',
      network: 'Impact',
      questions: ['program', 'currency'],
      defaultZone: 'America/New_York',
    });
    expect(issues).toEqual([]);
    expect(rows[0]).toEqual({
      network: 'Impact',
      program: 'Pawsome Pets',
      transactionId: '9008.4321.120001',
      orderId: '000123',
      partnerId: '00310000',
      partnerName: 'Happy Tails Blog',
      sourceStatus: 'PENDING',
      status: 'pending',
      currency: 'USD',
      originalCurrency: 'USD',
      couponCode: 'PAWS10',
      customerStatus: 'new',
      country: 'US',
      device: 'Mobile',
      sub1: 'a',
      sub2: '',
      sub3: 'c',
      sku: '',
      category: 'Dog food',
      reasonCode: '',
      corrects: '',
      partnerEmail: '',
      partnerSite: '',
      extra: '',
      clickTime: at('2020-09-10T16:42:38Z'),
      eventTime: at('2020-09-10T17:42:38Z'),
      postedTime: Number.NaN,
      lockingTime: at('2020-10-27T07:00:00Z'),
      clearedTime: Number.NaN,
      asOf: at('2020-09-12T15:00:00Z'),
      sale: 100_000_000,
      commission: 5_123_400,
      networkFee: 876_600,
      originalSale: 110_000_000,
      originalCommission: 5_500_000,
      quantity: Number.NaN,
      line: 2,
    });
  });

  it.each([
    ['PENDING', 'pending'],
    ['APPROVED', 'approved'],
    ['LOCKED', 'locked'],
    ['REVERSED', 'reversed'],
    ['PAID', 'paid'],
    ['NA', 'unknown'],
    ['n/a', 'unknown'],
  ])('status %s is %s, and the word is kept', (word, status) => {
    expect(readOne({ Status: word })).toMatchObject({ status, sourceStatus: word });
  });

  it('asks for nothing that the header has', () => {
    const { recognition, rows } = readFile(`${HEADER.join(',')},Campaign,Currency\n${lineOf({})},Cat Castle,CAD\n`);
    expect(recognition.questions).toEqual([]);
    expect(rows[0]).toMatchObject({ program: 'Cat Castle', currency: 'CAD' });
  });

  it('finds its columns by their labels and by the names of the API', () => {
    const labels: Readonly<Record<string, string>> = {
      Action_Id: 'Action ID',
      OID: 'Order Id',
      mp_id: 'Partner Id',
      Media_Partner: 'Partner',
      Action_Date: 'Event Date',
      Status: 'State',
      adv_cust_country: 'Customer Country',
      Disposition: 'Disposition Code',
    };
    const header = HEADER.map((name) => labels[name] ?? name.replaceAll('_', ' '));
    expect(readFile(`${header.join(',')}\n${lineOf({})}\n`).rows).toEqual(readFile(text()).rows);
  });

  it('takes the sale in the customer’s currency for the original where that is another', () => {
    const row = readOne({ Original_Currency: 'GBP', original_currency_sale_amount: '85.5' });
    expect(row).toMatchObject({ originalCurrency: 'GBP', originalSale: 85_500_000 });
    expect(row?.originalCommission).toBeNaN();
  });

  it('dates the row’s state by its own last change, a bare day by its end in the zone, and else by the file', () => {
    expect(readOne({ Adj_Date: '2020-09-12' })?.asOf).toBe(at('2020-09-13T03:59:59.999Z'));
    expect(readOne({ Adj_Date: 'n/a' })?.asOf).toBe(momentOfInstant(AS_OF));
  });

  it('reads times without an offset as New York’s', () => {
    expect(readOne({ Action_Date: '2020-12-10 10:00:00' })?.eventTime).toBe(at('2020-12-10T15:00:00Z'));
    expect(readOne({ Action_Date: 'Sep 10, 2020' })?.eventTime).toBe(Date.UTC(2020, 8, 10) * 2 + 1);
  });

  it('knows leads, which have no sale', () => {
    const row = readOne({ Sale_Amount: 'n/a', original_sale_amount: 'n/a', original_currency_sale_amount: 'n/a' });
    expect(row?.sale).toBeNaN();
    expect(row?.commission).toBe(5_123_400);
  });

  it('has no fee where there is no cost', () => {
    expect(readOne({ Client_Cost: 'n/a' })?.networkFee).toBeNaN();
  });

  it.each([
    ['Action_Id', 'n/a', 'empty'],
    ['mp_id', '', 'empty'],
    ['Action_Date', 'n/a', 'empty'],
    ['Payout', 'n/a', 'empty'],
    ['Sale_Amount', '1,5x', 'not-an-amount'],
    ['Client_Cost', 'free', 'not-an-amount'],
    ['original_currency_sale_amount', '?', 'not-an-amount'],
    ['Adj_Date', 'never', 'not-a-time'],
  ])('rejects the row whose %s is %j', (column, value, code) => {
    const { rows, issues, rejected } = readFile(text({ [column]: value }));
    expect(rows).toEqual([]);
    expect(rejected).toBe(1);
    expect(issues).toEqual([expect.objectContaining({ line: 2, column, value, code, effect: 'rejected' })]);
  });
});
