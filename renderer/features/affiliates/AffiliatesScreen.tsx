import { Users } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, wantedRows } from '#renderer/session/table-text.ts';
import { useFormat, usePeriod, useToday } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { useKeyedCursor } from '#renderer/ui/use-keyed-cursor.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { affiliateConditions } from '#shared/domain/search/affiliate-conditions.ts';
import { filterAffiliates, NO_FILTER, type AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import { sortAffiliates } from '#shared/domain/search/affiliate-sort.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { PLAIN_LOOK, type TableLook } from '#shared/lib/table-look.ts';
import { AffiliateFilters } from './AffiliateFilters.tsx';
import { BulkBar } from './BulkBar.tsx';
import { exportAffiliates } from './export-affiliates.ts';
import { figureColumns } from './figure-columns.tsx';
import { setFilter, setSorts, useAffiliateList, useFilterOfList } from './list-state.ts';
import { recordColumns } from './record-columns.tsx';
import { useAffiliateRows } from './use-affiliate-rows.ts';
import './affiliates.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
  /** Only who is in it. */
  readonly segmentId: string | null;
}

/** The names stay in sight, and no more is shown than fits beside them. */
const FIRST_LOOK: TableLook = { ...PLAIN_LOOK, hidden: ['aov'], pinned: ['name'] };

const keyOf = ({ affiliate }: AffiliateRow): string => affiliate.id;
const tickOf = ({ affiliate }: AffiliateRow): string => `Select ${affiliate.name}`;

/** Everyone in the program, with what is said of them and their figures of the period. */
export function AffiliatesScreen({ ledger, directory, segments, segmentId }: Props) {
  useEffect(() => {
    if (segmentId !== null) setFilter({ ...NO_FILTER, is: { segment: [segmentId] } });
  }, [segmentId]);
  if (directory.affiliates.length > 0) return <List ledger={ledger} directory={directory} segments={segments} />;
  return (
    <EmptyState
      icon={<Users size={28} aria-hidden="true" />}
      action={
        <Button kind="primary" onClick={() => void chooseFiles()}>
          Import an export
        </Button>
      }
    >
      Your affiliates appear here with the first export that names them.
    </EmptyState>
  );
}

function List({ ledger, directory, segments }: Omit<Props, 'segmentId'>) {
  const { period } = usePeriod();
  const format = useFormat();
  const today = useToday();
  const { rows, clicked, stale } = useAffiliateRows(ledger, directory);
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const preferred = usePreferences((state) => state.currencies);
  const stages = usePreferences((state) => state.stages);
  const customFields = usePreferences((state) => state.customFields);
  const filter = useFilterOfList();
  const sorts = useAffiliateList((state) => state.sorts);
  const bar = useRef<HTMLDivElement>(null);

  const tags = useMemo(
    () => [...new Set(directory.affiliates.flatMap((affiliate) => affiliate.tags))].sort(),
    [directory],
  );
  const conditions = useMemo(
    () => affiliateConditions({ stages, customFields, segments }),
    [stages, customFields, segments],
  );
  const sorted = useMemo(
    () => sortAffiliates(rows, sorts, { preferred, stages, customFields, locale: format.locale }),
    [rows, sorts, preferred, stages, customFields, format.locale],
  );
  const found = useMemo(() => filterAffiliates(sorted, filter, conditions), [sorted, filter, conditions]);
  const all = useMemo(
    () => [...recordColumns({ format, today, customFields, tags }), ...figureColumns(format, today, clicked)],
    [format, today, customFields, tags, clicked],
  );
  const kept = useTable('affiliates', all, FIRST_LOOK);
  const list = useMemo(() => JSON.stringify([sorts, filter, period]), [sorts, filter, period]);
  const keys = useMemo(() => found.map(keyOf), [found]);
  const cursor = useKeyedCursor(list, keys);
  const { columns } = kept;
  const rowAt = (index: number): AffiliateRow | undefined => found[index];
  const selected = cursor.selected.size === 0 ? [] : wantedRows(rowAt, cursor);

  return (
    <>
      <AffiliateFilters
        rows={rows}
        conditions={conditions}
        count={found.length === 1 ? '1 affiliate' : `${format.count(found.length)} affiliates`}
        kept={kept}
        empty={found.length === 0}
        onExport={() => void exportAffiliates(columns, found)}
      />
      {found.length === 0 ? (
        <EmptyState action={<Button onClick={() => setFilter(NO_FILTER)}>Clear the filters</Button>}>
          {filter.text.trim() === '' || Object.keys(filter.is).length > 0
            ? 'No affiliate meets these conditions.'
            : `No affiliate has “${filter.text.trim()}” in a name, id, site, e-mail or code.`}
        </EmptyState>
      ) : (
        <DataTable
          label="Affiliates"
          list={list}
          columns={columns}
          widths={kept.widths}
          onWidths={kept.setWidths}
          total={found.length}
          rowAt={rowAt}
          rowKey={keyOf}
          tick={tickOf}
          sort={sorts}
          onSort={(_, several) => setSorts(several)}
          cursor={cursor}
          onOpen={(index) => {
            const row = found[index];
            if (row) showAffiliate(row.affiliate.id);
          }}
          onActions={() =>
            requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus())
          }
          onCopy={() => void copyRows(columns, wantedRows(rowAt, cursor))}
          rowHeight={rowHeight}
          letters={letters}
          dimmed={stale}
        />
      )}
      {selected.length > 0 && (
        <BulkBar
          ref={bar}
          selected={selected.map(({ affiliate }) => affiliate)}
          total={found.length}
          count={format.count}
          tags={tags}
          onAll={() => cursor.selectAll(found.length)}
          onNone={cursor.unselect}
          onExport={() => void exportAffiliates(columns, selected)}
        />
      )}
    </>
  );
}
