import { useCallback, useMemo } from 'react';
import {
  inOrder,
  PLAIN_LOOK,
  shownColumns,
  withMoved,
  withPinned,
  withShown,
  withView,
  type SavedView,
  type TableLook,
} from '#shared/lib/table-look.ts';
import { chooseStep } from './choose-step.ts';
import { choose, usePreferences } from './preferences.ts';
import { say } from './toasts.ts';

interface Column {
  readonly id: string;
  readonly header: string;
  readonly extra?: boolean;
  readonly pinned?: boolean;
}

export interface KeptTable<C extends Column> {
  /** All columns in her order. */
  readonly ordered: readonly C[];
  /** Those she sees. */
  readonly columns: readonly C[];
  readonly widths: TableLook['widths'];
  readonly views: readonly SavedView[];
  setWidths(widths: TableLook['widths']): void;
  show(column: C, shown: boolean): void;
  move(column: C, by: number): void;
  /** Keeps it at the left, or lets it scroll with the others. */
  pin(column: C, pinned: boolean): void;
  /** Columns as they came. */
  plain(): void;
  /** Keeps the table as it is now under a name. */
  saveView(name: string, shows: SavedView['shows']): void;
  removeView(view: SavedView): void;
  /** Has the columns of a view; what it shows is the caller's to put in force. */
  takeLook(view: SavedView): void;
}

const NO_VIEWS: readonly SavedView[] = [];

/** A table's columns and saved views as she has them, remembered under the table's name; `first` is how it comes. */
export function useTable<C extends Column>(table: string, all: readonly C[], first = PLAIN_LOOK): KeptTable<C> {
  const look = usePreferences((state) => state.tables[table] ?? first);
  const every = usePreferences((state) => state.views);
  const views = useMemo(() => {
    const own = every.filter((view) => view.table === table);
    return own.length > 0 ? own.toSorted((a, b) => a.name.localeCompare(b.name)) : NO_VIEWS;
  }, [every, table]);
  const ordered = useMemo(() => inOrder(marked(all, look), look), [all, look]);
  const columns = useMemo(() => shownColumns(ordered, look), [ordered, look]);

  const setWidths = useCallback(
    (widths: TableLook['widths']) =>
      choose(withLook(table, { ...(usePreferences.getState().tables[table] ?? first), widths })),
    [table, first],
  );
  const become = (label: string, next: TableLook): void => chooseStep(label, withLook(table, next));
  return {
    ordered,
    columns,
    widths: look.widths,
    views,
    setWidths,
    show: (column, shown) =>
      become(`${column.header} is ${shown ? 'shown' : 'hidden'}`, withShown(look, column, shown)),
    move: (column, by) => become(`Moved ${column.header}`, withMoved(look, all, column.id, by)),
    pin: (column, pinned) =>
      become(`${column.header} ${pinned ? 'stays at the left' : 'scrolls'}`, withPinned(look, column.id, pinned)),
    plain: () => become('The columns are the original ones', first),
    saveView: (name, shows) =>
      chooseStep(`Saved the view “${name}”`, {
        views: withView(every, { id: crypto.randomUUID(), table, name, look, shows }),
      }),
    removeView: (view) =>
      chooseStep(`Removed the view “${view.name}”`, { views: every.filter(({ id }) => id !== view.id) }),
    takeLook: (view) => {
      choose(withLook(table, view.look));
      say(`Shown: ${view.name}`);
    },
  };
}

const withLook = (table: string, look: TableLook) => ({
  tables: { ...usePreferences.getState().tables, [table]: look },
});

/** The columns with what is pinned of them, so that whoever draws them need not ask. */
const marked = <C extends Column>(columns: readonly C[], { pinned = [] }: TableLook): readonly C[] =>
  pinned.length === 0
    ? columns
    : columns.map((column) => (pinned.includes(column.id) ? { ...column, pinned: true } : column));
