import { addDays, dayToNumber, type Day } from '../../lib/day.ts';

/** Which days she works on. */
export interface Calendar {
  /** ISO 8601: 1 Monday to 7 Sunday. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly { readonly day: Day; readonly name: string }[];
}

/** As long as she has said nothing else. */
export const USUAL_CALENDAR: Calendar = { workingDays: [1, 2, 3, 4, 5], holidays: [] };

/** So many days in a row may be free before a workday is no longer looked for. */
const MOST_FREE = 400;

/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export const isoWeekday = (day: Day): number => {
  // 1970-01-01 was a Thursday.
  const weekday = (dayToNumber(day) + 3) % 7;
  return (weekday < 0 ? weekday + 7 : weekday) + 1;
};

/** The name of the holiday on that day, undefined where there is none. */
export const holidayOn = (day: Day, { holidays }: Calendar): string | undefined =>
  holidays.find((holiday) => holiday.day === day)?.name;

export const isWorkday = (day: Day, calendar: Calendar): boolean =>
  calendar.workingDays.includes(isoWeekday(day)) && holidayOn(day, calendar) === undefined;

/** `day` itself or the first workday after it; `day` where she never works. */
export const workdayFrom = (day: Day, calendar: Calendar): Day => nearestWorkday(day, 1, calendar);

/** `day` itself or the last workday before it; `day` where she never works. */
export const workdayBefore = (day: Day, calendar: Calendar): Day => nearestWorkday(day, -1, calendar);

function nearestWorkday(day: Day, by: 1 | -1, calendar: Calendar): Day {
  for (let steps = 0; steps < MOST_FREE; steps++) {
    const tried = addDays(day, by * steps);
    if (isWorkday(tried, calendar)) return tried;
  }
  return day;
}
