import type { TableSort } from './table-sort.ts';

/** How she has the columns of a table. What it does not name stands as it came. */
export interface TableLook {
  /** Ids of columns from left to right. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** Those she has asked for that are not shown by themselves. */
  readonly shown?: readonly string[];
  /** Those that stay at the left while the others scroll. */
  readonly pinned?: readonly string[];
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
  /** Shown only where she asks for it. */
  readonly extra?: boolean;
}

/** All columns in her order, pinned ones first. One that her order does not know (it is new) follows the one it follows by itself. */
export function inOrder<C extends Column>(columns: readonly C[], { order, pinned = [] }: TableLook): readonly C[] {
  const known = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const placed =
    known.length === 0
      ? columns
      : columns.reduce<readonly C[]>((sofar, column, at) => {
          if (known.includes(column)) return sofar;
          const before = columns[at - 1];
          const place = before ? sofar.indexOf(before) + 1 : 0;
          return sofar.toSpliced(place, 0, column);
        }, known);
  if (pinned.length === 0) return placed;
  const isPinned = ({ id }: C): boolean => pinned.includes(id);
  return [...placed.filter(isPinned), ...placed.filter((column) => !isPinned(column))];
}

/** Whether she sees the column. */
export const isShown = ({ id, extra = false }: Column, { hidden, shown = [] }: TableLook): boolean =>
  extra ? shown.includes(id) : !hidden.includes(id);

/** The columns she sees. There is always one. */
export function shownColumns<C extends Column>(columns: readonly C[], look: TableLook): readonly C[] {
  const ordered = inOrder(columns, look);
  const shown = ordered.filter((column) => isShown(column, look));
  return shown.length > 0 ? shown : ordered.slice(0, 1);
}

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((each) => each !== id);

/** A column shown, or hidden. */
export function withShown(look: TableLook, { id, extra = false }: Column, shown: boolean): TableLook {
  if (extra) return { ...look, shown: [...without(look.shown ?? [], id), ...(shown ? [id] : [])] };
  return { ...look, hidden: [...without(look.hidden, id), ...(shown ? [] : [id])] };
}

/** A column pinned, behind those that are, or let go. */
export const withPinned = (look: TableLook, id: string, pinned: boolean): TableLook => ({
  ...look,
  pinned: [...without(look.pinned ?? [], id), ...(pinned ? [id] : [])],
});

/**
 * A column moved by places among all columns, to the right where `by` is above 0; it stops at the ends, and where the pinned ones meet
 * the others.
 */
export function withMoved(look: TableLook, columns: readonly Column[], id: string, by: number): TableLook {
  const order = inOrder(columns, look).map((column) => column.id);
  const from = order.indexOf(id);
  if (from < 0) return look;
  const pins = order.filter((each) => look.pinned?.includes(each)).length;
  const [first, last] = from < pins ? [0, pins - 1] : [pins, order.length - 1];
  const to = Math.max(first, Math.min(last, from + by));
  return { ...look, order: order.toSpliced(from, 1).toSpliced(to, 0, id) };
}

/** Views with one more; one of the same table and name gives way to it. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] => [
  ...views.filter(({ table, name }) => table !== view.table || name !== view.name),
  view,
];

/** The order that a saved view has; views of before tables were sorted on several have one. */
export function savedSorts(shows: SavedView['shows']): readonly TableSort[] {
  const { sort } = shows as { readonly sort?: TableSort | readonly TableSort[] };
  return sort === undefined ? [] : 'by' in sort ? [sort] : sort;
}
