import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeDesk } from '#renderer/platform/fake-desk.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { exportAffiliates } from '#renderer/features/affiliates/export-affiliates.ts';
import { figureColumns } from '#renderer/features/affiliates/figure-columns.tsx';
import { copyRows, exportRows, saveTable, wantedRows } from '#renderer/session/table-text.ts';
import { useToasts } from '#renderer/session/toasts.ts';
import { figuresByCurrency } from '#shared/domain/metrics/by-affiliate.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import type { Group } from '#shared/domain/ledger/query.ts';
import type { Day } from '#shared/lib/day.ts';
import { makeFormat } from '#shared/lib/format.ts';

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

  it('of affiliates says in which currency its exact amounts are, and has all of somebody with several', async () => {
    const desk = fakeDesk();
    replaceDesk(desk);
    const row = (name: string, sums: Readonly<Record<string, bigint>>): AffiliateRow => ({
      affiliate: newAffiliate({ id: name, name, createdAt: 0, createdByImport: null, editedAt: null }),
      accounts: [],
      tier: '',
      audience: null,
      stage: null,
      emails: [],
      next: null,
      text: '',
      byCurrency: figuresByCurrency(
        Object.entries(sums).map(([currency, sale]): Group => ({
          currency,
          status: 'paid',
          measures: { transactions: 2n, sale, commission: 1_000_000n },
        })),
        ['USD'],
      ),
      clicks: null,
      lastConversion: null,
    });
    const format = makeFormat('en-US', 'UTC');
    const columns = figureColumns(format, '2026-11-23' as Day, true).filter(({ id }) =>
      ['revenue', 'conversions', 'clicks'].includes(id),
    );
    await exportAffiliates(columns, [row('a', { USD: 2_500_001n }), row('b', {})]);
    expect(desk.saved[0]?.text).toBe('\uFEFF"Revenue (USD)","Conversions","Clicks"\r\n2.500001,2,\r\n,,\r\n');
    await exportAffiliates(columns, [row('a', { USD: 2_500_000n, EUR: 9_000_001n }), row('b', { EUR: 1_000_000n })]);
    expect(desk.saved[1]?.text).toBe(
      '\uFEFF"Revenue","Conversions","Clicks"\r\n"2.50 USD; 9.000001 EUR",2,\r\n"1.00 EUR",2,\r\n',
    );
  });
});
