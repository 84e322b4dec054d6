import { showAffiliate, showTransactions } from '#renderer/session/navigation.ts';
import type { TableColumn, TableSort } from '#renderer/ui/data-table-parts.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { CurrencyFigures } from '#shared/domain/metrics/by-affiliate.ts';
import {
  CONVERSION_STATUSES,
  RATED_STATUSES,
  VALIDATED_STATUSES,
  type Figures,
} from '#shared/domain/metrics/figures.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

export interface AffiliateRow {
  readonly affiliate: Affiliate;
  readonly partners: readonly PartnerKey[];
  /** The one with the most revenue first. */
  readonly byCurrency: readonly CurrencyFigures[];
  /** In the period; null where no source tells. */
  readonly clicks: bigint | null;
  /** null: there never was one; undefined: not known yet. */
  readonly lastConversion: Day | null | undefined;
}

type FigureId = 'revenue' | 'commission' | 'conversions' | 'aov' | 'epc' | 'reversalRate';

interface FigureColumn {
  readonly id: FigureId;
  readonly header: string;
  readonly width: number;
  readonly statuses: readonly Status[];
  readonly text: (figures: Figures, currency: string, format: Format) => string;
}

const FIGURES: readonly FigureColumn[] = [
  {
    id: 'revenue',
    header: 'Revenue',
    width: 128,
    statuses: CONVERSION_STATUSES,
    text: ({ revenue }, currency, format) => format.money(revenue, currency),
  },
  {
    id: 'commission',
    header: 'Commission',
    width: 104,
    statuses: CONVERSION_STATUSES,
    text: ({ commission }, currency, format) => format.money(commission, currency),
  },
  {
    id: 'conversions',
    header: 'Conversions',
    width: 100,
    statuses: CONVERSION_STATUSES,
    text: ({ conversions }, _, format) => format.count(conversions),
  },
  {
    id: 'aov',
    header: 'AOV',
    width: 92,
    statuses: CONVERSION_STATUSES,
    text: ({ aov }, currency, format) => (aov === null ? NOTHING : format.money(aov, currency)),
  },
  {
    id: 'epc',
    header: 'EPC',
    width: 76,
    statuses: VALIDATED_STATUSES,
    text: ({ epc }, currency, format) => (epc === null ? NOTHING : format.money(epc, currency)),
  },
  {
    id: 'reversalRate',
    header: 'Reversal rate',
    width: 100,
    statuses: RATED_STATUSES,
    text: ({ reversalRate }, _, format) => format.percent(reversalRate),
  },
];

/**
 * Figures are of the affiliate's main currency; that there are others is said, with theirs, never added. `clicked`: an import
 * tells of clicks, and so there is something to say of them.
 */
export function affiliateColumns(format: Format, today: Day, clicked: boolean): readonly TableColumn<AffiliateRow>[] {
  const columns: readonly TableColumn<AffiliateRow>[] = [
    {
      id: 'name',
      header: 'Affiliate',
      width: 150,
      grow: 420,
      sort: 'asc',
      text: ({ affiliate }) => affiliate.name,
      cell: ({ affiliate }) => (
        <button
          type="button"
          className="link"
          tabIndex={-1}
          title={affiliate.name}
          onClick={() => showAffiliate(affiliate.id)}
        >
          {affiliate.name}
        </button>
      ),
    },
    {
      id: 'network',
      header: 'Network',
      width: 106,
      sort: 'asc',
      text: ({ partners }) => networksOf(partners),
      cell: ({ partners }) => networksOf(partners),
    },
    ...FIGURES.map((column): TableColumn<AffiliateRow> => ({
      id: column.id,
      header: column.header,
      width: column.width,
      align: 'end',
      sort: 'desc',
      text: (row) => figureText(row, column, format),
      cell: (row) => <FigureCell row={row} column={column} format={format} />,
    })),
    {
      id: 'clicks',
      header: 'Clicks',
      width: 68,
      align: 'end',
      sort: 'desc',
      text: ({ clicks }) => clicksText(clicks, format),
      cell: ({ affiliate, clicks }) =>
        clicks === null || clicks === 0n ? (
          <span className="faint">{clicksText(clicks, format)}</span>
        ) : (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            onClick={() => showTransactions({ book: 'clicks', affiliateId: affiliate.id })}
          >
            {clicksText(clicks, format)}
          </button>
        ),
    },
    {
      id: 'last',
      header: 'Last conversion',
      width: 124,
      align: 'end',
      sort: 'desc',
      text: ({ lastConversion }) => lastConversion ?? NOTHING,
      cell: ({ lastConversion }) =>
        lastConversion ? (
          <span title={format.dayFull(lastConversion)}>{format.day(lastConversion, today)}</span>
        ) : (
          <span className="faint">{lastConversion === null ? NOTHING : ''}</span>
        ),
    },
  ];
  return clicked ? columns : columns.filter(({ id }) => id !== 'clicks' && id !== 'epc');
}

