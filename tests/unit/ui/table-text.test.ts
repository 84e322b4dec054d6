import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeDesk } from '#renderer/platform/fake-desk.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { affiliateCells } from '#renderer/features/affiliates/export-affiliates.ts';
import { copyRows, exportRows, saveTable, wantedRows } from '#renderer/session/table-text.ts';
import { useToasts } from '#renderer/session/toasts.ts';
import { figuresByCurrency } from '#shared/domain/metrics/by-affiliate.ts';
import type { Group } from '#shared/domain/ledger/query.ts';

afterEach(() => {
  replaceDesk(null);
  vi.unstubAllGlobals();
  useToasts.setState({ toasts: [] });
});

const said = (): string | undefined => useToasts.getState().toasts.at(-1)?.text;

describe('a copy', () => {
  it('is the rows as they stand, tabs between, without what would break a row', async () => {
    const writeText = vi.fn((_text: string) => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const columns = [
      { header: 'Name', text: (row: readonly string[]) => row[0] ?? '' },
      { header: 'Picture' },
      { header: 'Note', text: (row: readonly string[]) => row[1] ?? '' },
    ];
    await copyRows(columns, [
      ['Rex', 'a\tb'],
      ['Fido', 'two\r\nlines'],
    ]);
    expect(writeText).toHaveBeenCalledExactlyOnceWith('Name\tNote\nRex\ta b\nFido\ttwo lines');
    expect(said()).toBe('Copied 2 rows');
    await copyRows(columns, []);
    expect(writeText).toHaveBeenCalledTimes(1);
  });

  it('is of what is selected in the order of the list, else of where she is, else of nothing', () => {
    const rowAt = (index: number): string | undefined => 'abcd'[index];
    expect(wantedRows(rowAt, { active: 0, selected: new Set([3, 1, 9]) })).toEqual(['b', 'd']);
    expect(wantedRows(rowAt, { active: 2, selected: new Set() })).toEqual(['c']);
    expect(wantedRows(rowAt, { active: null, selected: new Set() })).toEqual([]);
  });
});

describe('a table as a file', () => {
  it('quotes text and keeps it from being a formula; figures stand as they are', async () => {
    const desk = fakeDesk();
    replaceDesk(desk);
    await saveTable(
      'x.csv',
      ['Name', 'Sale'],
      [
        ['=HYPERLINK("x")', { figure: '-12.50' }],
        ['She said "woof", twice', 3],
        [null, null],
      ],
    );
    expect(desk.saved[0]?.text).toBe(
      '\uFEFF"Name","Sale"\r\n"\'=HYPERLINK(""x"")",-12.50\r\n"She said ""woof"", twice",3\r\n,\r\n',
    );
    expect(said()).toBe('Exported to x.csv');
  });

  it('is the columns and rows as they stand, exact where a column can say more than the eye needs', async () => {
    const desk = fakeDesk();
    replaceDesk(desk);
    const columns = [
      { header: 'Sale', text: () => '$1.23', file: (row: readonly string[]) => ({ figure: row[1] ?? '' }) },
      { header: 'Picture' },
      { header: 'Name', text: (row: readonly string[]) => row[0] ?? '' },
    ];
    await exportRows(
      columns,
      [
        ['=Rex', '1.234'],
        ['–', '-2'],
      ],
      'dogs.csv',
    );
    expect(desk.saved[0]?.text).toBe('\uFEFF"Sale","Name"\r\n1.234,"\'=Rex"\r\n-2,\r\n');
    expect(said()).toBe('Exported to dogs.csv');
  });

  it('has a row for each currency of an affiliate, and one for who brought nothing', () => {
    const affiliate = { id: 'a', name: 'Barkly' } as never;
    const sum = (currency: string, sale: bigint): Group => ({
      currency,
      status: 'paid',
      measures: { transactions: 2n, sale, commission: 1_000_000n },
    });
    const byCurrency = figuresByCurrency([sum('USD', 2_500_000n), sum('EUR', 9_000_001n)], ['USD'], 4n);
    const partners = [{ network: 'Awin', partnerId: '007' }];
    const rows = affiliateCells([
      { affiliate, partners, byCurrency, clicks: 4n, lastConversion: null },
      { affiliate, partners: [], byCurrency: [], clicks: 7n, lastConversion: undefined },
    ]);
    expect(rows.map((row) => row.slice(2, 5))).toEqual([
      ['007', 'USD', { figure: '2.50' }],
      ['007', 'EUR', { figure: '9.000001' }],
      ['', null, null],
    ]);
    // Earnings per click, reversal rate, clicks.
    expect(rows.map((row) => row.slice(8, 11))).toEqual([
      [{ figure: '0.25' }, 0, 4],
      [{ figure: '0.25' }, 0, 4],
      [null, null, 7],
    ]);
  });
});
