import type { DueItem, Job, Outcome, Projection } from './due.ts';
import { dayOf } from '../../lib/zone.ts';
import { afterQuiet } from './instants.ts';
import { summaryJob } from './summary.ts';

/** Later than this after its time, a reminder came because nothing ran or the computer slept; ms. */
export const LATE_AFTER_MS = 2 * 60_000;

export interface Firing {
  readonly item: DueItem;
  readonly late: boolean;
}

/** Names one firing: a job at an instant. */
export const claimOf = ({ job, at }: { readonly job: Job; readonly at: number }): string => `${job}@${at}`;

/**
 * What fires now (`now` in epoch ms), soonest due first. Not what is claimed: a firing happens once, whatever clock and
 * program do in between. What was missed fires now, marked late; of a report's missed runs only the last. A summary fires on its own
 * day and once on it, whenever she has it come; what it would have said on a day that is over is said by the next one.
 * In quiet hours no reminder and no summary fires; they do when the hours end.
 */
export function tick(
  now: number,
  projection: Projection,
  outcomes: readonly Outcome[],
  claims: ReadonlySet<string>,
): Firing[] {
  const { quiet, zone, notify } = projection.rules;
  const kept = notify ? quiet : null;
  const silent = afterQuiet(now, kept, zone) > now;
  const due = itemsNow(projection, outcomes).filter(({ at }) => at <= now);
  const summaryToday = summaryJob(dayOf(now, zone));
  const said = [...claims].some((claim) => claim.startsWith(`${summaryToday}@`));
  const lastRun = new Map<Job, number>();
  for (const { job, at } of due) lastRun.set(job, Math.max(at, lastRun.get(job) ?? at));
  return due
    .filter((item) => item.at === lastRun.get(item.job) && !claims.has(claimOf(item)))
    .filter((item) => item.kind !== 'summary' || (item.job === summaryToday && !said))
    .filter((item) => item.kind === 'report' || !silent)
    .sort((a, b) => a.at - b.at)
    .map((item) => {
      const promised = item.kind !== 'report' ? afterQuiet(item.at, kept, zone) : item.at;
      return { item, late: now - promised > LATE_AFTER_MS };
    });
}

/** The soonest instant after `now` at which something comes due, null if nothing does; epoch ms. */
export function nextDue(now: number, projection: Projection, outcomes: readonly Outcome[]): number | null {
  const ahead = itemsNow(projection, outcomes).flatMap(({ at }) => (at > now ? [at] : []));
  return ahead.length === 0 ? null : ahead.reduce((soonest, at) => Math.min(soonest, at));
}

/** The projection with what the window has not taken over yet: snoozed items at their new instant, done ones gone. */
export function itemsNow({ items }: Projection, outcomes: readonly Outcome[]): readonly DueItem[] {
  let current = items;
  for (const outcome of outcomes) {
    if (outcome.kind === 'done') current = current.filter(({ job }) => job !== outcome.job);
    if (outcome.kind === 'snoozed') {
      current = current.map((item) =>
        item.job === outcome.job && item.at === outcome.at ? { ...item, at: outcome.until } : item,
      );
    }
  }
  return current;
}
