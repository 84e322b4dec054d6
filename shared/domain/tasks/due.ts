import { addDays, DAY_MS, dayToNumber, type Day } from '../../lib/day.ts';
import { NOTHING, type Format } from '../../lib/format.ts';
import { dayOf, zoneClock } from '../../lib/zone.ts';
import type { Task, TimeOfDay } from './task.ts';

const MINUTE_MS = 60_000;

/** Minutes after midnight. */
const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The instant (epoch ms) at which the zone's wall clock shows that day and time; in the spring gap the one after it, in autumn the first. */
export function instantOf(day: Day, time: TimeOfDay, zone: string): number {
  return zoneClock(zone).fromWall(dayToNumber(day) * DAY_MS + minutesOf(time) * MINUTE_MS);
}

/** The Monday after `today`: "next week" to someone who plans her work. */
export function nextMonday(today: Day): Day {
  // 1970-01-01 was a Thursday, so that Monday is 0.
  const weekday = (dayToNumber(today) + 3) % 7;
  return addDays(today, 7 - weekday);
}

/**
 * The task's due day and time after it has been moved to another day (null: to no day). It keeps its time unless that has
 * already passed: what is moved to this afternoon is not meant to be late at once.
 */
export function movedTo(due: Task['due'], day: Day | null, now: number, zone: string): Task['due'] {
  if (day === null) return null;
  const time = due?.time ?? null;
  return { day, time: time !== null && instantOf(day, time, zone) > now ? time : null };
}

export const sameDue = (a: Task['due'], b: Task['due']): boolean => a?.day === b?.day && a?.time === b?.time;

/** "Tomorrow, 9:00 AM", "Fri, Nov 27"; "–" for whenever. */
export function dueWords(due: Task['due'], today: Day, format: Format): string {
  if (due === null) return NOTHING;
  const day = dayWords(due.day, today, format);
  return due.time === null ? day : `${day}, ${format.timeOfDay(due.time)}`;
}

/** "Mon, Nov 23, 9:00 AM": an instant as one says when something was due. */
export function instantWords(instant: number, today: Day, format: Format): string {
  return `${format.day(dayOf(instant, format.zone), today)}, ${format.time(instant)}`;
}

/** The same with "Today" and "Yesterday" where they say it shorter. */
export function recentWords(instant: number, today: Day, format: Format): string {
  return `${dayWords(dayOf(instant, format.zone), today, format)}, ${format.time(instant)}`;
}

/** An instant to stand after "until": "10:00 AM" today, "tomorrow, 9:00 AM". */
export function untilWords(instant: number, today: Day, format: Format): string {
  const isToday = dayOf(instant, format.zone) === today;
  return isToday ? format.time(instant) : inSentence(recentWords(instant, today, format));
}

/** "Tomorrow, 9:00 AM" as it stands inside a sentence. */
export const inSentence = (words: string): string =>
  words.replace(/^(?:Yesterday|Today|Tomorrow)/, (word) => word.toLowerCase());

function dayWords(day: Day, today: Day, format: Format): string {
  switch (dayToNumber(day) - dayToNumber(today)) {
    case -1:
      return 'Yesterday';
    case 0:
      return 'Today';
    case 1:
      return 'Tomorrow';
    default:
      return format.day(day, today);
  }
}
