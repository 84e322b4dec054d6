import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DataTableFeatures, TableColumn, TableSort } from './data-table-parts.ts';
import { pinnedAt } from './DataTableRow.tsx';

const STEP = 16;

interface Props<Row> {
  readonly headers: readonly Header<DataTableFeatures, never, unknown>[];
  readonly columns: readonly TableColumn<Row>[];
  readonly sorts: readonly TableSort[];
  /** `add`: behind those in force, where the table sorts on several. */
  readonly onSort: (column: TableColumn<Row>, add: boolean) => void;
  /** Selects all rows or none; left out: there is no column for it. */
  readonly tick: { readonly some: boolean; readonly all: boolean; readonly onChange: () => void } | null;
}

/**
 * The header row: a click or Enter sorts, with Shift on several; the edge is dragged to size a column. Without dragging: Shift+arrows on
 * the focused header, or a double click on the edge, which goes back to the width it had.
 */
export function DataTableHeader<Row>({ headers, columns, sorts, onSort, tick }: Props<Row>) {
  const first = tick === null ? 1 : 2;
  return (
    <div className="data-table-header" role="rowgroup">
      <div className="data-table-row" role="row" aria-rowindex={1}>
        {tick !== null && (
          <div role="columnheader" aria-colindex={1} className="data-table-cell data-table-pinned" style={pinnedAt(0)}>
            <Tick {...tick} />
          </div>
        )}
        {headers.map((header, at) => {
          const column = columns[at];
          if (!column) return null;
          const place = sorts.findIndex(({ by }) => by === column.id);
          const resize = (by: number): void =>
            header.getContext().table.setColumnSizing((sizes) => ({
              ...sizes,
              [column.id]: Math.max(48, header.column.getSize() + by),
            }));
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={at + first}
              // Only one may say so; the others' places are said in words.
              aria-sort={place === 0 ? SORTED[sorts[0]?.direction ?? 'asc'] : undefined}
              className={`data-table-cell${column.align === 'end' ? ' data-table-end' : ''}${column.pinned ? ' data-table-pinned' : ''}`}
              data-sorted={place >= 0}
              style={column.pinned ? pinnedAt(at + first - 1) : undefined}
            >
              {column.sort ? (
                <button
                  type="button"
                  className="data-table-sort"
                  onClick={(event) => onSort(column, event.shiftKey)}
                  onKeyDown={(event) => {
                    if (event.shiftKey && event.key === 'ArrowRight') resize(STEP);
                    else if (event.shiftKey && event.key === 'ArrowLeft') resize(-STEP);
                    else if (event.shiftKey && event.key === 'Enter') onSort(column, true);
                    else return;
                    event.preventDefault();
                    event.stopPropagation();
                  }}
                >
                  {column.header}
                  <Sorted sorts={sorts} place={place} />
                </button>
              ) : (
                <span className="data-table-name">{column.header}</span>
              )}
              <span
                className="data-table-edge"
                aria-hidden="true"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => header.column.resetSize()}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const SORTED = { asc: 'ascending', desc: 'descending' } as const;

/** Which way a column is sorted and, where it is one of several, as which. */
function Sorted({ sorts, place }: { readonly sorts: readonly TableSort[]; readonly place: number }) {
  const sort = sorts[place];
  if (!sort) return null;
  const Arrow = sort.direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <>
      <Arrow size={12} aria-hidden="true" />
      {sorts.length > 1 && (
        <>
          <span className="data-table-place" aria-hidden="true">
            {place + 1}
          </span>
          <span className="hidden-but-read">{` (number ${place + 1} of ${sorts.length}, ${SORTED[sort.direction]})`}</span>
        </>
      )}
    </>
  );
}

function Tick({ some, all, onChange }: NonNullable<Props<never>['tick']>) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <label className="data-table-tick">
      <input ref={box} type="checkbox" aria-label="Select all" checked={all} onChange={onChange} />
    </label>
  );
}
