import { describe, expect, it } from 'vitest';
import { tableOf, type CellTable } from '#shared/domain/imports/cell-table.ts';
import {
  amountColumn,
  countColumn,
  createStatusReader,
  timeColumn,
  type Report,
} from '#shared/domain/imports/columns.ts';
import type { MappedFlag } from '#shared/domain/imports/types.ts';
import { createTimeReader } from '#shared/domain/imports/when.ts';
import { STATUSES } from '#shared/domain/ledger/fields.ts';
import { dayToNumber, type Day } from '#shared/lib/day.ts';
import { momentOfDay, momentOfInstant } from '#shared/lib/moment.ts';

const reports = (): { readonly said: string[]; readonly report: Report } => {
  const said: string[] = [];
  return { said, report: (row, code) => said.push(`${row} ${code}`) };
};
const table = (rows: readonly (readonly string[])[]): CellTable => tableOf(rows, rows[0]?.length ?? 0);
const column = (...cells: readonly string[]): CellTable => table(cells.map((cell) => [cell]));

describe('amountColumn', () => {
  it('reads a column in its own mark, and in cents', () => {
    const { said, report } = reports();
    expect([...amountColumn(column('1,5', '1.234,5', ''), 0, false, report, { decimal: ',' })]).toEqual([
      1_500_000,
      1_234_500_000,
      Number.NaN,
    ]);
    expect([...amountColumn(column('150'), 0, false, report, { cents: true })]).toEqual([1_500_000]);
    expect(said).toEqual([]);
  });

  it('says what it refuses, row by row', () => {
    const { said, report } = reports();
    amountColumn(column('', '1,5', '1,5', '1.23E+12', '0.0000001'), 0, true, report);
    expect(said).toEqual(['0 empty', '1 not-an-amount', '2 not-an-amount', '3 scientific', '4 too-many-decimals']);
  });
});

describe('countColumn', () => {
  it('takes whole numbers with marks for thousands', () => {
    const { said, report } = reports();
    expect([...countColumn(column('1.234', '2,0', ''), 0, report, ',')]).toEqual([1234, 2, Number.NaN]);
    expect([...countColumn(column('1,234', '1.5', 'two'), 0, report)]).toEqual([1234, Number.NaN, Number.NaN]);
    expect(said).toEqual(['1 not-a-count', '2 not-a-count']);
  });
});

describe('timeColumn', () => {
  const parse = createTimeReader('UTC', 'mdy');
  const day = (text: string): number => momentOfDay(dayToNumber(text as Day));
  const at = (text: string): number => momentOfInstant(Date.parse(text));

  it('joins a date with the time of day beside it', () => {
    const { said, report } = reports();
    const cells = [
      ['4/3/26', '10:42:38'],
      ['4/3/26', '2:05 PM'],
      ['4/3/26', ''],
      ['4/3/26', 'NO DATA'],
      ['', '10:42'],
      ['2026-04-03 00:00:00.000', '10:42:38'],
      ['04/03/2026 12:00:00 AM', '10:42:38'],
      ['2026-04-03 09:15:00.000', '10:42:38'],
      ['03.04.26', '10:42'],
      ['4/3/26', 'noon'],
      ['n/a', 'n/a'],
    ];
    expect([...timeColumn(table(cells), 0, false, parse, report, 1)]).toEqual([
      at('2026-04-03T10:42:38Z'),
      at('2026-04-03T14:05:00Z'),
      day('2026-04-03'),
      day('2026-04-03'),
      Number.NaN,
      at('2026-04-03T10:42:38Z'),
      at('2026-04-03T10:42:38Z'),
      at('2026-04-03T09:15:00Z'),
      at('2026-03-04T10:42:00Z'),
      Number.NaN,
      Number.NaN,
    ]);
    expect(said).toEqual(['9 not-a-time']);
  });

  it('says why a date is refused', () => {
    const { said, report } = reports();
    timeColumn(column('12/31/2026', '31/12/2026', 'soon', ''), 0, true, parse, report);
    timeColumn(column('03/04/2026'), 0, true, createTimeReader('UTC', 'plain'), report);
    expect(said).toEqual(['1 other-date-order', '2 not-a-time', '3 empty', '0 ambiguous-date']);
  });
});

describe('createStatusReader', () => {
  const words = { sale: 'approved', new: 'pending' } as const;
  const flag = (index: number, is: MappedFlag['is'], status: MappedFlag['status']): MappedFlag => ({
    column: 'x',
    index,
    is,
    status,
  });
  const names = (codes: Float64Array): (string | undefined)[] => Array.from(codes, (code) => STATUSES[code]);

  it('reads words, keeps those without a meaning, counts them', () => {
    const cells = column('New', 'SALE ', 'Zaakceptowana', 'Zaakceptowana', '', 'n/a', 'odd');
    const found = createStatusReader(0, words, [], 'locked')(cells);
    expect(names(found.codes)).toEqual(['pending', 'approved', 'unknown', 'unknown', 'locked', 'locked', 'unknown']);
    expect(found.words).toEqual(['New', 'SALE', 'Zaakceptowana', 'Zaakceptowana', '', 'n/a', 'odd']);
    expect([...found.unknown]).toEqual([
      ['Zaakceptowana', 2],
      ['odd', 1],
    ]);
  });

  it('the first flag that holds wins over the word', () => {
    const flags = [
      flag(1, 'true', 'reversed'),
      flag(2, 'filled', 'paid'),
      flag(3, 'true', 'locked'),
      flag(3, 'false', 'pending'),
    ];
    const cells = [
      ['new', '1', '2026-01-01', '1'],
      ['odd', '0', '2026-01-01', '1'],
      ['new', '', '0000-00-00', 'Yes'],
      ['new', 'NO DATA', '0', '0'],
      ['new', 'false', 'No', ''],
      ['', '', '', 'maybe'],
    ];
    const found = createStatusReader(0, words, flags, 'unknown')(table(cells));
    expect(names(found.codes)).toEqual(['reversed', 'paid', 'locked', 'pending', 'pending', 'unknown']);
    expect(found.unknown.size).toBe(0);
  });

  it('does without a column of words', () => {
    const read = createStatusReader(-1, {}, [flag(0, 'true', 'reversed')], 'approved');
    const found = read(table([['1'], ['']]));
    expect(names(found.codes)).toEqual(['reversed', 'approved']);
    expect(found.words).toBe('');
  });
});
