import { addDays, parseDay, type Day, type Period } from '../../lib/day.ts';
import type { Group } from '../ledger/query.ts';
import { daysOf } from './period.ts';

/** One currency, day by day; micros, 0 where a day has nothing. */
export interface DailySeries {
  readonly days: readonly Day[];
  readonly revenue: readonly bigint[];
  readonly commission: readonly bigint[];
}

/**
 * Groups by day (of one currency) laid over every day of the period, so that a line falls to zero where nothing happened.
 * Days to come are left out, and so is `today` while it has nothing: it is not over. Without a period: from the first to
 * the last day that has anything. Rows without a day are left out.
 */
export function dailySeries(groups: readonly Group[], period: Period | null, today: Day): DailySeries {
  const byDay = new Map(groups.flatMap((group) => (group.day ? [[group.day, group.measures] as const] : [])));
  const days = daysOf(period ?? spanOf([...byDay.keys()])).filter((day) => day < today || byDay.has(day));
  return {
    days,
    revenue: days.map((day) => byDay.get(day)?.sale ?? 0n),
    commission: days.map((day) => byDay.get(day)?.commission ?? 0n),
  };
}

function spanOf(days: readonly string[]): Period {
  const sorted = days.toSorted();
  const first = parseDay(sorted[0] ?? '');
  const last = parseDay(sorted.at(-1) ?? '');
  const none = '1970-01-01' as Day;
  return first && last ? { from: first, to: addDays(last, 1) } : { from: none, to: none };
}
