import { useLayoutEffect, useState, type RefObject } from 'react';

/** Height of a line and of what stands above the lines of a day; px, as in calendar.css. */
const LINE = 24;
const HEAD = { week: 60, month: 26 } as const;
/** As long as nobody has measured. */
const USUAL = { week: 12, month: 3 } as const;

/** How many lines a day of the calendar has room for, as tall as its window is now. */
export function useLineRoom(grid: RefObject<HTMLDivElement | null>, span: 'week' | 'month', weeks: number): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const measure = (): void => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  if (height === 0) return USUAL[span];
  // Below the names of the weekdays the weeks share what is left.
  return Math.max(2, Math.floor(((height - 28) / weeks - HEAD[span]) / LINE));
}
