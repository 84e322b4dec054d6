/**
 * A long computation in steps: it yields about once a block (some milliseconds), so that whoever drives it can look for a
 * cancellation, report progress or let others have their turn, and simply stop driving it to cancel.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
