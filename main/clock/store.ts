import { clockState, type ClockState } from '#shared/ipc/clock-state.ts';
import { createJsonStore, type JsonStore } from '#main/files/json-store.ts';
import type { WriteSteps } from '#main/files/write-atomic.ts';

export const NOTHING_DUE: ClockState = { projection: null, claims: [], outcomes: [] };

/** `clock.json`: what comes due and what has fired, so that a restart neither repeats nor forgets a reminder. */
export const createClockStore = (path: string, steps?: WriteSteps): JsonStore<ClockState> =>
  createJsonStore<ClockState>(path, (json) => clockState.safeParse(json).data ?? null, steps);
