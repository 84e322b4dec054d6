import { useMemo, useState } from 'react';
import type { LedgerClient, PlanSummary, PreviewRow } from '#renderer/ledger/types.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { useRowPages, type RowSlice } from '#renderer/ui/use-row-pages.ts';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { RowIssue, SkippedRow } from '#shared/domain/imports/types.ts';
import type { PlanKind } from '#shared/domain/ledger/plan.ts';
import { usePreviewColumns } from './preview-columns.tsx';

const TWO_LINES = 46;

/** The rows of one kind, parsed above raw. The worker keeps the first 500 of each. */
export function PlannedTable(props: {
  readonly ledger: LedgerClient;
  readonly plan: PlanSummary;
  readonly kind: PlanKind;
}) {
  const { ledger, plan, kind } = props;
  const format = useFormat();
  const columns = usePreviewColumns(plan.recognition, kind);
  const all = plan.counts[kind];
  const [shown, setShown] = useState<number | null>(null);
  return (
    <>
      <PreviewTable<PreviewRow>
        name={`${plan.planId} ${kind}`}
        label="Rows to check"
        columns={columns}
        rowHeight={TWO_LINES}
        read={async (offset, limit) => {
          const slice = await ledger.plannedRows(plan.planId, kind, { offset, limit });
          setShown(slice.total);
          return slice;
        }}
        none={NONE[kind]}
      />
      {shown !== null && shown < all && (
        <p className="import-cut faint">{`The first ${format.count(shown)} of ${format.count(all)} are shown. All are counted.`}</p>
      )}
    </>
  );
}

const NONE: Readonly<Record<PlanKind, string>> = {
  new: 'No row of this file is new.',
  changed: 'No row of this file changes what is here.',
  same: 'No row of this file is here already.',
  older: 'Nothing here is newer than this file.',
  repeated: 'No transaction stands in this file twice.',
};

/** Values of rows that were taken in all the same: where, what stands there, and what was made of it. */
export function RemarkTable({ planId, remarks }: { readonly planId: string; readonly remarks: readonly RowIssue[] }) {
  const format = useFormat();
  const columns = useMemo(
    (): readonly TableColumn<RowIssue>[] => [
      { id: 'line', header: 'Line', width: 80, align: 'end', cell: ({ line }) => format.count(line) },
      { id: 'column', header: 'Column', width: 180, cell: ({ column }) => column || 'The whole row' },
      { id: 'value', header: 'Value', width: 160, cell: ({ value }) => <span className="raw">{value}</span> },
      {
        id: 'reason',
        header: 'Reason',
        width: 320,
        grow: 900,
        cell: ({ message }) => (
          <span className="reason" title={message}>
            {message}
          </span>
        ),
      },
      {
        id: 'effect',
        header: 'What happens',
        width: 150,
        cell: ({ effect }) => (effect === 'repaired' ? 'Row is repaired' : 'Value is left empty'),
      },
    ],
    [format],
  );
  return (
    <PreviewTable
      name={`${planId} remarks`}
      label="Rows with remarks"
      columns={columns}
      rowHeight={TWO_LINES}
      read={(offset, limit) =>
        Promise.resolve({ rows: remarks.slice(offset, offset + limit), total: remarks.length, version: 0 })
      }
      none="There is nothing to say of any row."
    />
  );
}

/** Rows that are no records: totals, notes, empty lines. */
export function SkippedTable({ ledger, planId }: { readonly ledger: LedgerClient; readonly planId: string }) {
  const format = useFormat();
  const columns = useMemo(
    (): readonly TableColumn<SkippedRow>[] => [
      { id: 'line', header: 'Line', width: 80, align: 'end', cell: ({ line }) => format.count(line) },
      { id: 'reason', header: 'Reason', width: 320, grow: 900, cell: ({ reason }) => reason },
    ],
    [format],
  );
  return (
    <PreviewTable
      name={`${planId} skipped`}
      label="Skipped rows"
      columns={columns}
      read={(offset, limit) => ledger.skipped(planId, { offset, limit })}
      none="No row was skipped."
    />
  );
}

interface PreviewTableProps<Row> {
  /** What is asked for: another name is another table. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rowHeight?: number;
  readonly read: (offset: number, limit: number) => Promise<RowSlice<Row>>;
  readonly none: string;
}

/** A table of what a plan holds, read as it is scrolled. */
export function PreviewTable<Row>({ name, label, columns, rowHeight = 32, read, none }: PreviewTableProps<Row>) {
  const letters = usePreferences((state) => state.letters);
  const pages = useRowPages(name, read);
  const cursor = useTableCursor(name);
  if (pages.total === 0 && !pages.stale) return <p className="import-none faint">{none}</p>;
  return (
    <DataTable
      label={label}
      list={name}
      columns={columns}
      total={pages.total ?? 0}
      rowAt={pages.rowAt}
      onNeed={pages.need}
      sort={null}
      onSort={() => undefined}
      cursor={cursor}
      rowHeight={rowHeight}
      letters={letters}
    />
  );
}
