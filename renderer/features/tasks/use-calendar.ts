import { useMemo } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { Calendar } from '#shared/domain/tasks/workdays.ts';

/** Her working days and holidays. */
export function useCalendar(): Calendar {
  const workingDays = usePreferences((state) => state.workingDays);
  const holidays = usePreferences((state) => state.holidays);
  return useMemo(() => ({ workingDays, holidays }), [workingDays, holidays]);
}
