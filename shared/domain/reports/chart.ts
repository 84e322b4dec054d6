import type { Day } from '../../lib/day.ts';
import { DAY_MS, dayToNumber } from '../../lib/day.ts';
import type { Format } from '../../lib/format.ts';
import { markup, NO_HTML, text, type Html } from './html.ts';
import type { DayRevenue } from './weekly.ts';

/** Units of the drawing; the page scales it to its column. */
const TOP = 14;
const BOTTOM = 18;
/** Between the labels of the axis and the drawing, and of a letter of theirs. */
const GAP = 5;
const LETTER = 4.4;
const RIGHT = 8;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Revenue by day, each beside the same weekday of the week before: bars from zero, the week's own with their value.
 * @param size of the drawing in its own units: wider where it has the page to itself, so that letters stay one size.
 */
export function revenueChart(days: readonly DayRevenue[], currency: string, format: Format, size: ChartSize): Html {
  const { width, height } = size;
  const values = days.flatMap(({ revenue, before }) => [Number(revenue), Number(before)]);
  const { low, high, step } = scale(Math.min(0, ...values), Math.max(0, ...values));
  const y = (value: number): number => round(TOP + ((high - value) / (high - low)) * (height - TOP - BOTTOM));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const labels = ticks.map((value) => format.moneyShort(Math.round(value), currency));
  const left = round(Math.max(...labels.map((label) => label.length)) * LETTER + GAP);
  const slot = (width - left - RIGHT) / Math.max(1, days.length);
  const bar = Math.min(22, slot * 0.36);

  const rect = (x: number, value: number, look: Html): Html => {
    const [from, to] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return markup`<rect class="${look}" x="${round(x)}" y="${from}" width="${round(bar)}" height="${round(to - from)}"/>`;
  };
  const grid = ticks.map((value, index) => {
    const at = y(value);
    const look = (value === 0 ? 'zero' : 'grid') as Html;
    const label = text(labels[index] ?? '');
    return markup`<line class="${look}" x1="${left}" x2="${width}" y1="${at}" y2="${at}"/><text class="tick" x="${round(left - GAP)}" y="${round(at + 2.5)}">${label}</text>`;
  });
  const columns = days.map(({ day, revenue, before }, index) => {
    const middle = round(left + slot * (index + 0.5));
    const top = round(y(Math.max(0, Number(revenue))) - 3);
    const value = text(format.moneyShort(wholeUnits(revenue), currency));
    return [
      rect(middle - bar - 0.75, Number(before), 'then' as Html),
      rect(middle + 0.75, Number(revenue), 'now' as Html),
      revenue === 0n
        ? NO_HTML
        : markup`<text class="value" x="${round(middle + 0.75 + bar / 2)}" y="${top}">${value}</text>`,
      markup`<text class="day" x="${middle}" y="${height - 4}">${text(weekday(day, format.locale))}</text>`,
    ].join('') as Html;
  });
  const words = text(`Revenue by day in ${currency === '' ? 'no currency' : currency}`);
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">${grid}${columns}</svg>`;
}

/** Round steps from zero that hold everything; never an empty scale. Micros. */
function scale(low: number, high: number): { readonly low: number; readonly high: number; readonly step: number } {
  if (low === high) return { low: 0, high: 1_000_000, step: 1_000_000 };
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}

/** Cents would only crowd the bars. */
const wholeUnits = (micros: bigint): bigint =>
  ((micros + (micros < 0n ? -500_000n : 500_000n)) / 1_000_000n) * 1_000_000n;

const weekday = (day: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(dayToNumber(day) * DAY_MS);

const round = (value: number): number => Math.round(value * 100) / 100;
