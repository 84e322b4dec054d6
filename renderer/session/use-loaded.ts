import { useEffect, useRef, useState } from 'react';

/** What was asked for. While another question is being answered, the value is still the one before and `stale` is true. */
export interface Loaded<T> {
  /** null until the first answer. */
  readonly value: T | null;
  readonly stale: boolean;
}

/** Asks again whenever `key` changes; an answer that comes too late is dropped. A rejection is a defect and is thrown. */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [held, setHeld] = useState<{ readonly key: string; readonly value: T } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const controller = new AbortController();
    latest.current(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setHeld({ key, value });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setFailed(error);
      },
    );
    return () => controller.abort();
  }, [key]);
  if (failed !== null) throw failed instanceof Error ? failed : new Error('Something could not be read.');
  return { value: held?.value ?? null, stale: held?.key !== key };
}
