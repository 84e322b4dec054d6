import type { StatusTotal } from './plan.ts';
import type { Segment } from './segment.ts';

/** What an apply or an undo writes: all of it in one transaction, then `LedgerState.install`. */
export interface Changes {
  /** The data version they were computed against; they fit no other. */
  readonly version: number;
  readonly put: readonly Segment[];
  /** Ids of segments. */
  readonly remove: readonly string[];
  /** Live totals after minus before, by currency and status; what did not change is left out. */
  readonly effect: readonly StatusTotal[];
}
