import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMapper } from '#shared/domain/imports/map-rows.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import { MONEY_FIELDS, NUMBER_FIELDS, STATUSES, TEXT_FIELDS, TIME_FIELDS } from '#shared/domain/ledger/fields.ts';
import { isDayOnly } from '#shared/lib/moment.ts';
import { fixtureFiles, impactRows, makeSales, partnerizeRows, toText } from '#tests/support/make-exports.ts';
import { bytesOf, lookAt, NO_ANSWERS, readAs, readFile, transactionsOf } from './read.ts';

const DESK_HEADER = [...TEXT_FIELDS, ...NUMBER_FIELDS];
const HEADERS = [partnerizeRows([])[0] ?? [], impactRows([])[0] ?? [], DESK_HEADER];

const recognitionOf = (header: readonly string[]): Recognition => lookAt(`${header.join(',')}\n`).recognition;

const likely = fc.constantFrom(
  '',
  'n/a',
  '1.25',
  '-3',
  '(4.5)',
  '12.3456789',
  '2026-02-30',
  '2026-03-04 05:06:07',
  '2026-03-04',
  '2026-03-04T05:06:07-08:00',
  'USD',
  'eur',
  'PENDING',
  'approved',
  'Total',
  '__proto__',
  '\0',
  '99999999999999999999',
);

describe('createMapper', () => {
  it.each(HEADERS.map((header) => [recognitionOf(header).profileId, header] as const))(
    'accounts for every row of any cells: %s',
    (_, header) => {
      const recognition = recognitionOf(header);
      const map = createMapper(recognition, { ...NO_ANSWERS, zone: 'Europe/Paris' });
      const cell = fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) });
      const row = fc.oneof(
        { weight: 5, arbitrary: fc.array(cell, { minLength: header.length, maxLength: header.length }) },
        { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: header.length + 2 }) },
        { weight: 1, arbitrary: fc.constant<string[]>(['']) },
      );
      fc.assert(
        fc.property(fc.array(row, { maxLength: 12 }), (cells) => {
          const lines = cells.map((__, i) => i + 2);
          const batch = map.rows({ cells, lines, broken: new Set(cells.length > 3 ? [2] : []) });
          const { draft, issues, skipped, rejectedRows } = batch;
          expect(draft.rows + rejectedRows + skipped.length).toBe(cells.length);
          const rejectedLines = new Set(issues.filter(({ effect }) => effect === 'rejected').map(({ line }) => line));
          expect(rejectedLines.size).toBe(rejectedRows);
          for (const column of [...Object.values(draft.text), ...Object.values(draft.numbers)])
            expect(column).toHaveLength(draft.rows);
          for (const transaction of transactionsOf(batch)) {
            expect(transaction.transactionId).not.toBe('');
            expect(STATUSES).toContain(transaction.status);
            expect(Number.isFinite(transaction.eventTime)).toBe(true);
            expect(Number.isFinite(transaction.asOf) && !isDayOnly(transaction.asOf)).toBe(true);
            expect(lines).toContain(transaction.line);
            for (const field of MONEY_FIELDS)
              expect(Number.isNaN(transaction[field]) || Number.isSafeInteger(transaction[field])).toBe(true);
            for (const field of TIME_FIELDS)
              expect(Number.isNaN(transaction[field]) || Number.isSafeInteger(transaction[field])).toBe(true);
          }
          // No row is in two places.
          const told = [...(draft.numbers.line ?? []), ...rejectedLines, ...skipped.map(({ line }) => line)];
          expect(told.sort((a, b) => a - b)).toEqual(lines);
        }),
        { numRuns: 400 },
      );
    },
  );

  const header = HEADERS[1] ?? [];
  const lines = impactRows(makeSales({ rows: 3, seed: 5 })).map((row) => toText([row]));
  const blank = ','.repeat(header.length - 1);
  const cellsOf = (values: Readonly<Record<string, string>>): string =>
    `${header.map((name) => values[name] ?? '').join(',')}\n`;

  it('passes over blank rows, sums at the foot and the header once more', () => {
    const text = [
      ...lines,
      '\n',
      `${blank}\n`,
      cellsOf({ Action_Id: 'Total', Sale_Amount: '123.00' }),
      cellsOf({ Referral_Date: 'Grand Total:', Sale_Amount: '123.00' }),
      lines[0] ?? '',
      'Totals,3\n',
    ].join('');
    const { rows, skipped, issues } = readFile(text);
    expect(rows).toHaveLength(3);
    expect(issues).toEqual([]);
    expect(skipped).toEqual([
      { line: 5, reason: 'blank' },
      { line: 6, reason: 'blank' },
      { line: 7, reason: 'total' },
      { line: 8, reason: 'total' },
      { line: 9, reason: 'header again' },
      { line: 10, reason: 'total' },
    ]);
  });

  it('does not take a transaction for a sum', () => {
    const [header = [], row = []] = partnerizeRows(makeSales({ rows: 1, seed: 5 }));
    const { rows } = readFile(toText([header, ['Total 7', ...row.slice(1)]]));
    expect(rows.map(({ transactionId }) => transactionId)).toEqual(['Total 7']);
  });

  it('reports rows with too few and too many cells, and lets empty ones at the end pass', () => {
    const trimmed = (lines[1] ?? '').trimEnd();
    const text = `${lines[0] ?? ''}${trimmed},,\n${trimmed},x\nonly,three,cells\n${lines[2] ?? ''}`;
    const { rows, issues, rejected } = readFile(text);
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(rejected).toBe(2);
    expect(issues.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, '', 'too-many-cells'],
      [4, '', 'too-few-cells'],
    ]);
    expect(issues[1]?.value).toBe('only | three | cells');
  });

  it('cuts the value of an issue at 200 characters', () => {
    const row = cellsOf({ Action_Id: '1', Action_Date: 'x'.repeat(100_000), Payout: '1', mp_id: '3', Status: 'PAID' });
    expect(readFile((lines[0] ?? '') + row).issues[0]?.value).toBe('x'.repeat(200));
  });

  it('survives cells of a megabyte, and zero bytes', () => {
    const huge = 'y'.repeat(1_000_000);
    const row = cellsOf({
      Action_Id: '1\0',
      OID: huge,
      Action_Date: '2026-01-01',
      Payout: '1',
      mp_id: '3',
      Notes: `"${huge}"`,
    });
    const { rows } = readFile((lines[0] ?? '') + row + (lines[1] ?? ''));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.orderId).toHaveLength(1_000_000);
    expect(rows[0]?.transactionId).toBe('1\0');
  });

  it('loses one of 20,000 rows to a quote in the first that never closes', () => {
    const text = toText(impactRows(makeSales({ rows: 20_000, seed: 3 })));
    const [head = '', first = '', ...rest] = text.split('\n');
    const { rows, issues, rejected } = readFile([head, `"${first}`, ...rest].join('\n'));
    expect(rows).toHaveLength(19_999);
    expect(rejected).toBe(1);
    expect(issues).toEqual([expect.objectContaining({ line: 2, code: 'unclosed-quote', column: '' })]);
  });
});

