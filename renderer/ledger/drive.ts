import type { Steps } from '#shared/domain/ledger/steps.ts';
import { nextTurn } from './serve.ts';

/** How long the worker computes before it looks for messages: an abort is heard within this. */
const TURN_MS = 25;

/** Runs a computation in steps, letting messages in between; rejects with the signal's reason once it is aborted. */
export async function drive<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turn < TURN_MS) continue;
    await nextTurn();
    signal.throwIfAborted();
    turn = performance.now();
  }
}
