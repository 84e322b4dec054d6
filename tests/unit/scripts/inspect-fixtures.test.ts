import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowsOfText } from '#shared/domain/imports/row-reader.ts';
import type { Settings } from '#shared/domain/imports/types.ts';
import { workbookOf } from '#tests/support/make-workbook.ts';
import { tempFolder } from '#tests/unit/main/temp-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const EXPORTS = join(ROOT, 'tests/fixtures/exports');
const WORKBOOKS = join(ROOT, 'tests/fixtures/workbooks');

/** The part of `expected.json` that does not hang on what somebody answers. */
interface Expected {
  readonly profile: string;
  readonly kind?: string;
  readonly side?: string;
  readonly answers?: Partial<Settings>;
  readonly questions?: readonly string[];
  readonly read?: Readonly<Record<string, unknown>>;
  readonly rows: {
    readonly accepted: number;
    readonly rejected: number;
    readonly skipped: number;
    readonly merged?: number;
  };
  readonly issues: readonly string[];
  readonly totals?: readonly { currency: string; status: string; count: number; sale: string; commission: string }[];
  readonly people?: readonly { readonly name: string; readonly lines: readonly number[] }[];
}

interface Report {
  readonly file: string;
  readonly error?: { readonly code: string };
  readonly profile: string;
  readonly kind: string;
  readonly side: string;
  readonly read: { readonly rows: number; readonly skipped: readonly unknown[] } & Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<'rows' | 'accepted' | 'rejected', number>> & {
    readonly merged?: number;
    readonly people?: number;
  };
  readonly totals?: readonly {
    currency: string;
    status: string;
    count: number;
    saleMicros: number;
    commissionMicros: number;
  }[];
  readonly people?: readonly { readonly name: string; readonly lines: readonly number[] }[];
  readonly issues: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

function inspect(files: readonly string[]): { readonly code: number | null; readonly reports: readonly Report[] } {
  const run = spawnSync(process.execPath, ['scripts/inspect.ts', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(run.stderr).toBe('');
  const lines = run.stdout.trimEnd().split('\n');
  return { code: run.status, reports: lines.map((line) => JSON.parse(line) as Report) };
}

const folders = readdirSync(EXPORTS).sort();
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(EXPORTS, folder)).filter((name) => !name.endsWith('.json'));
const files = folders.flatMap((folder) => filesOf(folder).map((name) => `${folder}/${name}`));
const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(join(EXPORTS, folder, 'expected.json'), 'utf8')) as Expected;
const withExpected = folders.filter((folder) => readdirSync(join(EXPORTS, folder)).includes('expected.json'));

let code: number | null = null;
const reports = new Map<string, Report>();
beforeAll(() => {
  const run = inspect(files.map((file) => join(EXPORTS, file)));
  code = run.code;
  run.reports.forEach((report, at) => reports.set(files[at] ?? '', report));
});

const reportOf = (file: string): Report => {
  const report = reports.get(file);
  if (!report) throw new Error(`Nothing was said of ${file}.`);
  return report;
};

/** What is said of the whole file, not of a row. */
const takenForGranted = ({ issues }: Report): readonly string[] =>
  issues.filter(({ line }) => line === 0).map(({ code: said }) => said);
const ofRows = ({ issues }: Report): readonly string[] =>
  issues.filter(({ line }) => line > 0).map(({ code: said }) => said);

/** Micros by currency, or by currency and status. */
const summed = (totals: readonly { key: string; count: number; sale: bigint; commission: bigint }[]): object => {
  const sums: Record<string, { count: number; sale: bigint; commission: bigint }> = {};
  for (const { key, count, sale, commission } of totals) {
    const sum = (sums[key] ??= { count: 0, sale: 0n, commission: 0n });
    sum.count += count;
    sum.sale += sale;
    sum.commission += commission;
  }
  return sums;
};

const microsOf = (decimal: string): bigint => {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  return BigInt(`${sign}${whole}${part.padEnd(6, '0')}`);
};

it('one line of JSON is said of each file, and nothing went wrong', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(code).toBe(0);
  expect([...reports.values()].map(({ file }) => file)).toEqual(files.map((file) => join(EXPORTS, file)));
  expect([...reports.values()].filter(({ error }) => error)).toEqual([]);
});

