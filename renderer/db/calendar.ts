import { USUAL_CALENDAR, type Calendar } from '#shared/domain/tasks/workdays.ts';
import { preference } from './preferences.ts';

/** Her working days and holidays, as they stand in the database. */
export async function calendarNow(): Promise<Calendar> {
  return {
    workingDays: (await preference('workingDays')) ?? USUAL_CALENDAR.workingDays,
    holidays: (await preference('holidays')) ?? USUAL_CALENDAR.holidays,
  };
}
