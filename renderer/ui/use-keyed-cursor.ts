import { useMemo, useState } from 'react';
import { between, type TableCursor } from './use-table-cursor.ts';

export interface KeyedCursor extends TableCursor {
  /** Of those in the list, in its order. */
  readonly selectedKeys: readonly string[];
}

interface State {
  readonly list: string;
  readonly active: { readonly key: string; readonly at: number } | null;
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
  /** What was selected before the anchor. */
  readonly base: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * A place in a list whose rows have names (`keys`, in the order of the list): where she is and what she has selected go with the rows
 * when they are sorted anew or change. Moving lets go of nothing: rows are picked one by one, or from the last anchor on. Selected rows
 * that a filter leaves out do not count; they are there again without it. `list` names what is asked for: while it is the same, whoever
 * leaves the list leaves their place to the next.
 */
export function useKeyedCursor(list: string, keys: readonly string[]): KeyedCursor {
  const [state, setState] = useState<State>({ list, active: null, anchor: null, selected: NONE, base: NONE });
  const places = useMemo(() => new Map(keys.map((key, at) => [key, at])), [keys]);
  const active = useMemo(() => {
    if (state.active === null) return null;
    const found = places.get(state.active.key);
    if (found !== undefined) return found;
    return state.list === list && keys.length > 0 ? Math.min(state.active.at, keys.length - 1) : null;
  }, [state.active, state.list, list, places, keys]);
  const selected = useMemo(
    () => new Set([...state.selected].flatMap((key) => places.get(key) ?? []).sort((a, b) => a - b)),
    [state.selected, places],
  );
  const selectedKeys = useMemo(() => [...selected].flatMap((at) => keys[at] ?? []), [selected, keys]);

  const acts = useMemo(() => {
    const change = (next: (before: State) => Partial<State>): void =>
      setState((before) => ({ ...before, list, ...next(before) }));
    const placeOf = (at: number): State['active'] => {
      const key = keys[at];
      return key === undefined ? null : { key, at };
    };
    const named = (indexes: Iterable<number>): ReadonlySet<string> =>
      new Set([...indexes].flatMap((at) => keys[at] ?? []));
    return {
      moveTo: (at: number, extend = false) =>
        change(({ anchor, base, selected: before }) =>
          extend
            ? {
                active: placeOf(at),
                selected: new Set([...base, ...named(between(places.get(anchor ?? '') ?? at, at))]),
              }
            : { active: placeOf(at), anchor: keys[at] ?? null, base: before },
        ),
      toggle: (at: number) =>
        change((before) => {
          const key = keys[at];
          if (key === undefined) return {};
          const next = new Set(before.selected);
          if (!next.delete(key)) next.add(key);
          return { active: placeOf(at), anchor: key, selected: next, base: next };
        }),
      selectAll: (total: number) => change(() => ({ selected: new Set(keys.slice(0, total)) })),
      unselect: () => change(() => ({ selected: NONE, base: NONE })),
      clear: () => change(() => ({ active: null, selected: NONE, base: NONE })),
    };
  }, [list, keys, places]);

  return useMemo(() => ({ active, selected, selectedKeys, ...acts }), [active, selected, selectedKeys, acts]);
}
