import { microsToDecimal } from '../../lib/money.ts';
import { csvText } from '../ledger/export-csv.ts';
import type { Figures } from '../metrics/figures.ts';
import type { Arrival, WeeklyReport } from './weekly.ts';
import { addDays } from '../../lib/day.ts';

/** Columns of the one table; what a line has nothing for stays empty. */
const COLUMNS = [
  'Section',
  'First day',
  'Last day',
  'Day',
  'Currency',
  'Affiliate',
  'Revenue',
  'Revenue week before',
  'Revenue difference',
  'Commission',
  'Commission week before',
  'Conversions',
  'Conversions week before',
  'Clicks',
  'Clicks week before',
  'Earnings per click',
  'Earnings per click week before',
  'Reversed sales',
  'Reversed sales week before',
  'Reversed',
  'Reversed week before',
  'Task',
  'Due',
  'Segment',
] as const;

type Column = (typeof COLUMNS)[number];

/** A cell: text is quoted and kept from being a formula, a figure stands as it is. */
type Cell = { readonly text: string } | { readonly figure: string };

type Line = { readonly [C in Column]?: Cell };

const ROW_END = '\r\n';

/**
 * The report as one table, which a spreadsheet can filter by its first column and turn into a pivot: "Total", "Day",
 * "Affiliate" (all of them, not the ten of the page), "New", "Lost" and "Task". Amounts are exact decimals with a point.
 * It begins with a byte order mark: without one, Excel reads UTF-8 as Windows-1252. RFC 4180: commas, CRLF.
 */
export function weeklyCsv(report: WeeklyReport): string {
  const { week } = report.weeks;
  const days: Line = { 'First day': figure(week.from), 'Last day': figure(addDays(week.to, -1)) };
  const whose: Line = report.segment === '' ? {} : { Segment: text(report.segment) };
  const lines = linesOf(report).map((line) => ({ ...days, ...line, ...whose }));
  const row = (line: Line): string => COLUMNS.map((column) => cellText(line[column])).join(',') + ROW_END;
  return `\uFEFF${COLUMNS.join(',')}${ROW_END}${lines.map(row).join('')}`;
}

function linesOf({ currencies, arrived, left, tasks }: WeeklyReport): readonly Line[] {
  return [
    ...currencies.map((each) => ({
      Section: text('Total'),
      Currency: text(each.currency),
      ...figuresOf(each.now, each.before),
    })),
    ...currencies.flatMap(({ currency, days }) =>
      days.map(({ day, revenue, before }) => ({
        Section: text('Day'),
        Day: figure(day),
        Currency: text(currency),
        ...revenueOf(revenue, before),
      })),
    ),
    ...currencies.flatMap(({ currency, affiliates }) =>
      affiliates.map((each) => ({
        Section: text('Affiliate'),
        Currency: text(currency),
        Affiliate: text(each.name),
        ...figuresOf(each.now, each.before),
      })),
    ),
    ...arrivals('New', arrived ?? []),
    ...arrivals('Lost', left),
    ...tasks.map(({ title, affiliate, due }) => ({
      Section: text('Task'),
      Affiliate: text(affiliate),
      Task: text(title),
      ...(due ? { Due: figure(due.time ? `${due.day} ${due.time}` : due.day) } : {}),
    })),
  ];
}

/** A lost affiliate's revenue is that of the week it was last seen in, so it stands in no column of this week. */
const arrivals = (section: 'New' | 'Lost', people: readonly Arrival[]): readonly Line[] =>
  people.flatMap(({ name, revenue }) =>
    revenue.map(({ currency, micros, conversions }) => ({
      Section: text(section),
      Currency: text(currency),
      Affiliate: text(name),
      ...(section === 'New' ? { Revenue: money(micros), Conversions: figure(String(conversions)) } : {}),
    })),
  );

const revenueOf = (now: bigint, before: bigint): Line => ({
  Revenue: money(now),
  'Revenue week before': money(before),
  'Revenue difference': money(now - before),
});

const figuresOf = (now: Figures, before: Figures): Line => ({
  ...revenueOf(now.revenue, before.revenue),
  Commission: money(now.commission),
  'Commission week before': money(before.commission),
  Conversions: figure(String(now.conversions)),
  'Conversions week before': figure(String(before.conversions)),
  ...(now.clicks === null ? {} : { Clicks: figure(String(now.clicks)) }),
  ...(before.clicks === null ? {} : { 'Clicks week before': figure(String(before.clicks)) }),
  ...(now.epc === null ? {} : { 'Earnings per click': money(now.epc) }),
  ...(before.epc === null ? {} : { 'Earnings per click week before': money(before.epc) }),
  'Reversed sales': money(now.reversedSale),
  'Reversed sales week before': money(before.reversedSale),
  Reversed: figure(String(now.reversed)),
  'Reversed week before': figure(String(before.reversed)),
});

const text = (value: string): Cell => ({ text: value });
const figure = (value: string): Cell => ({ figure: value });
const money = (micros: bigint): Cell => figure(microsToDecimal(micros));

const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : 'text' in cell ? csvText(cell.text) : cell.figure;
