import { useMemo } from 'react';
import { makeFormat, type Format } from '#shared/lib/format.ts';
import type { Day, Period } from '#shared/lib/day.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { periodBefore, periodOf, type PeriodChoice } from '#shared/domain/metrics/period.ts';
import { useClock } from './clock.ts';
import { usePreferences } from './preferences.ts';

/** Today in the program's zone. */
export function useToday(): Day {
  const zone = usePreferences((state) => state.zone);
  return useClock(({ now }) => dayOf(now, zone));
}

export function useFormat(): Format {
  const locale = usePreferences((state) => state.locale);
  const zone = usePreferences((state) => state.zone);
  return useMemo(() => makeFormat(locale, zone), [locale, zone]);
}

export interface ChosenPeriod {
  readonly choice: PeriodChoice;
  /** null: everything. */
  readonly period: Period | null;
  /** The equal period before, null if there is none. */
  readonly before: Period | null;
}

/** The one period of the whole program. */
export function usePeriod(): ChosenPeriod {
  const choice = usePreferences((state) => state.period);
  const today = useToday();
  return useMemo(
    () => ({ choice, period: periodOf(choice, today), before: periodBefore(choice, today) }),
    [choice, today],
  );
}

export const PERIOD_NAMES: Readonly<Record<Exclude<PeriodChoice['kind'], 'custom'>, string>> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'last-30': 'Last 30 days',
  'last-90': 'Last 90 days',
  'this-year': 'This year',
  all: 'All time',
};
