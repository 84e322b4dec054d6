import { CONVERSION_STATUSES, RATED_STATUSES, change, type Figures } from '#shared/domain/metrics/figures.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

/** One figure as it is shown, and the rows it is made of. */
export interface FigureItem {
  readonly label: string;
  readonly text: string;
  /** How it moved against the period before, signed; null without one. */
  readonly change: string | null;
  readonly direction: 'better' | 'worse' | 'same';
  /** What it is made of, where the name does not say. */
  readonly note: string;
  /** Statuses of the rows it is made of; null: there are none to show. */
  readonly statuses: readonly Status[] | null;
}

/** The figures of one currency in their order, held against those of the period before. */
export function figureItems(
  figures: Figures,
  before: Figures | null,
  currency: string,
  format: Format,
): readonly FigureItem[] {
  const money = (micros: bigint | null): string => (micros === null ? NOTHING : format.money(micros, currency));
  const item = (
    label: string,
    text: string,
    values: readonly [bigint | number | null, bigint | number | null | undefined],
    rest: Partial<FigureItem> & { readonly lessIsBetter?: boolean } = {},
  ): FigureItem => {
    const { lessIsBetter = false, ...given } = rest;
    const moved = change(values[0], values[1] ?? null);
    const up = lessIsBetter ? -1 : 1;
    return {
      label,
      text,
      change: moved === null ? null : format.change(moved),
      direction: moved === null || Math.abs(moved) < 0.005 ? 'same' : moved * up > 0 ? 'better' : 'worse',
      note: '',
      statuses: CONVERSION_STATUSES,
      ...given,
    };
  };
  /** Corrections are rows of other statuses. */
  const onlyReversed = figures.reversed > 0n && figures.reversed === figures.rated - figures.conversions;
  return [
    item('Revenue', money(figures.revenue), [figures.revenue, before?.revenue]),
    item('Commission', money(figures.commission), [figures.commission, before?.commission]),
    item('Conversions', format.count(figures.conversions), [figures.conversions, before?.conversions]),
    item('AOV', money(figures.aov), [figures.aov, before?.aov], { note: 'revenue per conversion' }),
    item('EPC', money(figures.epc), [figures.epc, before?.epc], {
      note:
        figures.clicks === null
          ? 'no clicks in the files'
          : `validated commission over ${format.count(figures.clicks)} clicks`,
      statuses: null,
    }),
    item('Reversal rate', format.percent(figures.reversalRate), [figures.reversalRate, before?.reversalRate], {
      note: `${format.count(figures.reversed)} of ${format.count(figures.rated)}`,
      statuses: onlyReversed ? ['reversed'] : RATED_STATUSES,
      lessIsBetter: true,
    }),
  ];
}
