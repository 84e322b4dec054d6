import { useCallback, useMemo, useState } from 'react';

/** Where she is in a table and what she has selected, by row index. Another `key` (another list) starts at the top. */
export interface TableCursor {
  /** null: nowhere yet. */
  readonly active: number | null;
  readonly selected: ReadonlySet<number>;
  /** Goes to a row; `extend` selects everything from the last anchor to it. */
  moveTo(index: number, extend?: boolean): void;
  toggle(index: number): void;
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

export function useTableCursor(key: string): TableCursor {
  const fresh: State = { key, active: null, anchor: 0, selected: NONE };
  const [stored, setState] = useState<State>(fresh);
  const state = stored.key === key ? stored : fresh;

  const change = useCallback(
    (next: (state: State) => State) =>
      setState((before) => next(before.key === key ? before : { key, active: null, anchor: 0, selected: NONE })),
    [key],
  );
  const moveTo = useCallback(
    (index: number, extend = false) =>
      change((before) =>
        extend
          ? { ...before, active: index, selected: between(before.anchor, index) }
          : { ...before, active: index, anchor: index, selected: NONE },
      ),
    [change],
  );
  const toggle = useCallback(
    (index: number) =>
      change((before) => {
        const selected = new Set(before.selected);
        if (!selected.delete(index)) selected.add(index);
        return { ...before, active: index, anchor: index, selected };
      }),
    [change],
  );
  const clear = useCallback(() => change((before) => ({ ...before, active: null, selected: NONE })), [change]);

  const { active, selected } = state;
  return useMemo(() => ({ active, selected, moveTo, toggle, clear }), [active, selected, moveTo, toggle, clear]);
}

const NONE: ReadonlySet<number> = new Set();

function between(a: number, b: number): ReadonlySet<number> {
  const first = Math.max(Math.min(a, b), Math.max(a, b) - MOST_SELECTED + 1);
  return new Set(Array.from({ length: Math.max(a, b) - first + 1 }, (_, index) => first + index));
}
