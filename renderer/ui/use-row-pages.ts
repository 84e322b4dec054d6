import { useCallback, useEffect, useRef, useState } from 'react';

const PAGE = 200;
/** Pages kept, each 200 rows: enough to scroll back without asking again, little enough to forget about. */
const KEPT = 40;

/** A window of a longer list, as a source answers it. */
export interface RowSlice<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface RowPages<Row> {
  /** null until the first answer. */
  readonly total: number | null;
  rowAt(index: number): Row | undefined;
  /** Says which rows are on the screen. */
  need(first: number, end: number): void;
  /** What is shown belongs to the question before: the answer to this one is on its way. */
  readonly stale: boolean;
}

interface Held<Row> {
  readonly key: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

/**
 * Reads a long list page by page as it scrolls past. `key` names the question: another key asks anew, and what was there
 * stays on the screen until the answer comes. `read` gets an offset, a limit and a signal that says "no longer wanted".
 */
export function useRowPages<Row>(
  key: string,
  read: (offset: number, limit: number, signal: AbortSignal) => Promise<RowSlice<Row>>,
): RowPages<Row> {
  const [held, setHeld] = useState<Held<Row> | null>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [failed, setFailed] = useState<unknown>(null);
  const asking = useRef({ key, pages: new Map<number, AbortController>() });
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });

  useEffect(() => {
    if (asking.current.key !== key) {
      for (const controller of asking.current.pages.values()) controller.abort();
      asking.current = { key, pages: new Map() };
    }
    const { pages } = asking.current;
    // A new question starts where the eye is: at the top.
    const known = held?.key === key ? held : null;
    const first = known ? range.first : 0;
    const last = known ? range.last : 0;
    for (const [page, controller] of pages) {
      if (page >= first && page <= last) continue;
      controller.abort();
      pages.delete(page);
    }
    for (let page = first; page <= last; page++) {
      if (pages.has(page) || known?.pages.has(page)) continue;
      const controller = new AbortController();
      pages.set(page, controller);
      latest.current(page * PAGE, PAGE, controller.signal).then(
        (slice) => {
          if (controller.signal.aborted) return;
          pages.delete(page);
          setHeld((before) => keep(before?.key === key ? before : null, key, page, slice));
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setFailed(error);
        },
      );
    }
  }, [key, range, held]);

  useEffect(() => {
    const { current } = asking;
    return () => {
      for (const controller of current.pages.values()) controller.abort();
      // A page asked for by an effect that React runs twice must be asked for again.
      current.pages.clear();
    };
  }, []);

  const need = useCallback((first: number, end: number) => {
    const pages = { first: Math.floor(first / PAGE), last: Math.floor(Math.max(first, end - 1) / PAGE) };
    setRange((before) => (before.first === pages.first && before.last === pages.last ? before : pages));
  }, []);

  // A rejection is a defect: the error boundary says so.
  if (failed !== null) throw failed instanceof Error ? failed : new Error('The rows could not be read.');
  return {
    total: held?.total ?? null,
    rowAt: (index) => held?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need,
    stale: held?.key !== key,
  };
}

function keep<Row>(before: Held<Row> | null, key: string, page: number, slice: RowSlice<Row>): Held<Row> {
  const kept = [...(before?.pages ?? [])].slice(-KEPT);
  return { key, total: slice.total, pages: new Map([...kept, [page, slice.rows]]) };
}
