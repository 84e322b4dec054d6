import { useMemo, useState, type RefObject } from 'react';
import type { Leaving } from './CellField.tsx';
import type { TableColumn } from './data-table-parts.ts';

interface Place {
  /** Of the row. */
  readonly key: string;
  readonly column: string;
}

interface Editing {
  /** Which cell is being changed; null: none. */
  readonly at: Place | null;
  /** Some cell of these columns can be changed. */
  readonly possible: boolean;
  /** Begins in that column, or in the first that can be changed. False if there is none. */
  begin(key: string, column?: string): boolean;
  leave(to: Leaving): void;
}

/** Which cell of a table she is changing. */
export function useCellEditing<Row>(
  columns: readonly TableColumn<Row>[],
  table: RefObject<HTMLElement | null>,
): Editing {
  const [at, setAt] = useState<Place | null>(null);
  return useMemo(() => {
    const editable = columns.flatMap(({ id, edit }) => (edit ? [id] : []));
    return {
      at,
      possible: editable.length > 0,
      begin: (key, column = editable[0]) => {
        if (column === undefined || !editable.includes(column)) return false;
        setAt({ key, column });
        return true;
      },
      leave: (to) => {
        const step = to === 'next' ? 1 : to === 'previous' ? -1 : 0;
        const column = at && step !== 0 ? editable[editable.indexOf(at.column) + step] : undefined;
        setAt(at && column !== undefined ? { key: at.key, column } : null);
        if (column === undefined && to !== 'away') table.current?.focus();
      },
    };
  }, [columns, at, table]);
}
