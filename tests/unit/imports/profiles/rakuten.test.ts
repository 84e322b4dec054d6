import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { lookAt, readFile } from '../read.ts';

// All columns that the reporting tool can put into a report.
const LABELS =
  'Advertiser Name|MID|# of Cancelled Items|# of Clicks|# of Impressions|# of Items|# of Net Items|# of Orders|Adjusted Commission|Average Item Value|Average Order Value|Baseline Commission|Gross Commissions|Gross Sales|Gross Total Commissions|Publisher Encrypted ID|Publisher Group ID|Publisher Group Name|Publisher ID|Publisher Name|Publisher URL|Publishers Per Group|Quantity|Sales|Total Commission|Consumer City|Consumer Country|Consumer Region|Item Coupon Code(s)|Link ID|Link Name|Link Size|Link Type|Offer Group ID|Offer ID|Offer Name|Order Coupon Code(s)|Order ID|Order Status|Process Date|Product Brand|Product Category|Product Name|SKU|Transaction Date|Click IP Address|Customer ID|Customer Score|Landing URL|Referrer URL|Ship-To Country|Transaction ID|Converting Site Name|Customer Status|Member ID (U1)|Process Time|Transaction Time|Click Through Rate (CTR)|Cost Per Action (CPA)|Earnings Per Click (EPC)|Net Items Per Order|Non-Commissionable Items|Non-Commissionable Sales|Non-Commissionable Order ID|Non-Commissionable Reason|Commission Status|Booking Consumed Date|Order Ship Date|Process Day of Week|Process Month|Process Month and Year|Process Month-Day|Process Week Begin Date|Process Week End Date|Process Year|Signature Match Date|Signature Match Time|Transaction Created On Date|Transaction Created On Time|Transaction Day of Week|Transaction Month|Transaction Month and Year|Transaction Month-Day|Transaction Week Begin Date|Transaction Week End Date|Transaction Year|In-Store Address|In-Store City|In-Store Country|In-Store ID|In-Store Name|In-Store State|In-Store Zip Code|Item Discount Amount|Item Profit Margin|Browser|Browser Major Version|Browser Name|Browser Version|Consumer Connection Speed|Device|Mobile Operating System|Currency|Network|Network ID|Order Discount Amount|Orders/Click|Tax Excempt'.split(
    '|',
  );
const PUBLISHER = ['Publisher ID', 'Publisher Encrypted ID', 'Publisher Name'];

/** Any choice of the labels, in any order, with these among them and those not. */
const choice = (withThese: readonly string[], without: readonly string[]) =>
  fc
    .shuffledSubarray(LABELS.filter((label) => !withThese.includes(label) && !without.includes(label)))
    .chain((chosen) => fc.shuffledSubarray([...chosen, ...withThese], { minLength: chosen.length + withThese.length }));

const profileOf = (header: readonly string[]): string =>
  lookAt(`${header.map((name) => `"${name}"`).join(',')}\n${header.map(() => '1').join(',')}\n`).recognition.profileId;

const HEADER =
  'Member ID (U1),MID,Advertiser Name,Order ID,Transaction Date,Transaction Time,SKU,Sales,# of Items,Total Commission,Process Date,Process Time';
const row = (order: string, sales: string, commission: string, processed = '6/2/26,01:05:10'): string =>
  `top,38919,Pawsome Pets,${order},6/1/26,04:12:55,SKU,${sales},1,${commission},${processed}`;
const read = (...rows: readonly string[]) => readFile([HEADER, ...rows, ''].join('\r\n'), { partner: 'p1' });

describe('Rakuten', () => {
  it('has 108 labels', () => {
    expect(new Set(LABELS).size).toBe(108);
  });

  it('knows an advertiser’s report by any choice of columns that shows publishers, orders and commissions', () => {
    fc.assert(
      fc.property(choice(['Publisher ID', 'Order ID', 'Transaction Date', 'Total Commission'], []), (header) => {
        expect(profileOf(header)).toBe('rakuten-advertiser');
      }),
    );
  });

  it('knows a publisher’s own by any choice that shows orders and commissions', () => {
    fc.assert(
      fc.property(choice(['MID', 'Order ID', 'Process Date', 'Gross Commissions'], PUBLISHER), (header) => {
        expect(profileOf(header)).toBe(
          header.includes('Member ID (U1)') ? 'rakuten-signature-orders' : 'rakuten-items',
        );
      }),
    );
  });

  it('reads date and time of day from two columns, month first, GMT', () => {
    const { rows, issues } = read(row('100', '54.99', '4.40'));
    expect(issues).toEqual([]);
    expect(rows[0]).toMatchObject({
      eventTime: momentOfInstant(Date.UTC(2026, 5, 1, 4, 12, 55)),
      postedTime: momentOfInstant(Date.UTC(2026, 5, 2, 1, 5, 10)),
    });
  });

  it('keeps the day where the time of day was not chosen', () => {
    const header = 'Order ID,Advertiser Name,Transaction Date,Sales,Total Commission';
    const { rows } = readFile(`${header}\n100,Pawsome Pets,6/13/26,54.99,4.40\n`);
    expect(rows[0]?.eventTime).toBe(momentOfDay(dayToNumber('2026-06-13' as Day)));
  });

  it('gathers the lines of an order as it was processed, and lets a cancellation name the order', () => {
    const { rows, merged } = read(
      row('100', '54.99', '4.40'),
      row('100', '14.50', '1.16'),
      row('100', '-14.50', '-1.16', '6/20/26,02:30:00'),
    );
    expect(merged).toBe(1);
    expect(rows).toMatchObject([
      { orderId: '100', corrects: '', sale: 69_490_000, commission: 5_560_000 },
      { orderId: '100', corrects: '100', sale: -14_500_000, commission: -1_160_000 },
    ]);
  });

  it.each([
    ['after', [row('100', '54.99', '4.40'), row('100', '-5.00', '-0.40')]],
    ['before', [row('100', '-5.00', '-0.40'), row('100', '54.99', '4.40')]],
  ])('takes a discount in a line %s the others for a part of the order', (_, lines) => {
    expect(read(...lines).rows).toMatchObject([{ corrects: '', sale: 49_990_000, commission: 4_000_000 }]);
  });

  it('has the same ids in every report that shows the same of an order', () => {
    const signature = read(row('100', '54.99', '4.40')).rows[0];
    const header =
      'Order ID,Transaction Date,Transaction Time,Process Date,Process Time,MID,Advertiser Name,Sales,Total Commission,Transaction ID,Currency';
    const line = '100,6/1/26,04:12:55,6/2/26,01:05:10,38919,Pawsome Pets,54.99,4.40,9f1c22,USD';
    const other = readFile(`${header}\n${line}\n`, { partner: 'p1' });
    expect(other.recognition.profileId).toBe('rakuten-items');
    expect(other.rows[0]?.transactionId).toBe(signature?.transactionId);
  });

  it('asks a publisher’s report for the publisher, and takes its dollars for granted', () => {
    const { recognition, rows } = read(row('100', '54.99', '4.40'));
    expect(recognition).toMatchObject({ side: 'publisher', questions: ['partner'], defaultCurrency: 'USD' });
    expect(rows[0]).toMatchObject({ partnerId: 'p1', currency: 'USD', sub1: 'top', status: 'approved' });
  });
});
