import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { features, type DataTableFeatures, type Slot, type TableColumn, type TableSort } from './data-table-parts.ts';
import { DataTableHeader } from './DataTableHeader.tsx';
import { useTableKeys } from './use-table-keys.ts';
import type { TableCursor } from './use-table-cursor.ts';
import { useKeptWidths, type Widths } from './use-kept-widths.ts';
import { rowWindow, scrollToShow } from './row-window.ts';
import { Skeleton } from './Parts.tsx';
import './data-table.css';

interface Props<Row> {
  /** Accessible name. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  /** Names the list: another one is read from its top. */
  readonly list: string;
  readonly total: number;
  /** undefined: not read yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onNeed?: (first: number, end: number) => void;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
  readonly cursor: TableCursor;
  /** Enter or a double click on a row. */
  readonly onOpen?: (index: number) => void;
  /** A click on a row, after the cursor has moved to it. */
  readonly onPick?: (index: number) => void;
  /** E on a row. */
  readonly onEdit?: (index: number) => void;
  /** Widths she has given columns, px by id, and how to remember others. */
  readonly widths?: Widths;
  readonly onWidths?: (widths: Widths) => void;
  /** Ctrl/Cmd+C with rows selected. */
  readonly onCopy?: () => void;
  readonly rowHeight: number;
  /** J and K move, as single keys are on. */
  readonly letters: boolean;
  readonly dimmed?: boolean;
}

const HEADER = 32;

/** A table of any length: draws what is on the screen, sorts by its headers, is walked with the keyboard. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, list, total, rowAt, onNeed, sort, onSort, cursor, rowHeight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { scrollTop, viewport } = useScroll(scroller);
  const shown = rowWindow(total, rowHeight, viewport, scrollTop);
  const { first, end } = shown;
  const id = useId();

  useEffect(() => onNeed?.(first, end), [onNeed, first, end]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [list]);

  const slots: readonly Slot<Row>[] = Array.from({ length: end - first }, (_, at) => ({
    index: first + at,
    row: rowAt(first + at),
  }));
  const definitions = useMemo(() => {
    const helper = createColumnHelper<DataTableFeatures, Slot<Row>>();
    return columns.map((column) =>
      helper.accessor((slot): unknown => slot.row, {
        id: column.id,
        header: column.header,
        size: column.width,
        minSize: 48,
        enableSorting: column.sort !== undefined,
        sortDescFirst: column.sort === 'desc',
        cell: ({ row: { original } }) =>
          original.row === undefined ? <Skeleton width={skeletonWidth(original.index)} /> : column.cell(original.row),
      }),
    );
  }, [columns]);

  const [columnSizing, setColumnSizing] = useKeptWidths(props.widths, props.onWidths);
  const sorting = useMemo(() => (sort ? [{ id: sort.by, desc: sort.direction === 'desc' }] : []), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: slots,
    getRowId: (slot) => String(slot.index),
    manualSorting: true,
    enableSortingRemoval: false,
    columnResizeMode: 'onChange',
    state: { sorting, columnSizing },
    onColumnSizingChange: setColumnSizing,
    onSortingChange: (updater) => {
      const next = (typeof updater === 'function' ? updater(sorting) : updater)[0];
      if (next) onSort({ by: next.id, direction: next.desc ? 'desc' : 'asc' });
    },
  });

  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const room = element.clientHeight - HEADER;
      element.scrollTop = scrollToShow(index, total, rowHeight, room, element.scrollTop);
    },
    [total, rowHeight],
  );
  const { active } = cursor;
  useEffect(() => {
    if (active !== null) show(active);
  }, [active, show]);

  const onKeyDown = useTableKeys({ ...props, page: Math.max(1, Math.floor(viewport / rowHeight) - 1) });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = headers
    .map((header, at) => {
      const size = header.getSize();
      return `minmax(${size}px, ${Math.max(size, columns[at]?.grow ?? size)}px)`;
    })
    .join(' ');
  const least = headers.reduce((sum, header) => sum + header.getSize(), 0);
  const rowId = (index: number): string => `${id}-row-${index}`;
  const activeShown = active !== null && active >= first && active < end;

  return (
    <div
      ref={scroller}
      className={`data-table${props.dimmed ? ' data-table-dimmed' : ''}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={props.dimmed ?? false}
      aria-activedescendant={activeShown ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={{ '--columns': template, '--least': `${least}px`, '--row': `${rowHeight}px` } as React.CSSProperties}
    >
      <DataTableHeader headers={headers} columns={columns} />
      <div className="data-table-body" role="rowgroup" style={{ height: shown.height }}>
        <div className="data-table-rows" role="presentation" style={{ transform: `translateY(${shown.top}px)` }}>
          {table.getRowModel().rows.map((row) => {
            const { original } = row;
            return (
              <div
                key={row.id}
                id={rowId(original.index)}
                role="row"
                aria-rowindex={original.index + 2}
                aria-selected={cursor.selected.has(original.index) || original.index === active}
                className="data-table-row"
                data-active={original.index === active}
                data-selected={cursor.selected.has(original.index)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) cursor.toggle(original.index);
                  else {
                    cursor.moveTo(original.index, event.shiftKey);
                    if (!event.shiftKey) props.onPick?.(original.index);
                  }
                }}
                onDoubleClick={() => props.onOpen?.(original.index)}
              >
                {row.getAllCells().map((cell, column) => (
                  <div
                    key={cell.id}
                    role="gridcell"
                    aria-colindex={column + 1}
                    className={`data-table-cell${columns[column]?.align === 'end' ? ' data-table-end' : ''}`}
                  >
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Bars of changing width, so that a page of them looks like text. */
const skeletonWidth = (index: number): number => 40 + ((index * 37) % 45);

function useScroll(scroller: React.RefObject<HTMLDivElement | null>): { scrollTop: number; viewport: number } {
  const [state, setState] = useState({ scrollTop: 0, viewport: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = (): void => setState({ scrollTop: element.scrollTop, viewport: element.clientHeight - HEADER });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);
  return state;
}
