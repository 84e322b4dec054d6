import { describe, expect, it } from 'vitest';
import { meansCurrency } from '#shared/domain/imports/currency-mark.ts';
import { readList } from './people/read-people.ts';
import { lookAt, readFile } from './read.ts';

/*
 * Exports as people and spreadsheets leave them: nothing of them may be taken for what it is not, and nothing may be lost unsaid.
 */

const AWIN = 'id,publisherId,commissionStatus,commission,currency,saleAmount,transactionDate,extra';
const row = (id: string, commission = '4.00', order = 'P-1', date = '2026-05-01'): string =>
  `${id},45628,approved,${commission},GBP,50.00,${date},${order}`;
const awin = (...rows: readonly string[]): string => [AWIN, ...rows, ''].join('\n');
const CLICKS = 'Affiliate,Clicks,Conversions';

const rejected = (text: string): readonly (readonly [number, string])[] =>
  readFile(text)
    .issues.filter(({ effect }) => effect === 'rejected')
    .map(({ line, code }) => [line, code]);

describe('ids that a spreadsheet has cut down', () => {
  it.each(['2.5963E+11', '2,5963E+11', '3E+11', '1.23e+12'])('rejects %s: other rows would be the same', (id) => {
    expect(rejected(awin(row(`"${id}"`), row('77')))).toEqual([[2, 'scientific']]);
  });

  it('rejects them as order and as a part of an id made of columns, once', () => {
    expect(rejected(awin(row('77', '4.00', '2.6E+11')))).toEqual([[2, 'scientific']]);
    const rakuten = 'Publisher ID,Order ID,Transaction Date,Sales,Total Commission\n5,1.2E+12,6/13/26,10.00,1.00\n';
    expect(rejected(rakuten)).toEqual([[2, 'scientific']]);
  });

  it('leaves ids that only look a little like them', () => {
    expect(rejected(awin(row('1E5'), row('2E+'), row('12E+11'), row('00012345678901234567')))).toEqual([]);
  });
});

describe('columns of shares', () => {
  it('does not take “Commission %” for the commission', () => {
    const header = AWIN.replace('commission,', 'Commission %,commission,');
    const { rows } = readFile(`${header}\n1,45628,approved,8,4.00,GBP,50.00,2026-05-01,P-1\n`);
    expect(rows.map(({ commission }) => commission)).toEqual([4_000_000]);
    const only = AWIN.replace('commission,', 'Commission (%),');
    expect(lookAt(`${only}\n1,45628,approved,8,GBP,50.00,2026-05-01,P-1\n`).recognition.profileId).toBe('');
  });
});

describe('currencies in cells', () => {
  it('rejects an amount in another currency than its row', () => {
    expect(rejected(awin(row('1', '€4.00'), row('2', '£4.00'), row('3', 'USD 4.00'), row('4', '4.00 GBP')))).toEqual([
      [2, 'other-currency'],
      [4, 'other-currency'],
    ]);
  });

  it('rejects amounts that contradict the currency taken for granted, and takes them once it is answered', () => {
    const amazon =
      'ASIN,Tracking ID,Date Shipped,Price($),Revenue($),Ad Fees($)\nB01,t-20,2026-05-13,10.00,"10,50 €","1,00 €"\n';
    expect(readFile(amazon)).toMatchObject({ rejected: 1, rows: [] });
    expect(readFile(amazon, { currency: 'EUR' })).toMatchObject({
      rejected: 0,
      rows: [{ sale: 10_500_000, currency: 'EUR' }],
    });
  });

  it('takes no other three letters for a currency', () => {
    expect(rejected(awin(row('1', 'NEG 4.00'), row('2', 'OFF 4.00')))).toEqual([
      [2, 'not-an-amount'],
      [3, 'not-an-amount'],
    ]);
  });

  it.each([
    ['$', 'CAD', true],
    ['US$', 'CAD', false],
    ['$', 'EUR', false],
    ['kr', 'NOK', true],
    ['kr', 'EUR', false],
    ['zł', 'PLN', true],
    ['XX$', 'EUR', true],
  ])('%s may mean %s: %s', (mark, currency, may) => {
    expect(meansCurrency(mark, currency)).toBe(may);
  });
});

describe('sums', () => {
  it('takes an affiliate for one whose name begins like a sum', () => {
    const { rows, skipped } = readFile(
      `${CLICKS}\nTotal Fitness,100,1\nanna,50,1\nGrand Total Wines,20,0\nTotal,170,2\n`,
    );
    expect(rows.map(({ partnerId }) => partnerId)).toEqual(['Total Fitness', 'anna', 'Grand Total Wines']);
    expect(skipped).toEqual([{ line: 5, reason: 'total' }]);
  });

  it.each([
    'Sum',
    'Somme',
    'Razem',
    'Summa:',
    'Totals (2 affiliates)',
    'Grand total: 2',
    'Total général',
    'TOTAL GERAL',
  ])('knows %s', (label) => {
    const { rows, skipped } = readFile(`${CLICKS}\nanna,50,1\nbob,60,1\n${label},110,2\n`);
    expect(rows).toHaveLength(2);
    expect(skipped).toEqual([{ line: 4, reason: 'total' }]);
  });

  it('knows a sum that is put on a day', () => {
    const { rows, skipped } = readFile(awin(row('1'), row('2'), row('Total', '8.00')));
    expect(rows).toHaveLength(2);
    expect(skipped).toEqual([{ line: 4, reason: 'total' }]);
  });

  it('keeps people whose name begins like a sum', () => {
    const people = readList(
      new TextEncoder().encode('Name,Email\nTotal Fitness,tom@fitness.example\nTotal Wines,\nTotal,\n'),
    );
    expect(people.drafts.map(({ name }) => name)).toEqual(['Total Fitness', 'Total Wines']);
    expect(people.skipped).toEqual([{ line: 4, reason: 'total' }]);
  });
});

