import { useLiveQuery } from 'dexie-react-hooks';
import { FileInput } from 'lucide-react';
import { useMemo, useState } from 'react';
import { allImports } from '#renderer/db/imports.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useClock } from '#renderer/session/clock.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { showImported, useNavigation } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { copyRows, wantedRows } from '#renderer/session/table-text.ts';
import { useTable } from '#renderer/session/use-table.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableColumn, TableSort } from '#renderer/ui/data-table-parts.ts';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { TableHead } from '#renderer/ui/TableHead.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Format } from '#shared/lib/format.ts';
import { sortSeveral, textKeys } from '#shared/lib/table-sort.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { exportImports } from './export-imports.ts';
import { ImportDetails } from './ImportDetails.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly importId: string | null;
}

/** All imports, the newest first; the details of one at the right. */
export function History({ ledger, importId }: Props) {
  const records = useLiveQuery(allImports);
  const [sort, setSort] = useState<readonly TableSort[]>([{ by: 'when', direction: 'desc' }]);
  const format = useFormat();
  const now = useClock((state) => state.now);
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  const replace = useNavigation((state) => state.replace);
  const [text, setText] = useState('');
  const all = useMemo(() => historyColumns(format, now), [format, now]);
  const kept = useTable('imports', all);
  const sorted = useMemo(() => sortRecords(found(records ?? [], text), sort), [records, text, sort]);
  const list = JSON.stringify([sort, text]);
  const cursor = useTableCursor(list);

  if (!records) return null;
  if (records.length === 0) {
    return (
      <EmptyState
        icon={<FileInput size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => void chooseFiles()}>
            Choose a file
          </Button>
        }
      >
        Every export you import is listed here. Drop one anywhere on the window.
      </EmptyState>
    );
  }

  const open = (id: string | null): void => replace({ screen: 'imports', importId: id });
  const opened = sorted.find((record) => record.id === importId);
  const move = (index: number): void => {
    const record = sorted[index];
    if (!record) return;
    cursor.moveTo(index);
    open(record.id);
  };
  return (
    <>
      <TableHead
        of="imports"
        by="file or source"
        shows={{ text, sort }}
        onText={setText}
        onSort={setSort}
        count={sorted.length === 1 ? '1 import' : `${format.count(sorted.length)} imports`}
        kept={kept}
        empty={sorted.length === 0}
        onExport={() => void exportImports(sorted)}
      />
      {sorted.length === 0 ? (
        <EmptyState action={<Button onClick={() => setText('')}>Clear the filter</Button>}>
          {`No import has “${text.trim()}” in its file or source.`}
        </EmptyState>
      ) : (
        table()
      )}
    </>
  );

  function table() {
    return (
      <div className="beside">
        <DataTable
          label="Imports"
          list={list}
          columns={kept.columns}
          widths={kept.widths}
          onWidths={kept.setWidths}
          onCopy={() =>
            void copyRows(
              kept.columns,
              wantedRows((index) => sorted[index], cursor),
            )
          }
          total={sorted.length}
          rowAt={(index) => sorted[index]}
          sort={sort}
          onSort={(_, all) => setSort(all)}
          cursor={cursor}
          onPick={move}
          onOpen={(index) => {
            const record = sorted[index];
            if (record) showImported(record);
          }}
          rowHeight={ROW_HEIGHTS[rows]}
          letters={letters}
        />
        {opened && (
          <ImportDetails
            ledger={ledger}
            record={opened}
            onClose={() => open(null)}
            onMove={(by) => move(sorted.indexOf(opened) + by)}
          />
        )}
      </div>
    );
  }
}

function found(records: readonly ImportRecord[], text: string): readonly ImportRecord[] {
  const words = text.trim().toLowerCase();
  return records.filter(({ fileName, profileName, network }) =>
    [fileName, profileName, network].some((each) => each.toLowerCase().includes(words)),
  );
}

function historyColumns(format: Format, now: number): readonly TableColumn<ImportRecord>[] {
  const count = (
    id: string,
    header: string,
    value: (record: ImportRecord) => number,
    stored: boolean,
  ): TableColumn<ImportRecord> => ({
    id,
    header,
    width: 92,
    align: 'end',
    sort: 'desc',
    text: (record) => format.count(value(record)),
    cell: (record) => <Count record={record} value={value(record)} stored={stored} format={format} />,
  });
  return [
    {
      id: 'file',
      header: 'File',
      width: 260,
      grow: 420,
      sort: 'asc',
      text: (record) => (record.undoneAt === null ? record.fileName : `${record.fileName} (undone)`),
      cell: (record) => (
        <span className={record.undoneAt === null ? '' : 'import-undone'}>
          <span title={record.fileName}>{record.fileName}</span>
          {record.undoneAt !== null && <em>Undone</em>}
        </span>
      ),
    },
    {
      id: 'source',
      header: 'Source',
      width: 200,
      sort: 'asc',
      text: (record) => record.profileName,
      cell: (record) => record.profileName,
    },
    {
      id: 'when',
      header: 'Imported',
      width: 120,
      sort: 'desc',
      text: (record) => format.momentLong(momentOfInstant(record.appliedAt)),
      cell: (record) => (
        <span title={format.momentFull(momentOfInstant(record.appliedAt))}>{format.ago(record.appliedAt, now)}</span>
      ),
    },
    count('new', 'New', (record) => record.counts.new, true),
    count('changed', 'Changed', (record) => record.counts.changed, true),
    count('same', 'Same', (record) => record.counts.same, false),
    count('rejected', 'Can’t be read', (record) => record.rows.rejected, false),
  ];
}

interface CountProps {
  readonly record: ImportRecord;
  readonly value: number;
  /** They are rows of the ledger, which can be shown; the others were left out. */
  readonly stored: boolean;
  readonly format: Format;
}

function Count({ record, value, stored, format }: CountProps) {
  if (value === 0 || !stored || record.undoneAt !== null) {
    return <span className={value === 0 ? 'faint' : ''}>{format.count(value)}</span>;
  }
  return (
    <button
      type="button"
      className="link"
      tabIndex={-1}
      title="Show the rows of this import"
      onClick={(event) => {
        event.stopPropagation();
        showImported(record);
      }}
    >
      {format.count(value)}
    </button>
  );
}

function sortRecords(records: readonly ImportRecord[], sorts: readonly TableSort[]): readonly ImportRecord[] {
  const values = (by: string): Float64Array => {
    switch (by) {
      case 'file':
        return textKeys(records.map(({ fileName }) => fileName));
      case 'source':
        return textKeys(records.map(({ profileName }) => profileName));
      case 'new':
      case 'changed':
      case 'same':
        return Float64Array.from(records, ({ counts }) => counts[by]);
      case 'rejected':
        return Float64Array.from(records, ({ rows }) => rows.rejected);
      default:
        return Float64Array.from(records, ({ sequence }) => sequence);
    }
  };
  return sortSeveral(
    records,
    [...sorts, NEWEST_FIRST].map(({ by, direction }) => ({ values: values(by), descending: direction === 'desc' })),
  );
}

const NEWEST_FIRST: TableSort = { by: 'when', direction: 'desc' };
