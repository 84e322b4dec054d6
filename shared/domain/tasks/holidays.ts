import { parseDay, type Day } from '../../lib/day.ts';

export interface Holiday {
  readonly day: Day;
  readonly name: string;
}

/** Holidays as she types or pastes them, and the lines that are none. */
export interface ReadHolidays {
  readonly holidays: readonly Holiday[];
  readonly unread: readonly string[];
}

/** A day, what may part it from the name, and the name. */
const LINE = /^(\d{4}-\d{2}-\d{2})[\s,;:–-]*(.*)$/;

/** Reads one holiday a line, "2026-12-25 Christmas Day", in the order of their days; of a day named twice the last counts. */
export function readHolidays(text: string): ReadHolidays {
  const holidays = new Map<Day, string>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const [, written = '', name = ''] = LINE.exec(line) ?? [];
    const day = parseDay(written);
    if (day) holidays.set(day, name.trim() === '' ? 'Holiday' : name.trim().slice(0, 80));
    else if (line !== '') unread.push(line);
  }
  return {
    holidays: [...holidays].map(([day, name]) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    unread,
  };
}

/** The same as text, one a line. */
export const holidaysText = (holidays: readonly Holiday[]): string =>
  holidays.map(({ day, name }) => `${day} ${name}`).join('\n');
