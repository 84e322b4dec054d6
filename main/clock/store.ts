import { z } from 'zod';
import { outcome, projection } from '#shared/ipc/contract.ts';
import type { Outcome, Projection } from '#shared/domain/schedules/due.ts';
import { createJsonStore, type JsonStore } from '#main/files/json-store.ts';
import type { WriteSteps } from '#main/files/write-atomic.ts';

/** A firing that has happened. */
export interface Claim {
  /** Names it: job and instant. */
  readonly firing: string;
  /** When it was claimed, epoch ms. */
  readonly claimedAt: number;
}

export interface ClockState {
  readonly projection: Projection | null;
  readonly claims: readonly Claim[];
  /** What happened and the window has not taken over, oldest first. */
  readonly outcomes: readonly Outcome[];
}

export const NOTHING_DUE: ClockState = { projection: null, claims: [], outcomes: [] };

const clockState = z.object({
  projection: projection.nullable(),
  claims: z.array(z.object({ firing: z.string(), claimedAt: z.number() })),
  outcomes: z.array(outcome),
});

/** `clock.json`: what comes due and what has fired, so that a restart neither repeats nor forgets a reminder. */
export const createClockStore = (path: string, steps?: WriteSteps): JsonStore<ClockState> =>
  createJsonStore<ClockState>(path, (json) => clockState.safeParse(json).data ?? null, steps);
