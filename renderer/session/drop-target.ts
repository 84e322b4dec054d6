import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** What becomes of files that are dropped on the window: `words` say it while they hover. */
export interface DropTarget {
  readonly words: string;
  take(files: readonly File[]): void;
}

/** Where dropped files go; null: to the imports. */
export const useDropTarget = create<{ readonly target: DropTarget | null }>()(() => ({ target: null }));

/** As long as the screen is shown, dropped files are its own. */
export function useTakesDrops(words: string, take: (files: readonly File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const target: DropTarget = { words, take: (files) => latest.current(files) };
    useDropTarget.setState({ target });
    return () => {
      if (useDropTarget.getState().target === target) useDropTarget.setState({ target: null });
    };
  }, [words]);
}
