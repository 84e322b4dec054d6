import { dayFromNumber, dayToNumber, parseDay, type Day } from '../../lib/day.ts';
import type { Settings } from './types.ts';

/** The exports of the sample program, assets/sample: written by scripts/make-sample.ts from a fixed seed. */
export const SAMPLE_FILES = [
  'awin-affiliate-desk.csv',
  'partnerize-conversions.csv',
  'impact-action-listing.csv',
] as const;

/** The day on which the sample's exports end as they are shipped. */
export const SAMPLE_LAST_DAY = '2026-10-31' as Day;

/** What Impact's listing leaves open, answered for the sample. */
export const SAMPLE_ANSWERS: Pick<Settings, 'program' | 'currency'> = { program: 'Pawsome Pets US', currency: 'USD' };

const DAYS = /\b\d{4}-\d{2}-\d{2}(?!\d)/g;

/** The text of an export of the sample with every date moved by the same whole days, so that the last one is `lastDay`. */
export function endingOn(text: string, lastDay: Day): string {
  const by = dayToNumber(lastDay) - dayToNumber(SAMPLE_LAST_DAY);
  const moved = new Map<string, string>();
  return text.replace(DAYS, (found) => {
    let day = moved.get(found);
    if (day === undefined) {
      const real = parseDay(found);
      moved.set(found, (day = real ? dayFromNumber(dayToNumber(real) + by) : found));
    }
    return day;
  });
}
