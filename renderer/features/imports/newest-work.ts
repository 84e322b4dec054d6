import type { Progress, Running } from '#renderer/ledger/types.ts';
import { isAbort } from '#renderer/session/is-abort.ts';
import type { Result } from '#shared/lib/result.ts';

let running: AbortController | null = null;
/** Counts what is begun: an answer to anything but the newest comes too late. */
let work = 0;

/** Stops what is running and begins something else; what it answers tells whether that is still the newest. */
export function begin(): () => boolean {
  running?.abort();
  const mine = ++work;
  return () => work === mine;
}

/** Stops what is running; what had been written by then is taken back. */
export const cancel = (): void => running?.abort();

/** Does a job; a rejection is told, unless something else has been begun since. */
export async function guarded(
  isStill: () => boolean,
  onDefect: (reason: string) => void,
  job: () => Promise<void>,
): Promise<void> {
  try {
    await job();
  } catch (error) {
    if (isStill()) onDefect(error instanceof Error ? error.message : String(error));
  }
}

/** A call of the ledger that `cancel` and `begin` stop. */
export async function cancellable<T>(
  onProgress: (progress: Progress) => void,
  job: (how: Running) => Promise<Result<T>>,
): Promise<Result<T> | 'cancelled'> {
  const controller = new AbortController();
  running = controller;
  try {
    return await job({
      signal: controller.signal,
      onProgress: (progress) => {
        if (!controller.signal.aborted) onProgress(progress);
      },
    });
  } catch (error) {
    if (isAbort(error)) return 'cancelled';
    throw error;
  } finally {
    if (running === controller) running = null;
  }
}
