import { useEffect, useRef, useState } from 'react';

/** A text that is typed here and stored there. */
export interface Draft {
  readonly text: string;
  type(text: string): void;
  /** Stores it without the space around it, if it is another. */
  keep(): void;
  /** Goes back to what is stored. */
  drop(): void;
}

/**
 * A field's text until she leaves the field, by whatever way: also when the field itself goes away. `store` gets it; when
 * what is stored changes, the field follows.
 */
export function useDraft(
  stored: string,
  store: (text: string) => void,
  { mayBeEmpty = true }: { readonly mayBeEmpty?: boolean } = {},
): Draft {
  const [state, setState] = useState<{ readonly of: string; readonly text: string | null }>({ of: stored, text: null });
  const text = state.of === stored ? state.text : null;
  const drop = (): void => setState({ of: stored, text: null });
  const keep = (): void => {
    if (text === null) return;
    const trimmed = text.trim();
    if (trimmed === stored || (trimmed === '' && !mayBeEmpty)) drop();
    else store(trimmed);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
  return {
    text: text ?? stored,
    type: (next) => setState({ of: stored, text: next }),
    keep,
    drop,
  };
}
