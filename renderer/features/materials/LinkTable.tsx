import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, wantedRows } from '#renderer/session/table-text.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { LinkRow } from '#shared/domain/materials/link-rows.ts';
import { LINK_COLUMNS, LINK_FILE } from './link-columns.tsx';

/** The links, each with what it lacks. */
export function LinkTable({ rows }: { readonly rows: readonly LinkRow[] }) {
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const cursor = useTableCursor('links');
  return (
    <div className="links-table" style={{ '--rows': `${rows.length * rowHeight}px` } as React.CSSProperties}>
      <DataTable
        label="Links"
        list="links"
        columns={LINK_COLUMNS}
        total={rows.length}
        rowAt={(index) => rows[index]}
        sort={null}
        onSort={() => undefined}
        cursor={cursor}
        onCopy={() =>
          void copyRows(
            LINK_FILE,
            wantedRows((index) => rows[index], cursor),
          )
        }
        rowHeight={rowHeight}
        letters={letters}
      />
    </div>
  );
}
