import { useCallback, useMemo, useState } from 'react';

/** Where she is in a table and what she has selected, by row index. */
export interface TableCursor {
  /** null: nowhere yet. */
  readonly active: number | null;
  readonly selected: ReadonlySet<number>;
  /** Goes to a row; `extend` selects everything from the last anchor to it. */
  moveTo(index: number, extend?: boolean): void;
  toggle(index: number): void;
  /** All rows of a list of so many, up to ten thousand. */
  selectAll(total: number): void;
  unselect(): void;
  /** Nowhere, with nothing selected. */
  clear(): void;
}

/** Copying and marking more rows than this by hand is an export. */
const MOST_SELECTED = 10_000;

interface State {
  readonly key: string;
  readonly active: number | null;
  readonly anchor: number;
  readonly selected: ReadonlySet<number>;
}

/** A place in a list of any length. Another `key` (another list) starts at the top. */
export function useTableCursor(key: string): TableCursor {
  const fresh: State = { key, active: null, anchor: 0, selected: NONE };
  const [stored, setState] = useState<State>(fresh);
  const state = stored.key === key ? stored : fresh;

  const change = useCallback(
    (next: (state: State) => State) =>
      setState((before) => next(before.key === key ? before : { key, active: null, anchor: 0, selected: NONE })),
    [key],
  );
  const acts = useMemo(
    () => ({
      moveTo: (index: number, extend = false) =>
        change((before) =>
          extend
            ? { ...before, active: index, selected: between(before.anchor, index) }
            : { ...before, active: index, anchor: index, selected: NONE },
        ),
      toggle: (index: number) =>
        change((before) => {
          const selected = new Set(before.selected);
          if (!selected.delete(index)) selected.add(index);
          return { ...before, active: index, anchor: index, selected };
        }),
      selectAll: (total: number) => change((before) => ({ ...before, selected: between(0, total - 1) })),
      unselect: () => change((before) => ({ ...before, selected: NONE })),
      clear: () => change((before) => ({ ...before, active: null, selected: NONE })),
    }),
    [change],
  );

  const { active, selected } = state;
  return useMemo(() => ({ active, selected, ...acts }), [active, selected, acts]);
}

const NONE: ReadonlySet<number> = new Set();

/** From one index to another, and no more than may be selected, those next to `to`. */
export function between(from: number, to: number): ReadonlySet<number> {
  const first = Math.max(Math.min(from, to), Math.max(from, to) - MOST_SELECTED + 1);
  return new Set(Array.from({ length: Math.max(from, to) - first + 1 }, (_, index) => first + index));
}
