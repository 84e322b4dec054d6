import { createColumnHelper, useTable } from '@tanstack/react-table';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { nextSorts } from '#shared/lib/table-sort.ts';
import { features, type DataTableFeatures, type TableColumn, type TableSort } from './data-table-parts.ts';
import { DataTableHeader } from './DataTableHeader.tsx';
import { DataTableRow, type RowActs } from './DataTableRow.tsx';
import { useCellEditing } from './use-cell-editing.ts';
import { useTableKeys } from './use-table-keys.ts';
import type { TableCursor } from './use-table-cursor.ts';
import { useKeptWidths, type Widths } from './use-kept-widths.ts';
import { rowWindow, scrollToShow } from './row-window.ts';
import './data-table.css';

interface Props<Row> {
  /** Accessible name. */
  readonly label: string;
  /** Pinned ones first. */
  readonly columns: readonly TableColumn<Row>[];
  /** Names the list: another one is read from its top. */
  readonly list: string;
  readonly total: number;
  /** undefined: not read yet. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Names a row, where rows change their places while they are changed; left out: its place does. */
  readonly rowKey?: (row: Row) => string;
  readonly onNeed?: (first: number, end: number) => void;
  /** How the list is sorted. As an array: on several, with Shift on a header. */
  readonly sort: TableSort | readonly TableSort[] | null;
  /** `all`: the order on several, of which the first is `sort`. */
  readonly onSort: (sort: TableSort, all: readonly TableSort[]) => void;
  readonly cursor: TableCursor;
  /** Enter or a double click on a row. */
  readonly onOpen?: (index: number) => void;
  /** A click on a row, after the cursor has moved to it. */
  readonly onPick?: (index: number) => void;
  /** E or F2 on a row, where no cell of it can be changed in its place. */
  readonly onEdit?: (index: number) => void;
  /** The menu key or Shift+F10: goes to what can be done with the selected. */
  readonly onActions?: () => void;
  /** Puts boxes for selecting in front of the rows; answers what a row's is called: "Select Paws". */
  readonly tick?: (row: Row) => string;
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
const TICK = 32;
/** Of a row, at both sides. px */
const EDGE = 16;
const NO_ROWS: readonly never[] = [];

/** A table of any length: draws what is on the screen, sorts by its headers, is walked and changed with the keyboard. */
export function DataTable<Row>(props: Props<Row>) {
  const { columns, list, total, rowAt, rowKey, onNeed, sort, cursor, rowHeight, tick } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { scrollTop, viewport } = useScroll(scroller);
  const shown = rowWindow(total, rowHeight, viewport, scrollTop);
  const { first, end } = shown;
  const id = useId();
  const editing = useCellEditing(columns, scroller);
  const keyAt = (index: number): string => {
    const row = rowAt(index);
    return row !== undefined && rowKey ? rowKey(row) : String(index);
  };

  useEffect(() => onNeed?.(first, end), [onNeed, first, end]);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [list]);

  const sorts = useMemo((): readonly TableSort[] => (sort === null ? [] : 'by' in sort ? [sort] : sort), [sort]);
  const { headers, sizes } = useColumns(props, sorts);
  const pins = pinsOf(columns, sizes, tick !== undefined);

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

  const acts = useActs({
    click: (index, { metaKey, ctrlKey, shiftKey }) => {
      if (metaKey || ctrlKey) return cursor.toggle(index);
      cursor.moveTo(index, shiftKey);
      if (!shiftKey) props.onPick?.(index);
    },
    toggle: cursor.toggle,
    doubleClick: (index, column) => {
      if (column === null || !editing.begin(keyAt(index), column)) props.onOpen?.(index);
    },
    leave: editing.leave,
  });
  const onKeyDown = useTableKeys({
    ...props,
    page: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    onEdit: editing.possible ? (index) => void editing.begin(keyAt(index)) : props.onEdit,
  });
  const all = total > 0 && cursor.selected.size >= total;
  const rowId = (index: number): string => `${id}-row-${index}`;
  const activeShown = active !== null && active >= first && active < end;

