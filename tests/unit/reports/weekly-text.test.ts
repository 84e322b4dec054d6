import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { revenueChart } from '#shared/domain/reports/chart.ts';
import { weeklyCsv } from '#shared/domain/reports/weekly-csv.ts';
import { weeklyHtml } from '#shared/domain/reports/weekly-html.ts';
import { weeklyReport } from '#shared/domain/reports/weekly.ts';
import { makeFormat } from '#shared/lib/format.ts';
import { day, sourceOf, task, type Sale } from './source.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>1</script>',
  '&lt;b&gt;',
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '＝1',
  'a\r\nb,"c"',
  '\u202Erev\u200F',
  'שלום',
  '\u0000\u001b[2J',
  '\uD800',
  '${1}{{x}}',
  'x'.repeat(5000),
  '😀'.repeat(2500),
];

const sales = (names: readonly string[]): readonly Sale[] =>
  names.flatMap((who, index): Sale[] => [
    { who, day: '2026-11-18', sale: 100 + index, commission: 5 },
    { who, day: '2026-11-11', sale: 90, commission: 5 },
    { who, day: '2026-11-12', sale: 5, status: 'reversed' },
    { who, day: '2026-10-20', sale: 5, currency: 'GBP' },
  ]);

const reportOn = (names: readonly string[]) =>
  weeklyReport(sourceOf(sales(names), [...names.map((name) => task(name, { day: day('2026-11-20'), time: null }))]));

const page = (names: readonly string[]): string => weeklyHtml(reportOn(names), 'en-US');

