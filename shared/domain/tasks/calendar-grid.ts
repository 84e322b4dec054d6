import { addDays, dayFromNumber, dayToNumber, DAY_MS, type Day, type WeekStart } from '../../lib/day.ts';
import type { Task } from './task.ts';
import { byDue } from './groups.ts';
import { isoWeekday } from './workdays.ts';

/** The seven days of the week in which a day falls. */
export function weekOf(day: Day, start: WeekStart): readonly Day[] {
  const before = start === 'monday' ? isoWeekday(day) - 1 : isoWeekday(day) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - before));
}

/** The whole weeks that a day's month touches. */
export function monthOf(day: Day, start: WeekStart): readonly (readonly Day[])[] {
  const month = day.slice(0, 7);
  const weeks: (readonly Day[])[] = [];
  for (let week = weekOf(`${month}-01` as Day, start); week.some((each) => each.startsWith(month));) {
    weeks.push(week);
    week = week.map((each) => addDays(each, 7));
  }
  return weeks;
}

/** The same day so many months on; the last of the month where that is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = dayFromNumber(Math.floor(Date.UTC(year, month + months, 0) / DAY_MS));
  const wanted = dayToNumber(last) - Number(last.slice(8)) + date;
  return dayFromNumber(Math.min(wanted, dayToNumber(last)));
}

/** Open and done tasks by the day they are due, each day in the order of its list. */
export function tasksByDay(tasks: readonly Task[]): ReadonlyMap<Day, readonly Task[]> {
  const days = new Map<Day, Task[]>();
  for (const task of tasks) {
    if (task.due) days.set(task.due.day, [...(days.get(task.due.day) ?? []), task]);
  }
  for (const list of days.values())
    list.sort((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null) || byDue(a, b));
  return days;
}
