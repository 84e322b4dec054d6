import { useEffect, useRef, useState } from 'react';

/** A value that is changed here and stored there. */
export interface Kept<T> {
  readonly value: T;
  change(value: T): void;
  /** Stores it, if it is another. */
  keep(): void;
  /** Goes back to what is stored. */
  drop(): void;
}

/** A value that is hers until she leaves it, by whatever way: `store` gets it then. When what is stored changes, it follows. */
export function useKept<T>(stored: T, store: (value: T) => void): Kept<T> {
  const key = JSON.stringify(stored);
  const [held, setHeld] = useState<{ readonly of: string; readonly value: T } | null>(null);
  if (held && held.of !== key) setHeld(null);
  const drop = (): void => setHeld(null);
  const keep = (): void => {
    if (held?.of !== key) return;
    if (JSON.stringify(held.value) === key) drop();
    else store(held.value);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
  return {
    value: held?.of === key ? held.value : stored,
    change: (value) => setHeld({ of: key, value }),
    keep,
    drop,
  };
}
