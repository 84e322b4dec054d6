import { useEffect, useState } from 'react';

/** Widths of columns, px by id. */
export type Widths = Readonly<Record<string, number>>;

const NONE: Widths = {};
/** A column that is being dragged is remembered when it rests. ms */
const RESTS = 300;

/** Widths as they are dragged, begun with those remembered and handed back to be remembered. */
export function useKeptWidths(widths: Widths = NONE, onWidths?: (widths: Widths) => void) {
  const [state, setState] = useState<Record<string, number>>(widths);
  const [before, setBefore] = useState(widths);
  // Changed from elsewhere (a saved view, Undo): the columns follow.
  if (before !== widths) {
    setBefore(widths);
    setState(widths);
  }
  useEffect(() => {
    if (state === widths || !onWidths) return;
    const timer = setTimeout(() => onWidths(state), RESTS);
    return () => clearTimeout(timer);
  }, [state, widths, onWidths]);
  return [state, setState] as const;
}
