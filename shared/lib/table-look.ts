/** How she has the columns of a table. What it does not name stands as it came. */
export interface TableLook {
  /** Ids of columns from left to right. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** px, by id. */
  readonly widths: Readonly<Record<string, number>>;
}

/** A table as she keeps it to come back to: its columns, and what it shows in which order. */
export interface SavedView {
  readonly id: string;
  /** Which table it is of. */
  readonly table: string;
  readonly name: string;
  readonly look: TableLook;
  /** Conditions and sort order, as that table has them. */
  readonly shows: Readonly<Record<string, unknown>>;
}

export const PLAIN_LOOK: TableLook = { order: [], hidden: [], widths: {} };

interface Column {
  readonly id: string;
}

/** All columns in her order. One that her order does not know (it is new) follows the one it follows by itself. */
export function inOrder<C extends Column>(columns: readonly C[], { order }: TableLook): readonly C[] {
  const known = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  if (known.length === 0) return columns;
  return columns.reduce<readonly C[]>((placed, column, at) => {
    if (known.includes(column)) return placed;
    const before = columns[at - 1];
    const place = before ? placed.indexOf(before) + 1 : 0;
    return placed.toSpliced(place, 0, column);
  }, known);
}

/** The columns she sees. There is always one. */
export function shownColumns<C extends Column>(columns: readonly C[], look: TableLook): readonly C[] {
  const ordered = inOrder(columns, look);
  const shown = ordered.filter(({ id }) => !look.hidden.includes(id));
  return shown.length > 0 ? shown : ordered.slice(0, 1);
}

/** A column shown, or hidden. */
export const withShown = (look: TableLook, id: string, shown: boolean): TableLook => ({
  ...look,
  hidden: shown ? look.hidden.filter((each) => each !== id) : [...look.hidden, id],
});

/** A column moved by places among all columns, to the right where `by` is above 0; it stops at the ends. */
export function withMoved(look: TableLook, columns: readonly Column[], id: string, by: number): TableLook {
  const order = inOrder(columns, look).map((column) => column.id);
  const from = order.indexOf(id);
  if (from < 0) return look;
  const to = Math.max(0, Math.min(order.length - 1, from + by));
  return { ...look, order: order.toSpliced(from, 1).toSpliced(to, 0, id) };
}

/** Views with one more; one of the same table and name gives way to it. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] => [
  ...views.filter(({ table, name }) => table !== view.table || name !== view.name),
  view,
];
