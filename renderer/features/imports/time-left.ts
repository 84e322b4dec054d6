import type { Format } from '#shared/lib/format.ts';

/** What is known of how long a job still takes. Times in ms; `at`: when it was worked out. */
export interface TimeLeft {
  readonly startedAt: number;
  /** Null as long as nothing sensible can be said. */
  readonly ms: number | null;
  readonly at: number;
}

/** Nothing is said of what is over in a moment, or has hardly begun. */
const FIRST_MS = 1_000;
const FIRST_SHARE = 0.02;
/** How far an estimate has to be off before another takes its place: it counts down rather than jumps. */
const CALM = 0.25;

export const begun = (now: number): TimeLeft => ({ startedAt: now, ms: null, at: now });

/** The estimate after more has been done: `share` (0 to 1) of the job since it began. */
export function timeLeft(before: TimeLeft, share: number, now: number): TimeLeft {
  const { startedAt } = before;
  const elapsed = now - startedAt;
  if (elapsed < FIRST_MS || share < FIRST_SHARE) return before;
  const estimate = (elapsed * (1 - Math.min(share, 1))) / share;
  const expected = before.ms === null ? null : Math.max(0, before.ms - (now - before.at));
  const ms = expected !== null && Math.abs(estimate - expected) <= CALM * expected ? expected : estimate;
  return { startedAt, ms, at: now };
}

/** "About 2 minutes left", in steps that a person would say; '' as long as nothing is known. */
export function timeLeftWords({ ms }: TimeLeft, format: Format): string {
  if (ms === null) return '';
  const seconds = ms / 1000;
  if (seconds < 5) return 'A few seconds left';
  if (seconds < 55) return `About ${format.count(Math.ceil(seconds / 10) * 10)} seconds left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? 'About a minute left' : `About ${format.count(minutes)} minutes left`;
}