const clicksText = (clicks: bigint | null, format: Format): string =>
  clicks === null ? NOTHING : format.count(clicks);

const figureText = ({ byCurrency }: AffiliateRow, column: FigureColumn, format: Format): string =>
  byCurrency.map(({ currency, figures }) => column.text(figures, currency, format)).join(', ') || NOTHING;

function FigureCell(props: { readonly row: AffiliateRow; readonly column: FigureColumn; readonly format: Format }) {
  const { row, column, format } = props;
  const [main, ...others] = row.byCurrency;
  if (!main) return <span className="faint">{NOTHING}</span>;
  const also = others.map(({ currency, figures }) => column.text(figures, currency, format)).join(', ');
  return (
    <>
      {others.length > 0 && column.id === 'revenue' && (
        <span className="also" title={`Also ${also}`}>{`+${others.length}`}</span>
      )}
      <button
        type="button"
        className="link"
        tabIndex={-1}
        title={also === '' ? undefined : `In other currencies: ${also}`}
        onClick={() =>
          showTransactions({
            affiliateId: row.affiliate.id,
            statuses: column.statuses,
            currencies: [main.currency],
          })
        }
      >
        {column.text(main.figures, main.currency, format)}
      </button>
    </>
  );
}

export const networksOf = (partners: readonly PartnerKey[]): string =>
  [...new Set(partners.map(({ network }) => network))].join(', ') || NOTHING;

/** Amounts are only held against amounts of the same currency: preferred ones first, then the one most affiliates have. */
export function sortAffiliates(
  rows: readonly AffiliateRow[],
  { by, direction }: TableSort,
  preferred: readonly string[] = [],
): readonly AffiliateRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  const byName = (a: AffiliateRow, b: AffiliateRow): number => a.affiliate.name.localeCompare(b.affiliate.name);
  if (by === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  if (by === 'network') {
    return rows.toSorted((a, b) => sign * networksOf(a.partners).localeCompare(networksOf(b.partners)) || byName(a, b));
  }
  if (by === 'last') {
    const day = ({ lastConversion }: AffiliateRow): string => lastConversion ?? '';
    return rows.toSorted((a, b) => sign * day(a).localeCompare(day(b)) || byName(a, b));
  }
  const figure = by as FigureId | 'clicks';
  const inMoney = figure !== 'conversions' && figure !== 'reversalRate' && figure !== 'clicks';
  const currencyOf = (row: AffiliateRow): string => row.byCurrency[0]?.currency ?? '';
  const sizes = Map.groupBy(rows, currencyOf);
  const place = (row: AffiliateRow): number => {
    const at = preferred.indexOf(currencyOf(row));
    return at < 0 ? preferred.length : at;
  };
  const size = (row: AffiliateRow): number => sizes.get(currencyOf(row))?.length ?? 0;
  const byCurrency = (a: AffiliateRow, b: AffiliateRow): number =>
    place(a) - place(b) || size(b) - size(a) || currencyOf(a).localeCompare(currencyOf(b));
  const value = (row: AffiliateRow): number | null => {
    const found = figure === 'clicks' ? row.clicks : row.byCurrency[0]?.figures[figure];
    return found === null || found === undefined ? null : Number(found);
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    // Who has none comes last, whichever way.
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return (inMoney && byCurrency(a, b)) || sign * (x - y) || byName(a, b);
  });
}
