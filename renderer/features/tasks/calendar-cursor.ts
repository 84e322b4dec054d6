import { addDays, type Day } from '#shared/lib/day.ts';

/** Where she is in the calendar: a day, and which of its lines (-1: the day itself). */
export interface Place {
  readonly day: Day;
  readonly line: number;
}

/**
 * Where an arrow key leads: left and right to the next day, up and down through a day's lines and, past them, a week on or back
 * where weeks stand below each other. `lines`: how many a day shows. null: the key leads nowhere.
 */
export function arrowTo(
  key: string,
  { day, line }: Place,
  span: 'week' | 'month',
  lines: (day: Day) => number,
): Place | null {
  const last = lines(day) - 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const to = addDays(day, key === 'ArrowLeft' ? -1 : 1);
      return { day: to, line: Math.min(line, lines(to) - 1) };
    }
    case 'ArrowDown':
      if (line < last) return { day, line: line + 1 };
      return span === 'week' ? null : { day: addDays(day, 7), line: -1 };
    case 'ArrowUp': {
      if (line >= 0) return { day, line: line - 1 };
      if (span === 'week') return null;
      const to = addDays(day, -7);
      return { day: to, line: lines(to) - 1 };
    }
    default:
      return null;
  }
}

/** The day to which Shift and an arrow move a task. null: the key moves nothing. */
export function movedBy(key: string, day: Day): Day | null {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  return by === undefined ? null : addDays(day, by);
}