describe('two exports in one file', () => {
  it('ends the table where the same names come again in another order', () => {
    const [first = '', second = '', ...more] = AWIN.split(',');
    const other = [[second, first, ...more].join(','), '45628,9,approved,4.00,GBP,50.00,2026-05-01,P-9'];
    const { rows, skipped } = readFile(awin(row('1'), row('2'), ...other));
    expect(rows.map(({ transactionId }) => transactionId)).toEqual(['1', '2']);
    expect(skipped.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('goes on where they come again in their order', () => {
    const { rows, skipped } = readFile(awin(row('1'), row('2'), AWIN, row('3')));
    expect(rows).toHaveLength(3);
    expect(skipped).toEqual([{ line: 4, reason: 'header again' }]);
  });
});

describe('reports beside those that can be read', () => {
  it('takes no payouts for commissions', () => {
    const payouts =
      'id,created_at,updated_at,amount,currency,state,due_at,paid_at,affiliate_id\np1,2026-06-01T09:00:00Z,2026-06-01T09:00:00Z,16500,USD,paid,2026-07-01T09:00:00Z,,aff-7\n';
    expect(lookAt(payouts).recognition.profileId).toBe('');
  });

  it('takes no clicks with sales beside them for plain clicks', () => {
    expect(lookAt('Click ID,Affiliate,Date,Sale\nc1,anna,2026-05-01,50.00\n').recognition.profileId).toBe('');
  });
});

describe('hundredths', () => {
  const header = 'id,created_at,amount,currency,state,affiliate_id,sale_amount_cents';
  it('reads cents with thousands marks as cents', () => {
    const { rows } = readFile(
      `${header}\na,2026-06-01,"1,650",USD,due,x,"1,234,567"\nb,2026-06-01,4470,USD,due,x,14900\n`,
    );
    expect(rows.map(({ sale, commission }) => [sale, commission])).toEqual([
      [12_345_670_000, 16_500_000],
      [149_000_000, 44_700_000],
    ]);
  });

  it.each(['"1,650"', '1.650'])('reads %s alone as thousands of cents', (amount) => {
    const { rows } = readFile(`${header}\na,2026-06-01,${amount},USD,due,x,5499\n`);
    expect(rows.map(({ commission }) => commission)).toEqual([16_500_000]);
  });

  it('says so where a column of cents has decimals and is read in whole units', () => {
    const { assumptions, recognition } = lookAt(`${header}\na,2026-06-01,16.50,USD,due,x,5499\n`);
    expect(recognition.mapping.filter(({ cents }) => cents).map(({ field }) => field)).toEqual(['sale']);
    expect(assumptions).toEqual([expect.objectContaining({ code: 'default-unit' })]);
  });
});

describe('columns and rows that come twice', () => {
  it('says which of two columns of one name is read', () => {
    const { assumptions } = lookAt(`${AWIN},Sale Amount\n${row('1')},60.00\n`);
    expect(assumptions.map(({ code, message }) => [code, message])).toEqual([
      ['same-name', 'Several columns are called “saleAmount”: the first of them is read.'],
    ]);
  });

  it.each([
    [
      'Partner Id,Date,Clicks,Actions,Action_Cost,CR,Device\n7,2026-05-01,10,1,2.00,0,PHONE\n7,2026-05-01,20,1,3.00,0,TABLET\n',
      [[30, 5_000_000, 'USD']],
    ],
    [
      'publisherId,currency,clicks,pendingNo,confirmedNo,totalNo,totalComm\n7,GBP,10,1,1,2,2.00\n7,EUR,20,1,1,2,3.00\n7,EUR,1,1,1,2,1.00\n',
      [
        [10, 2_000_000, 'GBP'],
        [21, 4_000_000, 'EUR'],
      ],
    ],
  ])('adds up the rows of one partner in reports of sums, currency by currency', (report, sums) => {
    const { rows } = readFile(report);
    expect(rows.map(({ quantity, commission, currency }) => [quantity, commission, currency])).toEqual(sums);
  });
});

describe('ids with something around them', () => {
  it.each(['"=""00123"""', '00123\u200b', '\ufeff00123', ' 00123\u00a0', '\u200e00123'])('reads %s as 00123', (id) => {
    expect(readFile(awin(row(id), row('9'))).rows.map(({ transactionId }) => transactionId)).toEqual(['00123', '9']);
  });

  it('leaves any other formula', () => {
    expect(readFile(awin(row('=A1'), row('"=""a""&""b"""'))).rows.map(({ transactionId }) => transactionId)).toEqual([
      '=A1',
      '="a"&"b"',
    ]);
  });
});
