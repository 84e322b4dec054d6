import { describe, expect, it } from 'vitest';
import { extraChanges, readExtra } from '#shared/domain/ledger/extra.ts';

const line = (sku: string, sale: number, status = 'pending'): unknown => ({ sku, quantity: 1, sale, status });
const withLines = (...lines: unknown[]): string => JSON.stringify({ 'Ad id': '007', lines });

describe('readExtra', () => {
  it('gives the columns as they stand and the lines with amounts in micros', () => {
    expect(readExtra(withLines(line('BOWL', 30.1)))).toEqual({
      columns: [['Ad id', '007']],
      lines: [{ sku: 'BOWL', quantity: 1, sale: 30_100_000, commission: Number.NaN, status: 'pending', reason: '' }],
    });
  });

  it('leaves out what the first line alone has: it is the order’s', () => {
    const orders = withLines({ sku: 'A', sale: 30, commission: 3 }, { sku: 'B', commission: 0 });
    expect(readExtra(orders).lines.map(({ sale, commission }) => [sale, commission])).toEqual([
      [Number.NaN, 3_000_000],
      [Number.NaN, 0],
    ]);
  });

  it('takes a column that is called “lines” for a column', () => {
    expect(readExtra('{"lines":"two"}')).toEqual({ columns: [['lines', 'two']], lines: [] });
  });

  it.each(['', 'not JSON', '[1]', 'null', '7'])('finds nothing in %j', (extra) => {
    expect(readExtra(extra)).toEqual({ columns: [], lines: [] });
  });

  it('reads what is odd in a line as missing', () => {
    expect(readExtra('{"lines":[{"status":"lost","sale":"9"},4]}').lines).toEqual(
      Array.from({ length: 2 }, () => ({
        sku: '',
        quantity: Number.NaN,
        sale: Number.NaN,
        commission: Number.NaN,
        status: 'unknown',
        reason: '',
      })),
    );
  });
});

describe('extraChanges', () => {
  it('names the columns and lines that differ, and those alone', () => {
    const before = JSON.stringify({ same: '1', gone: 'x', other: 'a', lines: [line('A', 1), line('B', 2)] });
    const after = JSON.stringify({ same: '1', other: 'b', new: 'y', lines: [line('A', 1), line('B', 2, 'reversed')] });
    const changes = extraChanges(before, after);
    expect(changes.slice(0, 3)).toEqual([
      { kind: 'column', name: 'gone', before: 'x', after: '' },
      { kind: 'column', name: 'other', before: 'a', after: 'b' },
      { kind: 'column', name: 'new', before: '', after: 'y' },
    ]);
    expect(changes.slice(3)).toMatchObject([
      { kind: 'line', at: 1, before: { sku: 'B', status: 'pending' }, after: { sku: 'B', status: 'reversed' } },
    ]);
  });

  it('has a line that came as new and one that went as gone', () => {
    expect(extraChanges(withLines(line('A', 1)), withLines(line('A', 1), line('B', 2)))).toMatchObject([
      { kind: 'line', at: 1, before: null, after: { sku: 'B' } },
    ]);
    expect(extraChanges(withLines(line('A', 1)), withLines())).toMatchObject([{ at: 0, after: null }]);
  });
});