  return (
    <div
      ref={scroller}
      className={`data-table${props.dimmed ? ' data-table-dimmed' : ''}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (tick ? 1 : 0)}
      aria-multiselectable="true"
      aria-busy={props.dimmed ?? false}
      aria-activedescendant={activeShown ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => uncover(target, scroller.current, pins.width)}
      style={{ ...pins.style, '--row': `${rowHeight}px` } as React.CSSProperties}
    >
      <DataTableHeader
        headers={headers}
        columns={columns}
        sorts={sorts}
        onSort={(column, add) => {
          const several = sort !== null && !('by' in sort);
          const next = nextSorts(sorts, column.id, column.sort ?? 'asc', add && several);
          if (next[0]) props.onSort(next[0], next);
        }}
        tick={
          tick
            ? {
                some: cursor.selected.size > 0,
                all,
                onChange: () => (all ? cursor.unselect() : cursor.selectAll(total)),
              }
            : null
        }
      />
      <div className="data-table-body" role="rowgroup" style={{ height: shown.height }}>
        <div className="data-table-rows" role="presentation" style={{ transform: `translateY(${shown.top}px)` }}>
          {Array.from({ length: end - first }, (_, at) => {
            const index = first + at;
            const row = rowAt(index);
            const key = keyAt(index);
            return (
              <DataTableRow
                key={key}
                id={rowId(index)}
                index={index}
                row={row}
                columns={columns}
                active={index === active}
                selected={cursor.selected.has(index)}
                editing={editing.at?.key === key ? editing.at.column : null}
                tick={tick ? (row === undefined ? 'Select' : tick(row)) : null}
                editable={editing.possible}
                acts={acts}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The headers as they are sorted, sized and pinned, and the width of each column. px */
function useColumns<Row>({ columns, widths, onWidths }: Props<Row>, sorts: readonly TableSort[]) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<DataTableFeatures, never>();
    return columns.map((column) =>
      helper.display({ id: column.id, header: column.header, size: column.width, minSize: 48 }),
    );
  }, [columns]);
  const [columnSizing, setColumnSizing] = useKeptWidths(widths, onWidths);
  const sorting = useMemo(() => sorts.map(({ by, direction }) => ({ id: by, desc: direction === 'desc' })), [sorts]);
  const columnPinning = useMemo(
    () => ({ start: columns.flatMap(({ id, pinned }) => (pinned ? [id] : [])), end: [] }),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    columnResizeMode: 'onChange',
    state: { sorting, columnSizing, columnPinning },
    onColumnSizingChange: setColumnSizing,
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return { headers, sizes: headers.map((header) => header.getSize()) };
}

/** The grid of a row, and where its pinned columns stand, as variables of the table. */
function pinsOf<Row>(columns: readonly TableColumn<Row>[], sizes: readonly number[], ticks: boolean) {
  const widths = columns.map((column, at) => ({ column, size: sizes[at] ?? column.width }));
  const template = widths.map(({ column: { pinned, grow }, size }) =>
    pinned ? `${size}px` : `minmax(${size}px, ${Math.max(size, grow ?? size)}px)`,
  );
  const style: Record<string, string> = {};
  let left = EDGE;
  const stay = [...(ticks ? [TICK] : []), ...widths.flatMap(({ column, size }) => (column.pinned ? [size] : []))];
  stay.forEach((size, at) => {
    style[`--pin-${at}`] = `${left}px`;
    left += size;
  });
  style['--columns'] = [...(ticks ? [`${TICK}px`] : []), ...template].join(' ');
  style['--least'] = `${widths.reduce((sum, { size }) => sum + size, ticks ? TICK : 0)}px`;
  return { style, width: stay.length > 0 ? left : 0 };
}

/** Scrolls what has taken the focus out from under the pinned columns, so wide: Chromium only looks whether it is in the scrolled part. */
function uncover(target: Element, table: HTMLElement | null, pinned: number): void {
  const cell = target.closest('[role="columnheader"], [role="gridcell"]');
  if (!table || !cell || cell.matches('.data-table-pinned')) return;
  const covered = table.getBoundingClientRect().left + pinned - cell.getBoundingClientRect().left;
  if (covered > 0) table.scrollLeft -= covered;
}

/** Acts that never change and do what the last ones said, so that rows are not drawn anew for them. */
function useActs(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      click: (...args) => latest.current.click(...args),
      toggle: (...args) => latest.current.toggle(...args),
      doubleClick: (...args) => latest.current.doubleClick(...args),
      leave: (...args) => latest.current.leave(...args),
    }),
    [],
  );
}

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
