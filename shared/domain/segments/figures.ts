import { addDays, type Day, type Period } from '../../lib/day.ts';
import type { Group } from '../ledger/query.ts';
import { clicksByAffiliate, sumOf, type Directory } from '../metrics/by-affiliate.ts';
import { addSums, figures } from '../metrics/figures.ts';

export const FIGURE_NAMES = ['conversions', 'revenue', 'commission', 'clicks', 'aov', 'epc', 'reversalRate'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/**
 * An affiliate's figures in a span. Conversions and the reversal rate (a share of one) count in every currency; amounts are micros
 * of the main currency alone, and never added to others. null: there is none to tell.
 */
export type SpanFigures = Readonly<Record<FigureName, number | null>>;

/** Of whoever has no row in a span. */
export const NO_ROWS: SpanFigures = {
  conversions: 0,
  revenue: 0,
  commission: 0,
  clicks: null,
  aov: null,
  epc: null,
  reversalRate: null,
};

/** Names a span: a rule's `days`. */
export const spanKey = (days: number | null): string => (days === null ? 'period' : String(days));

/** The days of a span: today and those before, as many as it says; null of the rule: the period of the window (null: everything). */
export const spanPeriod = (days: number | null, today: Day, window: Period | null): Period | null =>
  days === null ? window : { from: addDays(today, 1 - days), to: addDays(today, 1) };

/**
 * Figures by affiliate. `groups`: by partner, status and currency; `clicks`: of the clicks' book, by partner. Rows whose partner
 * nobody is linked to are left out.
 */
export function spanFigures(
  groups: readonly Group[],
  clicks: readonly Group[],
  directory: Directory,
  currency: string,
): ReadonlyMap<string, SpanFigures> {
  const rows = Map.groupBy(groups, (group) => group.partner && directory.ofPartner(group.partner)?.id);
  const clicked = clicksByAffiliate(clicks, directory);
  const ids = new Set([...rows.keys(), ...clicked.keys()]);
  return new Map(
    [...ids].flatMap((id) =>
      id === undefined ? [] : [[id, figuresOf(rows.get(id) ?? [], clicked.get(id) ?? null, currency)] as const],
    ),
  );
}

function figuresOf(groups: readonly Group[], clicks: bigint | null, currency: string): SpanFigures {
  const all = figures(addSums(groups.map(sumOf)), clicks);
  const main = figures(addSums(groups.filter((group) => group.currency === currency).map(sumOf)), clicks);
  return {
    conversions: Number(all.conversions),
    revenue: Number(main.revenue),
    commission: Number(main.commission),
    clicks: clicks === null ? null : Number(clicks),
    aov: main.aov === null ? null : Number(main.aov),
    epc: main.epc === null ? null : Number(main.epc),
    reversalRate: all.reversalRate,
  };
}
