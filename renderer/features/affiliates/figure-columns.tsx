import { showTransactions } from '#renderer/session/navigation.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import {
  CONVERSION_STATUSES,
  RATED_STATUSES,
  VALIDATED_STATUSES,
  type Figures,
} from '#shared/domain/metrics/figures.ts';
import type { AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { microsToDecimal } from '#shared/lib/money.ts';

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
    width: 116,
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
export function figureColumns(format: Format, today: Day, clicked: boolean): readonly TableColumn<AffiliateRow>[] {
  const columns: readonly TableColumn<AffiliateRow>[] = [
    ...FIGURES.map((column): TableColumn<AffiliateRow> => ({
      id: column.id,
      header: column.header,
      width: column.width,
      align: 'end',
      sort: 'desc',
      text: (row) => figureText(row, column, format),
      file: (row) => figureCell(row, column.id),
      cell: (row) => <FigureCell row={row} column={column} format={format} />,
    })),
    {
      id: 'clicks',
      header: 'Clicks',
      width: 68,
      align: 'end',
      sort: 'desc',
      text: ({ clicks }) => clicksText(clicks, format),
      file: ({ clicks }) => (clicks === null ? null : Number(clicks)),
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
      width: 116,
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

/** The columns that are amounts, of which a file must say the currency. */
export const AMOUNT_COLUMNS: ReadonlySet<string> = new Set<FigureId>(['revenue', 'commission', 'aov', 'epc']);

/** A figure as a file has it: exact, by currency where there are several. */
function figureCell(
  { byCurrency }: AffiliateRow,
  id: FigureId,
): ReturnType<NonNullable<TableColumn<AffiliateRow>['file']>> {
  const [main] = byCurrency;
  if (!main) return null;
  if (!AMOUNT_COLUMNS.has(id)) return main.figures[id] === null ? null : Number(main.figures[id]);
  const amounts = byCurrency.flatMap(({ currency, figures }) => {
    const micros = figures[id];
    return micros === null ? [] : [{ currency, figure: microsToDecimal(BigInt(micros)) }];
  });
  if (byCurrency.length === 1) return amounts[0] ? { figure: amounts[0].figure } : null;
  return amounts.map(({ currency, figure }) => `${figure} ${currency}`).join('; ');
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
