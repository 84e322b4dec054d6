import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DataTableFeatures, Slot, TableColumn } from './data-table-parts.ts';

const STEP = 16;

interface Props<Row> {
  readonly headers: readonly Header<DataTableFeatures, Slot<Row>, unknown>[];
  readonly columns: readonly TableColumn<Row>[];
}

/**
 * The header row: a click or Enter sorts, the edge is dragged to size a column. Without dragging: Shift+arrows on the
 * focused header, or a double click on the edge, which goes back to the width it had.
 */
export function DataTableHeader<Row>({ headers, columns }: Props<Row>) {
  return (
    <div className="data-table-header" role="rowgroup">
      <div className="data-table-row" role="row" aria-rowindex={1}>
        {headers.map((header, at) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          const end = columns[at]?.align === 'end';
          const name = columns[at]?.header ?? '';
          const resize = (by: number): void =>
            header.getContext().table.setColumnSizing((sizes) => ({
              ...sizes,
              [column.id]: Math.max(48, column.getSize() + by),
            }));
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              className={`data-table-cell${end ? ' data-table-end' : ''}`}
            >
              {column.getCanSort() ? (
                <button
                  type="button"
                  className="data-table-sort"
                  onClick={column.getToggleSortingHandler()}
                  onKeyDown={(event) => {
                    if (event.shiftKey && event.key === 'ArrowRight') resize(STEP);
                    else if (event.shiftKey && event.key === 'ArrowLeft') resize(-STEP);
                    else return;
                    event.preventDefault();
                    event.stopPropagation();
                  }}
                >
                  {name}
                  {sorted === 'asc' && <ArrowUp size={12} aria-hidden="true" />}
                  {sorted === 'desc' && <ArrowDown size={12} aria-hidden="true" />}
                </button>
              ) : (
                <span className="data-table-name">{name}</span>
              )}
              <span
                className="data-table-edge"
                aria-hidden="true"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => column.resetSize()}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
