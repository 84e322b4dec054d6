import { useMemo } from 'react';
import type { PreviewRow } from '#renderer/ledger/types.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { FIELD_NAMES, fieldText, isFigure, isTime } from '#renderer/session/words.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { StatusMark, WORDS } from '#renderer/ui/StatusMark.tsx';
import type { MappedColumn, Recognition } from '#shared/domain/imports/types.ts';
import type { Field, Transaction } from '#shared/domain/ledger/fields.ts';
import type { PlanKind } from '#shared/domain/ledger/plan.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { fieldName } from './kind-words.ts';

/** What she looks at first; the rest follows in the order of the file. */
const FIRST: readonly Field[] = [
  'eventTime',
  'partnerName',
  'status',
  'sale',
  'commission',
  'transactionId',
  'orderId',
  'partnerId',
];

type LedgerColumn = MappedColumn & { readonly field: Field };

/** A column per mapped one: what was understood, and under it what stands in the file. */
export function usePreviewColumns(recognition: Recognition, kind: PlanKind): readonly TableColumn<PreviewRow>[] {
  const format = useFormat();
  const today = useToday();
  return useMemo(() => {
    const rank = ({ field }: LedgerColumn): number => (FIRST.indexOf(field) + FIRST.length + 1) % (FIRST.length + 1);
    const mapped = recognition.mapping
      // The source's word stands under the status that it was read as.
      .filter((column): column is LedgerColumn => column.field in FIELD_NAMES && column.field !== 'sourceStatus')
      .toSorted((a, b) => rank(a) - rank(b));
    return [
      {
        id: 'line',
        header: FIELD_NAMES.line,
        width: 72,
        align: 'end',
        cell: ({ line }) => <span className="faint">{format.count(line)}</span>,
      },
      ...mapped.map(({ field, index, column }): TableColumn<PreviewRow> => ({
        id: `${field} ${index}`,
        header: fieldName(recognition.kind, field),
        width: widthOf(field, kind === 'changed' || kind === 'older'),
        ...(isFigure(field) ? { align: 'end' as const } : {}),
        cell: (row) => (
          <PreviewCell row={row} field={field} raw={row.raw[index] ?? ''} column={column} {...{ format, today }} />
        ),
      })),
    ];
  }, [recognition, kind, format, today]);
}

/** Where two versions stand side by side, what changes most gets more room. */
function widthOf(field: Field, twoVersions: boolean): number {
  if (field === 'status') return twoVersions ? 190 : 116;
  if (isFigure(field)) return twoVersions ? 150 : 112;
  return field === 'partnerName' ? 180 : 150;
}

interface CellProps {
  readonly row: PreviewRow;
  readonly field: Field;
  readonly raw: string;
  readonly column: string;
  readonly format: Format;
  readonly today: Day;
}

function PreviewCell({ row, field, raw, column, format, today }: CellProps) {
  const now = fieldText(row.after, field, format, today);
  const before = row.before && row.differs.includes(field) ? beforeText(row.before, field, format, today) : null;
  const full = isTime(field) ? format.momentFull(row.after[field]) : now;
  return (
    <span className="parsed-and-raw" title={`${column}: ${raw}\n${full}`}>
      <span className="parsed">
        {before !== null && (
          <>
            <del>{before}</del>
            <span aria-hidden="true"> → </span>
          </>
        )}
        {field === 'status' ? <StatusMark status={row.after.status} /> : before === null ? now : <ins>{now}</ins>}
      </span>
      <span className="raw">{raw === '' ? 'empty' : raw}</span>
    </span>
  );
}

const beforeText = (before: Transaction, field: Field, format: Format, today: Day): string =>
  field === 'status' ? WORDS[before.status] : fieldText(before, field, format, today);
