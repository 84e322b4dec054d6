import { describe, expect, it } from 'vitest';
import { momentOfDay } from '#shared/lib/moment.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { lookAt, readFile } from '../read.ts';

describe('Clicks by affiliate', () => {
  const SUMMARY = 'Affiliate,Clicks,Conversions,Revenue,Conversion Rate\nanna,"1,204",31,1530.20,2.57\n';

  it('puts a report without days on the day that was asked, and keeps the next one beside it', () => {
    expect(lookAt(SUMMARY).recognition.questions).toEqual(['program', 'day']);
    const [june] = readFile(SUMMARY, { day: '2026-06-30' as Day }).rows;
    const [july] = readFile(SUMMARY, { day: '2026-07-31' as Day }).rows;
    expect(june).toMatchObject({ quantity: 1204, eventTime: momentOfDay(dayToNumber('2026-06-30' as Day)) });
    expect(june?.sale).toBeNaN();
    expect(july?.transactionId).not.toBe(june?.transactionId);
  });

  it('adds up the rows of one affiliate and day', () => {
    const { rows, recognition } = readFile(
      'Date,Affiliate ID,Affiliate Name,Device,Clicks\n2026-06-01,7,Anna,Mobile,10\n2026-06-01,7,Anna,Desktop,5\n2026-06-02,7,Anna,Mobile,1\n',
    );
    expect(recognition).toMatchObject({ profileId: 'clicks-by-affiliate', questions: ['program'] });
    expect(rows.map(({ quantity }) => quantity)).toEqual([15, 1]);
  });
});

describe('Single clicks', () => {
  it.each([
    'Click ID,Affiliate,Campaign,Date',
    'click_id,publisher_id,offer_name,click_time',
    'Timestamp,Partner,Click ID',
  ])('are known by %s', (header) => {
    const cells = header.split(',').map((name) => (/time|date/i.test(name) ? '2026-06-01 10:00:00' : 'x'));
    const { rows, recognition } = readFile(`${header}\n${cells.join(',')}\n`);
    expect(recognition).toMatchObject({ profileId: 'clicks', kind: 'clicks' });
    expect(rows).toMatchObject([{ transactionId: 'x', partnerId: 'x', status: 'approved' }]);
  });

  it('are not what a conversion report has beside its amounts', () => {
    expect(lookAt('Click ID,Affiliate,Date,Payout\n1,2,2026-06-01,3.00\n').recognition.profileId).toBe('');
  });
});

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at';
const first = (status: string, cancelled = ''): string =>
  `#1001,a@example.com,${status},,USD,95.49,101.46,PAWS10,2026-06-01 09:59:00 -0500,1,Food,54.99,FOOD,${cancelled}`;
const MORE = '#1001,a@example.com,,,,,,,2026-06-01 09:59:00 -0500,2,Bowl,14.50,BOWL,';

describe('Shopify orders', () => {
  it.each([
    ['paid', 'paid'],
    ['partially_refunded', 'paid'],
    ['authorized', 'pending'],
    ['refunded', 'reversed'],
    ['voided', 'reversed'],
    ['on_a_whim', 'unknown'],
  ])('an order that is %s is %s with all of its lines, and its totals count once', (word, status) => {
    const { rows, merged, issues } = readFile(`${SHOPIFY}\n${first(word)}\n${MORE}\n${MORE}\n`);
    expect({ merged, issues }).toEqual({ merged: 2, issues: [] });
    expect(rows).toMatchObject([
      {
        transactionId: '#1001',
        orderId: '#1001',
        status,
        sourceStatus: word,
        sale: 95_490_000,
        currency: 'USD',
        couponCode: 'PAWS10',
        quantity: 5,
        sku: 'FOOD, BOWL',
      },
    ]);
  });

  it('takes a cancelled order for reversed, whatever was paid', () => {
    const { rows } = readFile(`${SHOPIFY}\n${first('paid', '2026-06-02 08:00:00 -0500')}\n${MORE}\n`);
    expect(rows).toMatchObject([{ status: 'reversed', sourceStatus: 'paid', sale: 95_490_000 }]);
  });
});

describe('WooCommerce orders', () => {
  it.each([
    ['completed', 'paid'],
    ['wc-processing', 'paid'],
    ['wc-refunded', 'reversed'],
    ['checkout-draft', 'pending'],
  ])('%s is %s', (word, status) => {
    const file = `Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales\n2026-06-01,4811,${word},Jo,new,1× Food,1,,54.99\n`;
    expect(readFile(file).rows).toMatchObject([
      { status, sourceStatus: word, customerStatus: 'new', sale: 54_990_000 },
    ]);
  });
});

describe('Other shops’ orders', () => {
  it('are known by what such columns are called', () => {
    const { rows, recognition } = readFile(
      'order_number;created_at;subtotal;total;currency\n000123;2026-06-01;10,50;12,50;EUR\n',
    );
    expect(recognition).toMatchObject({ profileId: 'shop-orders', kind: 'orders', questions: ['program'] });
    expect(rows).toMatchObject([{ transactionId: '000123', orderId: '000123', sale: 10_500_000, currency: 'EUR' }]);
  });

  it.each(['Affiliate Email', 'Commission', 'Partner ID', 'Publisher'])('are not what has a column %s', (column) => {
    const { recognition } = lookAt(`Order ID,Date,Total,${column}\n1,2026-06-01,10.00,x\n`);
    expect(recognition.profileId).not.toBe('shop-orders');
  });
});
