import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, usePeriod, useToday } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { copyRows, wantedRows } from '#renderer/session/table-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { TableHead } from '#renderer/ui/TableHead.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import { clicksByAffiliate, figuresByAffiliate, type Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { affiliateColumns, sortAffiliates, type AffiliateRow } from './affiliate-columns.tsx';
import { exportAffiliates } from './export-affiliates.ts';
import { useLastConversions } from './use-last-conversions.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import './affiliates.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
  readonly segmentId: string | null;
}

/** Everyone in the program, with their figures of the period. */
export function AffiliatesScreen({ ledger, directory }: Props) {
  const { period } = usePeriod();
  const format = useFormat();
  const today = useToday();
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<readonly TableSort[]>([{ by: 'revenue', direction: 'desc' }]);
  const preferred = usePreferences((state) => state.currencies);
  const groups = useGroups(ledger, period, {}, ['partner', 'currency', 'status']);
  const clickGroups = useGroups(ledger, period, {}, ['partner'], 'clicks').value;

  const lastDays = useLastConversions(ledger, directory);

  const rows = useMemo((): readonly AffiliateRow[] => {
    const clicks = clicksByAffiliate(clickGroups ?? [], directory);
    const figures = figuresByAffiliate(groups.value ?? [], directory, preferred, clicks);
    const words = text.trim().toLowerCase();
    const found = directory.affiliates.filter(
      (affiliate) =>
        words === '' ||
        affiliate.name.toLowerCase().includes(words) ||
        directory.partnersOf(affiliate.id).some(({ partnerId }) => partnerId.toLowerCase().includes(words)),
    );
    return sortAffiliates(
      found.map((affiliate) => ({
        affiliate,
        partners: directory.partnersOf(affiliate.id),
        byCurrency: figures.get(affiliate.id) ?? [],
        clicks: clicks.get(affiliate.id) ?? null,
        lastConversion: lastDays ? (lastDays.get(affiliate.id) ?? null) : undefined,
      })),
      sort[0] ?? { by: 'revenue', direction: 'desc' },
      preferred,
    );
  }, [groups.value, clickGroups, directory, lastDays, text, sort, preferred]);
  const clicked = clickGroups !== null && clickGroups.length > 0;
  const all = useMemo(() => affiliateColumns(format, today, clicked), [format, today, clicked]);
  const kept = useTable('affiliates', all);
  const list = JSON.stringify([sort, text, period]);
  const cursor = useTableCursor(list);

  if (directory.affiliates.length === 0) {
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
  const open = (index: number): void => {
    const row = rows[index];
    if (row) showAffiliate(row.affiliate.id);
  };
  /** What she can change of an affiliate stands on their page. */
  const edit = (index: number): void => {
    open(index);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-keyshortcuts="e"]')?.click());
  };
  return (
    <>
      <TableHead
        of="affiliates"
        by="name or partner id"
        shows={{ text, sort }}
        onText={setText}
        onSort={setSort}
        count={rows.length === 1 ? '1 affiliate' : `${format.count(rows.length)} affiliates`}
        kept={kept}
        empty={rows.length === 0}
        onExport={() => void exportAffiliates(rows)}
      />
      {rows.length === 0 ? (
        <EmptyState action={<Button onClick={() => setText('')}>Clear the filter</Button>}>
          {`No affiliate is called “${text.trim()}” or has it as a partner id.`}
        </EmptyState>
      ) : (
        <DataTable
          label="Affiliates"
          list={list}
          columns={kept.columns}
          widths={kept.widths}
          onWidths={kept.setWidths}
          total={rows.length}
          rowAt={(index) => rows[index]}
          sort={sort}
          onSort={(_, all) => setSort(all)}
          cursor={cursor}
          onOpen={open}
          onEdit={edit}
          onCopy={() =>
            void copyRows(
              kept.columns,
              wantedRows((index) => rows[index], cursor),
            )
          }
          rowHeight={rowHeight}
          letters={letters}
          dimmed={groups.stale}
        />
      )}
    </>
  );
}
