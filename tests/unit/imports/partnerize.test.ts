import { describe, expect, it } from 'vitest';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { encode } from './encode.ts';
import { AS_OF, readFile } from './read.ts';

// Header and first row as published with Partnerize's Exports API.
const HEADER =
  'conversion_id,campaign_id,publisher_id,conversion_date,conversion_date_time,click_time,click_date,click_date_time,currency,advertiser_reference,conversion_reference,referer_ip,source_referer,campaign_title,publisher_name,conversion_status,conversion_lag,value,commission,publisher_commission,creative_type,creative_id,specific_creative_id,customer_type,was_disputed,cookie_id,country,currency_original,currency_conversion_rate,customer_reference,camref';
const ROW =
  '111111l3919676,10l176,1l1007802,2016-03-02,"2016-03-02 10:22:02",10:11:36,2016-03-02,"2016-03-02 10:11:36",EUR,,AUTO-57643db548165,127.0.0.1,,"API Campaign Demo",apipublisher123,pending,626,90.92,1.0001,0.9092,0,0,0,,,111111l2136,GB,,,,1l3v9UA';

/** The published row with some cells replaced. */
function rowWith(changes: Readonly<Record<string, string>>): string {
  const names = HEADER.split(',');
  return ROW.replaceAll('"', '')
    .split(',')
    .map((cell, i) => changes[names[i] ?? ''] ?? cell)
    .join(',');
}

const readOne = (changes: Readonly<Record<string, string>>, zone = 'UTC') =>
  readFile(`${HEADER}\n${rowWith(changes)}\n`, { zone });

