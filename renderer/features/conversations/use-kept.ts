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

interface Held<T> {
  /** What was stored when she began, as JSON. */
  readonly of: string;
  readonly value: T;
  /** What is on its way there, as JSON. */
  readonly sent: string | null;
}

const same = <T>(value: T): T => value;

/**
 * A value that is hers until she leaves it, by whatever way: `store` gets it then, as `tidy` makes it. When what is stored changes, it
 * follows; what she has gone on to change while it was being stored stays.
 */
export function useKept<T>(stored: T, store: (value: T) => void, tidy: (value: T) => T = same): Kept<T> {
  const key = JSON.stringify(stored);
  const [held, setHeld] = useState<Held<T> | null>(null);
  if (held && held.of !== key) {
    const goesOn = held.sent === key && JSON.stringify(tidy(held.value)) !== key;
    setHeld(goesOn ? { of: key, value: held.value, sent: null } : null);
  }
  const drop = (): void => setHeld(null);
  const keep = (): void => {
    if (held?.of !== key) return;
    const value = tidy(held.value);
    const sent = JSON.stringify(value);
    if (sent === key) return drop();
    if (sent === held.sent) return;
    setHeld({ ...held, sent });
    store(value);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
  return {
    value: held?.of === key ? held.value : stored,
    change: (value) => setHeld((before) => ({ of: key, value, sent: before?.of === key ? before.sent : null })),
    keep,
    drop,
  };
}
