import { useLiveQuery } from 'dexie-react-hooks';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { allImports } from '#renderer/db/imports.ts';
import { allOwnProfiles, allProfileSettings } from '#renderer/db/profiles.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useClock } from '#renderer/session/clock.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import { FormatDetails } from './FormatDetails.tsx';
import { knownFormats, type KnownFormat } from './known-formats.ts';
import { KIND_WORDS } from './kind-words.ts';

/** The formats by which files are read: hers, and those of the program that she has used. */
export function Formats({ formatId }: { readonly formatId: string | null }) {
  const own = useLiveQuery(allOwnProfiles);
  const imports = useLiveQuery(allImports);
  const remembered = useLiveQuery(allProfileSettings);
  const format = useFormat();
  const now = useClock((state) => state.now);
  const rows = usePreferences((state) => state.rows);
  const letters = usePreferences((state) => state.letters);
  const replace = useNavigation((state) => state.replace);
  const cursor = useTableCursor('formats');
  const [edit, setEdit] = useState(false);
  const known = useMemo(
    () => (own && imports && remembered ? knownFormats(own, imports, remembered) : null),
    [own, imports, remembered],
  );
  const columns = useMemo(
    (): readonly TableColumn<KnownFormat>[] => [
      { id: 'name', header: 'Format', width: 260, grow: 420, cell: ({ name }) => <span title={name}>{name}</span> },
      { id: 'kind', header: 'Its rows', width: 160, cell: ({ kind }) => KIND_WORDS[kind].choice },
      { id: 'network', header: 'From', width: 150, cell: ({ network }) => network || '–' },
      {
        id: 'made',
        header: 'Made by',
        width: 110,
        cell: ({ own: mine }) => (mine ? 'You' : 'Affiliate Desk'),
      },
      {
        id: 'used',
        header: 'Imports',
        width: 90,
        align: 'end',
        cell: ({ used }) => <span className={used === 0 ? 'faint' : ''}>{format.count(used)}</span>,
      },
      {
        id: 'last',
        header: 'Last used',
        width: 130,
        cell: ({ lastUsed }) => (lastUsed === null ? '–' : format.ago(lastUsed, now)),
      },
    ],
    [format, now],
  );
  if (!known) return null;
  if (known.length === 0) {
    return (
      <EmptyState
        icon={<FileSpreadsheet size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => void chooseFiles()}>
            Choose a file
          </Button>
        }
      >
        Formats that your files have had are listed here. Import a file, or drop a format that someone has shared with
        you.
      </EmptyState>
    );
  }
  const show = (id: string | null): void => replace({ screen: 'imports', importId: null, formats: { open: id } });
  const opened = known.find(({ id }) => id === formatId);
  const move = (index: number): void => {
    const chosen = known[index];
    if (!chosen) return;
    cursor.moveTo(index);
    setEdit(false);
    show(chosen.id);
  };
  return (
    <div className="beside">
      <DataTable
        label="Formats"
        list="formats"
        columns={columns}
        total={known.length}
        rowAt={(index) => known[index]}
        sort={null}
        onSort={() => undefined}
        cursor={cursor}
        onPick={move}
        onOpen={move}
        onEdit={(index) => {
          move(index);
          setEdit(true);
        }}
        rowHeight={ROW_HEIGHTS[rows]}
        letters={letters}
      />
      {opened && (
        <FormatDetails
          key={opened.id}
          known={opened}
          renaming={edit}
          onClose={() => show(null)}
          onMove={(by) => move(known.indexOf(opened) + by)}
        />
      )}
    </div>
  );
}
