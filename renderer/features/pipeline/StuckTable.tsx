import { useMemo, useState } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, exportRows, wantedRows } from '#renderer/session/table-text.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ColumnsMenu, ExportButton } from '#renderer/ui/TableTools.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Stuck } from '#shared/domain/pipeline/progress.ts';
import { sortStuck, stuckColumns, type StuckRow } from './stuck-columns.tsx';

interface Props {
  readonly all: readonly Stuck[];
  readonly directory: Directory;
}

const ANY = '';

/** Who is stuck where: every checklist that is not done, and what it waits for. */
export function StuckTable({ all, directory }: Props) {
  const format = useFormat();
  const now = useClock((state) => state.now);
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const [text, setText] = useState('');
  const [checklist, setChecklist] = useState(ANY);
  const [item, setItem] = useState(ANY);
  const [sort, setSort] = useState<TableSort>({ by: 'still', direction: 'desc' });
  const known = useMemo(
    () =>
      all.flatMap((each): readonly StuckRow[] => {
        const affiliate = directory.byId(each.progress.affiliateId);
        return affiliate ? [{ ...each, affiliate }] : [];
      }),
    [all, directory],
  );
  const names = [...new Set(known.map(({ progress }) => progress.name))].sort();
  const ofChecklist = known.filter(({ progress }) => checklist === ANY || progress.name === checklist);
  const items = [...new Set(ofChecklist.map(({ waits }) => waits.text))].sort();
  // What she filtered by may be ticked by now.
  const wantedItem = items.includes(item) ? item : ANY;
  const words = text.trim().toLowerCase();
  const rows = sortStuck(
    ofChecklist.filter(
      ({ waits, affiliate }) =>
        (wantedItem === ANY || waits.text === wantedItem) &&
        (words === '' || affiliate.name.toLowerCase().includes(words)),
    ),
    sort,
  );
  const columns = useMemo(() => stuckColumns(format, now), [format, now]);
  const kept = useTable('stuck', columns);
  const list = JSON.stringify([sort, text, checklist, wantedItem]);
  const cursor = useTableCursor(list);
  if (known.length === 0) {
    return <EmptyState>Nobody is going through a checklist that is not done.</EmptyState>;
  }
  return (
    <>
      <div className="filters stuck-filters" role="search" aria-label="Filter who is stuck">
        <TextFilter label="Filter by name" placeholder="Name" text={text} onText={setText} />
        <Select
          label="Checklist"
          choices={[{ value: ANY, label: 'Any checklist' }, ...names.map((name) => ({ value: name, label: name }))]}
          value={names.includes(checklist) ? checklist : ANY}
          onChange={(name) => {
            setChecklist(name);
            setItem(ANY);
          }}
        />
        <Select
          label="Waits for"
          choices={[
            { value: ANY, label: 'Waits for anything' },
            ...items.map((each) => ({ value: each, label: each })),
          ]}
          value={wantedItem}
          onChange={setItem}
        />
        <span className="faint small">
          {rows.length === 1 ? '1 not done' : `${format.count(rows.length)} not done`}
        </span>
        <span className="filters-end">
          <ColumnsMenu {...kept} />
          <ExportButton
            disabled={rows.length === 0}
            onExport={() => void exportRows(kept.columns, rows, 'checklists.csv')}
          />
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          action={
            <Button
              onClick={() => {
                setText('');
                setChecklist(ANY);
              }}
            >
              Clear the filters
            </Button>
          }
        >
          Nobody is stuck there.
        </EmptyState>
      ) : (
        <DataTable
          label="Who is stuck where"
          list={list}
          columns={kept.columns}
          widths={kept.widths}
          onWidths={kept.setWidths}
          total={rows.length}
          rowAt={(index) => rows[index]}
          sort={sort}
          onSort={setSort}
          cursor={cursor}
          onOpen={(index) => rows[index] && showAffiliate(rows[index].affiliate.id)}
          onCopy={() =>
            void copyRows(
              kept.columns,
              wantedRows((index) => rows[index], cursor),
            )
          }
          rowHeight={rowHeight}
          letters={letters}
        />
      )}
    </>
  );
}