describe('Partnerize conversions', () => {
  it('reads the published sample row', () => {
    const { rows, issues, rejected, skipped, recognition } = readFile(`${HEADER}\n${ROW}\n`);
    expect(recognition).toMatchObject({ profileId: 'partnerize-conversions', network: 'Partnerize', questions: [] });
    expect({ issues, rejected, skipped }).toEqual({ issues: [], rejected: 0, skipped: [] });
    expect(rows).toEqual([
      {
        network: 'Partnerize',
        program: 'API Campaign Demo',
        transactionId: '111111l3919676',
        orderId: 'AUTO-57643db548165',
        partnerId: '1l1007802',
        partnerName: 'apipublisher123',
        sourceStatus: 'pending',
        status: 'pending',
        currency: 'EUR',
        originalCurrency: '',
        couponCode: '',
        customerStatus: '',
        country: 'GB',
        device: '',
        sub1: '',
        sub2: '',
        sub3: '',
        sku: '',
        category: '',
        reasonCode: '',
        corrects: '',
        partnerEmail: '',
        partnerSite: '',
        extra: '',
        clickTime: momentOfInstant(Date.UTC(2016, 2, 2, 10, 11, 36)),
        eventTime: momentOfInstant(Date.UTC(2016, 2, 2, 10, 22, 2)),
        postedTime: Number.NaN,
        lockingTime: Number.NaN,
        clearedTime: Number.NaN,
        asOf: momentOfInstant(AS_OF),
        sale: 90_920_000,
        commission: 909_200,
        networkFee: 90_900,
        originalSale: Number.NaN,
        originalCommission: Number.NaN,
        quantity: Number.NaN,
        line: 2,
      },
    ]);
  });

  it.each([
    ['pending', 'pending'],
    ['approved', 'approved'],
    ['rejected', 'reversed'],
    ['paid', 'paid'],
    ['Approved', 'approved'],
    ['mixed', 'unknown'],
    ['', 'unknown'],
  ])('status word %j is %s, and is kept', (word, status) => {
    const { rows, issues } = readOne({ conversion_status: word });
    expect(rows[0]).toMatchObject({ status, sourceStatus: word });
    expect(issues).toEqual([]);
  });

  it.each([
    ['new', 'new'],
    ['Existing', 'existing'],
    ['0', ''],
    ['2', ''],
    ['gold', ''],
  ])('customer type %j is %j', (word, customerStatus) => {
    expect(readOne({ customer_type: word }).rows[0]).toMatchObject({ customerStatus });
  });

  it('reads time stamps in the zone that was set', () => {
    const { rows } = readOne({}, 'Europe/Berlin');
    expect(rows[0]?.eventTime).toBe(momentOfInstant(Date.UTC(2016, 2, 2, 9, 22, 2)));
  });

  it('takes the day where the export has no time of day, and the id where the campaign has no title', () => {
    const [header, row] = [HEADER, rowWith({})].map((line) =>
      line
        .split(',')
        .filter((_, i) => i !== 4 && i !== 13)
        .join(','),
    );
    const { rows } = readFile(`${header ?? ''}\n${row ?? ''}\n`);
    expect(rows[0]).toMatchObject({ program: '10l176', eventTime: momentOfDay(dayToNumber('2016-03-02' as Day)) });
  });

  it('survives the tail of columns that differs by campaign, with voucher, reason and original currency among them', () => {
    const tail = ',meta_item_size,voucher_codes,reject_reason,meta_item_,meta_item_size';
    const row = rowWith({ currency_original: 'usd', conversion_status: 'rejected' });
    const { rows, issues, recognition } = readFile(`${HEADER}${tail}\n${row},XL,PAWS10,Returned,,\n`);
    expect(issues).toEqual([]);
    expect(rows[0]).toMatchObject({ couponCode: 'PAWS10', reasonCode: 'Returned', originalCurrency: 'USD' });
    expect(recognition.header).toHaveLength(36);
  });

  it('finds its columns in any order and spelling', () => {
    const names = HEADER.split(',').map((name) => name.toUpperCase().replaceAll('_', ' '));
    const turned = (cells: readonly string[]): string => cells.toReversed().join(',');
    const { rows } = readFile(`${turned(names)}\n${turned(rowWith({}).split(','))}\n`);
    expect(rows).toEqual(readFile(`${HEADER}\n${ROW}\n`).rows);
  });

  it.each([',', '\t', '|', ';'])('is read with %j between cells, in every encoding', (delimiter) => {
    const expected = readFile(`${HEADER}\n${rowWith({ publisher_name: 'Café Chien' })}\n`).rows;
    const text = `${HEADER}\r\n${rowWith({ publisher_name: 'Café Chien' })}\r\n`.replaceAll(',', delimiter);
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
      for (const bom of [true, false]) {
        const read = readFile(encode(text, encoding, bom && encoding !== 'windows-1252'), {}, 501);
        expect(read.recognition.dialect).toMatchObject({ encoding, delimiter, headerLine: 1 });
        expect(read.rows).toEqual(expected);
      }
    }
  });

  it.each([
    ['conversion_id', '', 'empty'],
    ['conversion_id', ' ', 'empty'],
    ['publisher_id', 'n/a', 'empty'],
    ['conversion_date_time', '', 'empty'],
    ['conversion_date_time', '31/02/2016', 'not-a-time'],
    ['currency', '', 'empty'],
    ['currency', 'Euro', 'not-a-currency'],
    ['value', '', 'empty'],
    ['value', 'ten', 'not-an-amount'],
    ['publisher_commission', '0.12345678', 'too-many-decimals'],
    ['commission', '1..2', 'not-an-amount'],
  ])('rejects the row whose %s is %j', (column, value, code) => {
    const { rows, issues, rejected } = readFile(`${HEADER}\n${ROW}\n${rowWith({ [column]: value })}\n${ROW}\n`);
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
    expect(rejected).toBe(1);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ line: 3, column, value, code, effect: 'rejected' });
    expect(issues[0]?.message).toContain(column);
  });

  it('takes a row without a click time that cannot be read, and says so', () => {
    const { rows, issues, rejected } = readOne({ click_date_time: 'soon' });
    expect(rows[0]?.clickTime).toBeNaN();
    expect(rejected).toBe(0);
    expect(issues).toEqual([
      expect.objectContaining({ line: 2, column: 'click_date_time', value: 'soon', effect: 'left-empty' }),
    ]);
  });

  it('reports every unreadable cell of a row and counts the row once', () => {
    const { issues, rejected } = readOne({ value: 'x', currency: '?', conversion_date_time: 'y' });
    expect(issues.map(({ column }) => column).sort()).toEqual(['conversion_date_time', 'currency', 'value']);
    expect(rejected).toBe(1);
  });
});