/** The tags of a page, without what stands in quotes. */
const tags = (html: string): readonly string[] =>
  (html.match(/<[^<>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

const table = (csv: string): Record<string, string>[] => {
  const [header = [], ...rows] = Papa.parse(csv.slice(1).trim(), {
    delimiter: ',',
    quoteChar: '"',
    newline: '\r\n' as '\n',
    header: false,
  }).data;
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
};

/** Every tag that the report itself makes. */
const OWN =
  /^<(!doctype|\/?(html|head|meta|title|style|body|header|div|h[123]|p|br|b|section|span|em|i|bdi|table|thead|tbody|tfoot|tr|th|td|svg|line|rect|text)\b)/;

describe('the page', () => {
  it('is whole, fetches nothing and runs nothing', () => {
    const html = page(['Kibble Club']);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
    expect(html).toContain('size: A4');
    expect(html).not.toMatch(/<(script|link|iframe|img|object|embed|base|form)\b|\bon\w+=|href=|src=|url\(|@import/i);
    expect(html).toContain('Nov 16');
    expect(html).toContain('$100.00');
  });

  it.each(HOSTILE)('has %j as text', (name) => {
    const html = page([name]);
    expect(tags(html).filter((tag) => !OWN.test(tag))).toEqual([]);
    expect(tags(html).join('\n')).not.toMatch(/\bon\w+=|javascript:/i);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(html.isWellFormed()).toBe(true);
    expect(html.length).toBeLessThan(60_000);
  });

  it('has any text as text', () => {
    const plain = tags(page(['plain'])).length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
        const html = page([name]);
        expect(tags(html)).toHaveLength(plain);
        expect(html.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('turns nothing around a name that is written from right to left', () => {
    expect(page(['\u202Erev'])).toContain('<bdi class="name">\u202Erev</bdi>');
  });

  it('cuts what is absurdly long', () => {
    const html = page(['x'.repeat(5000)]);
    expect(html).toContain(`${'x'.repeat(80)}…`);
    expect(html).not.toContain('x'.repeat(81));
  });

  it('shows each currency for itself, in its own formats', () => {
    const html = weeklyHtml(
      weeklyReport(
        sourceOf([
          { who: 'a', day: '2026-11-16', sale: 1234.5 },
          { who: 'a', day: '2026-11-16', sale: 99, currency: 'GBP' },
        ]),
      ),
      'de-DE',
    );
    expect(html).toContain('1.234,50');
    expect(html).toContain('99,00');
    expect(html).not.toContain('1.333,50');
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  it('says so when there is nothing', () => {
    const html = weeklyHtml(weeklyReport(sourceOf([])), 'en-US');
    expect(html).toContain('No transaction falls into this week');
    expect(html).not.toContain('<svg');
  });
});

describe('the chart', () => {
  const format = makeFormat('en-US', 'UTC');
  const bars = (svg: string): number[][] =>
    [...svg.matchAll(/<rect class="\w+" x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"/g)].map(
      (match) => match.slice(1).map(Number),
    );

  it('stands on zero: heights are as the amounts', () => {
    const svg = revenueChart(
      [
        { day: day('2026-11-16'), revenue: 100_000_000n, before: 50_000_000n },
        { day: day('2026-11-17'), revenue: 200_000_000n, before: 0n },
      ],
      'USD',
      format,
      { width: 520, height: 150 },
    );
    const [then, now, none, twice] = bars(svg).map(([, , , height]) => height ?? 0);
    expect(now).toBeCloseTo((then ?? 0) * 2, 1);
    expect(twice).toBeCloseTo((now ?? 0) * 2, 1);
    expect(none).toBe(0);
    expect(svg).toContain('$0');
  });

  it('holds whatever the amounts are', () => {
    const amount = fc.oneof(fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), fc.bigInt({ min: -30n, max: 30n }));
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 7, maxLength: 7 }), (days) => {
        const svg = revenueChart(
          days.map(([revenue, before]) => ({ day: day('2026-11-16'), revenue, before })),
          'USD',
          format,
          { width: 520, height: 150 },
        );
        expect(svg).not.toMatch(/NaN|Infinity/);
        for (const [, y = -1, , height = -1] of bars(svg)) {
          expect(height).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual(150);
        }
      }),
    );
  });
});

describe('the table', () => {
  it('is one table that a spreadsheet can filter by its first column', () => {
    const csv = weeklyCsv(reportOn(['Kibble Club', 'Pawsome']));
    expect(csv.startsWith('\uFEFFSection,')).toBe(true);
    const rows = table(csv);
    expect([...new Set(rows.map((row) => row['Section']))]).toEqual(['Total', 'Day', 'Affiliate', 'Task']);
    expect(rows.find((row) => row['Section'] === 'Total')).toMatchObject({
      'First day': '2026-11-16',
      'Last day': '2026-11-22',
      Currency: 'USD',
      Revenue: '201.00',
      'Revenue week before': '180.00',
      'Revenue difference': '21.00',
      'Conversions week before': '2',
      'Reversed week before': '2',
    });
    expect(rows.filter((row) => row['Section'] === 'Day')).toHaveLength(7);
    expect(rows.filter((row) => row['Section'] === 'Affiliate').map((row) => row['Affiliate'])).toEqual([
      'Pawsome',
      'Kibble Club',
    ]);
  });

  it('leaves a negative amount a number', () => {
    const csv = weeklyCsv(weeklyReport(sourceOf([{ who: 'a', day: '2026-11-11', sale: 12.5 }])));
    expect(csv).toContain(',-12.50,');
  });

  it.each(HOSTILE)('has %j as text', (name) => {
    const rows = table(weeklyCsv(reportOn([name]))).filter((row) => row['Section'] === 'Affiliate');
    expect(rows).toHaveLength(1);
    const cell = rows[0]?.['Affiliate'] ?? '';
    expect(cell.replace(/^'/, '')).toBe(name);
    expect(cell).not.toMatch(/^[\s"\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/);
  });

  it('has any text as text, and its rows stay rows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const rows = table(weeklyCsv(reportOn([name])));
        expect(
          rows.filter((row) => row['Section'] === 'Affiliate').map((row) => (row['Affiliate'] ?? '').replace(/^'/, '')),
        ).toEqual([name.replace(/^'/, '')]);
      }),
      { numRuns: 200 },
    );
  });
});