describe('the reader', () => {
  it('gives the same for every size of the pieces', () => {
    const sales = makeSales({ rows: 40, seed: 9 });
    const text = toText(partnerizeRows(sales)).replaceAll('\n', '\r\n').replace('PAWS-100003', '"PAWS\r\n""100003"""');
    const whole = readFile(text);
    expect(whole.rows).toHaveLength(40);
    expect(whole.rows.map(({ orderId }) => orderId)).toContain('PAWS\r\n"100003"');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (chunk) => {
        const { rows, issues, skipped } = readAs(whole.recognition, bytesOf(text), {}, chunk);
        expect(rows).toEqual(whole.rows);
        expect({ issues, skipped }).toEqual({ issues: [], skipped: [] });
      }),
      { numRuns: 41 },
    );
  });

  it('cuts a long file into batches, and keeps count of the lines', () => {
    const text = toText(partnerizeRows(makeSales({ rows: 25_000, seed: 4 })));
    const { batches, rows } = readFile(text);
    expect(rows).toHaveLength(25_000);
    expect(rows.map(({ line }) => line)).toEqual(rows.map((_, i) => i + 2));
    for (const { draft } of batches) expect(draft.rows).toBeLessThanOrEqual(10_000);
  });

  it('keeps batches small where one piece holds many rows', () => {
    const header = 'network,program,transactionId,partnerId,eventTime,status,currency,sale,commission';
    const lines = Array.from(
      { length: 23_000 },
      (_, i) => `N,P,T${i},1,2026-01-01,"pa\nid",USD,${i % 3 ? '12' : '1'},1`,
    );
    const { batches, rows, issues } = readFile(`${[header, ...lines].join('\n')}\n`, {}, 4_000_000);
    expect(issues).toEqual([]);
    expect(batches.every(({ draft }) => draft.rows <= 500)).toBe(true);
    expect(rows.map(({ transactionId, line }) => [transactionId, line])).toEqual(
      lines.map((_, i) => [`T${i}`, 2 + 2 * i]),
    );
    expect(rows.map(({ sale }) => sale)).toEqual(lines.map((_, i) => (i % 3 ? 12_000_000 : 1_000_000)));
  });
});

describe('columns that change within a file', () => {
  it('hold in each row what that row says', () => {
    const header = 'network,program,transactionId,partnerId,eventTime,status,currency,sale,commission,sub1,couponCode';
    const currencyOf = (i: number): string => (i < 4200 ? 'USD' : 'EUR');
    const subOf = (i: number): string => (i < 2100 || i > 6500 ? '' : `s${i}`);
    const saleOf = (i: number): string => (i % 1000 === 7 ? 'x' : `${i}`);
    const lines = Array.from(
      { length: 9000 },
      (_, i) => `N,P,T${i},1,2026-01-01,paid,${currencyOf(i)},${saleOf(i)},1,${subOf(i)},PAWS`,
    );
    const { rows, rejected, batches } = readFile([header, ...lines].join('\n'));
    expect(rejected).toBe(9);
    expect(rows).toHaveLength(8991);
    for (const { line, transactionId, currency, sub1, sale, couponCode } of rows) {
      const i = line - 2;
      expect([transactionId, currency, sub1, sale, couponCode]).toEqual([
        `T${i}`,
        currencyOf(i),
        subOf(i),
        i * 1_000_000,
        'PAWS',
      ]);
    }
    expect(new Set(batches.map(({ draft }) => draft.constant.couponCode))).toEqual(new Set(['PAWS']));
  });
});

describe('the exports to test with', () => {
  it.each([...fixtureFiles()])('%s', (name, text) => {
    // Made anew with: npx tsx tests/support/write-exports.ts
    expect(readFileSync(path.resolve(import.meta.dirname, '../../fixtures/exports', name), 'utf8')).toBe(text);
    const { rows, issues, rejected, recognition } = readFile(text);
    expect(recognition.network.toLowerCase()).toBe(name.split('/')[0]);
    expect(issues.map(({ line }) => line)).toEqual(name.includes('bad') ? [4, 6, 8] : []);
    expect(rows).toHaveLength(name.includes('bad') ? 17 : name.includes('06-30') ? 74 : 60);
    expect(rejected).toBe(issues.length);
  });
});