describe.each(withExpected)('%s', (folder) => {
  const expected = expectedOf(folder);
  const [main = '', ...others] = [...filesOf(folder)].sort().map((name) => `${folder}/${name}`);

  it('is what its folder says, row by row', () => {
    const report = reportOf(main);
    expect(report).toMatchObject({
      profile: expected.profile,
      kind: expected.kind ?? 'people',
      ...(expected.side !== undefined && { side: expected.side }),
    });
    const { encoding, delimiter, quote, headerLine } = expected.read ?? {};
    expect(report.read).toMatchObject(JSON.parse(JSON.stringify({ encoding, delimiter, quote, headerLine })) as object);
    const { accepted, rejected, skipped, merged } = expected.rows;
    expect(report.counts).toMatchObject({
      rows: accepted + rejected,
      accepted,
      rejected,
      ...(merged !== undefined && { merged }),
    });
    expect(report.read.rows).toBe(accepted + rejected);
    expect(report.read.skipped).toHaveLength(skipped);
    // Lists say line and effect as well.
    expect(ofRows(report)).toEqual(expected.issues.map((issue) => issue.split(' ').at(expected.people ? 1 : 0)));
  });

  it('comes to its sums, as far as these need no answer', () => {
    const report = reportOf(main);
    if (expected.people) {
      expect(report.people).toEqual(expected.people.map(({ name, lines }) => ({ name, lines })));
      return;
    }
    const { answers = {}, totals = [] } = expected;
    // Nobody answered: amounts have no currency, and disputed words no meaning.
    const blank = answers.currency !== undefined && takenForGranted(report).includes('no-currency');
    const byStatus = answers.words === undefined;
    const keyOf = (currency: string, status: string): string => (byStatus ? `${currency} ${status}` : currency);
    expect(
      summed(
        (report.totals ?? []).map(({ currency, status, count, saleMicros, commissionMicros }) => ({
          ...{ key: keyOf(currency, status), count, sale: BigInt(saleMicros), commission: BigInt(commissionMicros) },
        })),
      ),
    ).toEqual(
      summed(
        totals.map(({ currency, status, count, sale, commission }) => ({
          ...{
            key: keyOf(blank ? '' : currency, status),
            count,
            sale: microsOf(sale),
            commission: microsOf(commission),
          },
        })),
      ),
    );
  });

  it('says what nobody was there to answer', () => {
    const CODES: Readonly<Record<string, readonly string[]>> = {
      program: ['no-program'],
      partner: ['no-partner'],
      currency: ['no-currency'],
      dateOrder: ['default-date-order'],
      day: ['default-day'],
      words: ['disputed-word'],
    };
    const said = takenForGranted(reportOf(main));
    expect(said).toEqual(
      expect.arrayContaining((expected.questions ?? []).flatMap((question) => CODES[question] ?? [])),
    );
  });

  if (others.length === 0) return;

  it('is what it is in later exports too', () => {
    for (const other of others) {
      const { profile, kind, counts } = reportOf(other);
      expect({ profile, kind }).toEqual({ profile: expected.profile, kind: expected.kind });
      expect(counts.rows).toBe(counts.accepted + counts.rejected);
      expect(counts.accepted).toBeGreaterThan(0);
    }
  });
});

describe('a currency that no row names', () => {
  const said = (file: string): readonly string[] =>
    reportOf(file)
      .issues.filter(({ code: each }) => each === 'default-currency')
      .map(({ message }) => message);

  it.each([
    ['rakuten-signature-orders/export.csv', 'USD', 'the network’s own'],
    ['amazon-earnings/export.csv', 'USD', 'Amazon.com’s'],
    ['amazon-orders/export.csv', 'USD', 'Amazon.com’s'],
    ['shareasale-activity/export.txt', 'USD', 'the network’s own'],
    ['shareasale-transactions/export.csv', 'USD', 'the network’s own'],
    ['amazon-earnings-es/export.csv', 'EUR', 'named in the header'],
  ])('%s is in %s: %s', (file, currency) => {
    expect(reportOf(file).totals?.every((total) => total.currency === currency)).toBe(true);
    expect(said(file)).toEqual([expect.stringContaining(currency) as string]);
  });

  it('is none where nothing says it, and that is said', () => {
    const report = reportOf('impact-action-listing/export.csv');
    expect(report.totals?.every(({ currency }) => currency === '')).toBe(true);
    expect(takenForGranted(report)).toContain('no-currency');
    expect(said('impact-action-listing/export.csv')).toEqual([]);
  });

  it('is not spoken of where the rows name it, or nothing has an amount', () => {
    for (const file of ['awin-transactions/export.csv', 'cj-cancellations/export.csv', 'partnerize-clicks/export.tsv'])
      expect(takenForGranted(reportOf(file))).toEqual([]);
  });
});

it('the same export packed, and as a workbook, comes to the same', () => {
  const folder = tempFolder();
  const file = join(EXPORTS, 'rewardful-commissions/export.csv');
  const text = readFileSync(file);
  const { cells } = rowsOfText(text.toString('utf8'), { delimiter: ',', quote: '"', escape: 'doubled' });
  const packed: readonly (readonly [string, Uint8Array])[] = [
    ['a.csv.gz', gzipSync(text)],
    ['a.zip', zipSync({ 'exports/june.csv': text })],
    ['a.xlsx', workbookOf(cells)],
  ];
  for (const [name, bytes] of packed) writeFileSync(join(folder, name), bytes);
  const run = inspect(packed.map(([name]) => join(folder, name)));
  expect(run.code).toBe(0);
  const { profile, kind, side, mapping, counts, totals, issues } = reportOf(
    'rewardful-commissions/export.csv',
  ) as Report & { mapping: unknown };
  for (const report of run.reports)
    expect(report).toMatchObject({ profile, kind, side, mapping, counts, totals, issues });
  expect(run.reports[2]?.read).toMatchObject({ sheet: 'Export' });
});

it('a workbook whose table is no known export is read, and its columns are left to be matched', () => {
  const books = readdirSync(WORKBOOKS).filter((name) => name.endsWith('.xlsx'));
  expect(books.length).toBeGreaterThan(2);
  const run = inspect(books.map((name) => join(WORKBOOKS, name)));
  expect(run.code).toBe(1);
  expect(run.reports.map(({ error }) => error?.code)).toEqual(books.map(() => 'unknown-format'));
});
