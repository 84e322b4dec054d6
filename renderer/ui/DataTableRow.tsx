import { memo, type MouseEvent, type ReactNode } from 'react';
import { CellField, type Leaving } from './CellField.tsx';
import type { TableColumn } from './data-table-parts.ts';
import { Skeleton } from './Parts.tsx';

export interface RowActs {
  readonly click: (index: number, event: MouseEvent) => void;
  readonly toggle: (index: number) => void;
  /** `column`: the one that was clicked. */
  readonly doubleClick: (index: number, column: string | null) => void;
  readonly leave: (to: Leaving) => void;
}

interface Props<Row> {
  readonly id: string;
  readonly index: number;
  /** undefined: not read yet. */
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly active: boolean;
  readonly selected: boolean;
  /** The column that is being changed. */
  readonly editing: string | null;
  /** What its box for selecting says; left out: there is none. */
  readonly tick: string | null;
  /** Some columns can be changed, so that of the others it is said that they cannot. */
  readonly editable: boolean;
  /** Never changes. */
  readonly acts: RowActs;
}

/** Where pinned columns stand is in variables of the table, so that sizing one draws no row anew. */
export const pinnedAt = (at: number): React.CSSProperties => ({ left: `var(--pin-${at})` });

/** One row. It is drawn anew only when something of it has changed. */
export const DataTableRow = memo(function DataTableRow<Row>(props: Props<Row>) {
  const { id, index, row, columns, active, selected, editing, tick, editable, acts } = props;
  const first = tick === null ? 1 : 2;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected || active}
      className="data-table-row"
      data-active={active}
      data-selected={selected}
      onClick={(event) => acts.click(index, event)}
      onDoubleClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
        acts.doubleClick(index, cell?.dataset['column'] ?? null);
      }}
    >
      {tick !== null && (
        <div role="gridcell" aria-colindex={1} className="data-table-cell data-table-pinned" style={pinnedAt(0)}>
          <label className="data-table-tick" onClick={(event) => event.stopPropagation()}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={tick}
              checked={selected}
              onChange={() => acts.toggle(index)}
            />
          </label>
        </div>
      )}
      {columns.map((column, at) => {
        const { edit } = column;
        const isEdited = row !== undefined && edit !== undefined && editing === column.id;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + first}
            aria-readonly={editable ? edit === undefined : undefined}
            data-column={column.id}
            className={classOf(column, isEdited)}
            style={column.pinned ? pinnedAt(at + first - 1) : undefined}
          >
            {isEdited ? (
              <CellField label={column.header} row={row} editor={edit} onLeave={acts.leave} />
            ) : row === undefined ? (
              <Skeleton width={skeletonWidth(index)} />
            ) : (
              column.cell(row)
            )}
          </div>
        );
      })}
    </div>
  );
}) as <Row>(props: Props<Row>) => ReactNode;

const classOf = ({ align, pinned }: TableColumn<never>, edited: boolean): string =>
  `data-table-cell${align === 'end' ? ' data-table-end' : ''}${pinned ? ' data-table-pinned' : ''}${edited ? ' data-table-edited' : ''}`;

/** Bars of changing width, so that a page of them looks like text. */
const skeletonWidth = (index: number): number => 40 + ((index * 37) % 45);
