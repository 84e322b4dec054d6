import { outcome, projection, type Outcome, type Projection } from './contract.ts';
import { z } from '#shared/lib/zod.ts';

/** What main keeps of the clock, as it stands on the disk. */
export const clockState = z.object({
  projection: projection.nullable(),
  /** Firings that have happened: job and instant, and when they were claimed (epoch ms). */
  claims: z.array(z.object({ firing: z.string(), claimedAt: z.number() })),
  /** What happened and the window has not taken over, oldest first. */
  outcomes: z.array(outcome),
});

export interface ClockState {
  readonly projection: Projection | null;
  readonly claims: readonly { readonly firing: string; readonly claimedAt: number }[];
  readonly outcomes: readonly Outcome[];
}
