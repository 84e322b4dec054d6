import { Inbox } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { goTo, showAffiliate } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, wantedRows } from '#renderer/session/table-text.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { ColumnsMenu } from '#renderer/ui/TableTools.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Application } from '#shared/domain/pipeline/applications.ts';
import { duplicateFinder } from '#shared/domain/pipeline/duplicates.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { applicationColumns, sortApplications, type ApplicationRow } from './application-columns.tsx';
import { ApplicationDetails } from './ApplicationDetails.tsx';
import { DecisionDialog, type Decision } from './DecisionDialog.tsx';
import './applications.css';

interface Props {
  readonly directory: Directory;
  readonly waiting: readonly Application[];
  readonly steps: ReadonlyMap<string, Task>;
}

/** Who waits for a yes or no, with all that is known of them. */
export function Applications({ directory, waiting, steps }: Props) {
  const format = useFormat();
  const now = useClock((state) => state.now);
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const [sort, setSort] = useState<TableSort>({ by: 'waits', direction: 'desc' });
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const [shown, setShown] = useState(true);
  const find = useMemo(() => duplicateFinder(directory.affiliates), [directory]);
  const rows = useMemo((): readonly ApplicationRow[] => {
    const found = waiting.map((application) => ({ ...application, duplicates: find(application.affiliate) }));
    return sortApplications(found, sort);
  }, [waiting, find, sort]);
  const all = useMemo(() => applicationColumns(format, now), [format, now]);
  const kept = useTable('applications', all);
  const list = JSON.stringify(sort);
  const cursor = useTableCursor(list);

  // She is at somebody from the start; when they have got their answer, the next one takes their place.
  const at = Math.min(cursor.active ?? 0, rows.length - 1);
  const row = rows[at];
  if (!row) {
    return (
      <EmptyState
        icon={<Inbox size={28} aria-hidden="true" />}
        action={<Button onClick={() => goTo({ screen: 'affiliates' })}>Show all affiliates</Button>}
      >
        Whoever stands in a stage of applications, or has an account that its network calls pending, waits here for your
        yes or no.
      </EmptyState>
    );
  }
  const decide = (kind: Decision['kind'], of: readonly ApplicationRow[]): void =>
    setDeciding({
      kind,
      affiliates: of.map(({ affiliate }) => affiliate),
      accounts: of.flatMap(({ accounts }) => accounts),
    });
  const wanted = (): readonly ApplicationRow[] =>
    cursor.selected.size > 0 ? wantedRows((index) => rows[index], cursor) : [row];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !letters) return;
    if (event.target instanceof HTMLElement && /^(?:INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const key = event.key.toLowerCase();
    if (key !== 'a' && key !== 'd') return;
    event.preventDefault();
    decide(key === 'a' ? 'approve' : 'decline', wanted());
  };
  const count = cursor.selected.size;
  return (
    <>
      <div className="filters">
        <Button size="small" aria-keyshortcuts="a" onClick={() => decide('approve', wanted())}>
          {count > 1 ? `Approve ${format.count(count)}…` : 'Approve…'}
        </Button>
        <Button size="small" aria-keyshortcuts="d" onClick={() => decide('decline', wanted())}>
          {count > 1 ? `Decline ${format.count(count)}…` : 'Decline…'}
        </Button>
        <span className="faint small">
          {rows.length === 1 ? '1 waits for you' : `${format.count(rows.length)} wait for you`}
        </span>
        <span className="filters-end">
          <ColumnsMenu {...kept} />
        </span>
      </div>
      <div className="beside" onKeyDown={onKeyDown}>
        <DataTable
          label="Applications"
          list={list}
          columns={kept.columns}
          widths={kept.widths}
          onWidths={kept.setWidths}
          total={rows.length}
          rowAt={(index) => rows[index]}
          sort={sort}
          onSort={setSort}
          cursor={{ ...cursor, active: at }}
          onOpen={(index) => rows[index] && showAffiliate(rows[index].affiliate.id)}
          onPick={() => setShown(true)}
          onCopy={() =>
            void copyRows(
              kept.columns,
              wantedRows((index) => rows[index], { ...cursor, active: at }),
            )
          }
          rowHeight={rowHeight}
          letters={letters}
        />
        {shown && (
          <ApplicationDetails
            row={row}
            onClose={() => setShown(false)}
            onMove={(by) => cursor.moveTo(Math.max(0, Math.min(rows.length - 1, at + by)))}
            onDecide={(kind) => decide(kind, [row])}
          />
        )}
      </div>
      <DecisionDialog decision={deciding} hasStep={(id) => steps.has(id)} onClose={() => setDeciding(null)} />
    </>
  );
}
