import type { Field, Status, Transaction } from './fields.ts';

/**
 * What an import would do, counted in rows of the file. Every accepted row is exactly one of the first five.
 * new: key not known · changed: wins over the known version and differs · same: equals the known version ·
 * older: differs, but an import with a later as-of date already knows better (kept as history) ·
 * repeated: an earlier row of a key that the file holds again further down (kept as history).
 */
export interface PlanCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly older: number;
  readonly repeated: number;
}

export type PlanKind = keyof PlanCounts;

/** A planned row for the preview; `before` is the version it replaces (kind `changed`) or loses to (`older`). */
export interface PlannedRow {
  readonly kind: PlanKind;
  readonly line: number;
  readonly after: Transaction;
  readonly before: Transaction | null;
  /** Fields that differ between the two. */
  readonly differs: readonly Field[];
}

/** Sums over rows by currency and status, micros. */
export interface StatusTotal {
  readonly currency: string;
  readonly status: Status;
  readonly count: number;
  /** Those of the rows that take back from another transaction (query.ts, `corrections`); left out if there are none. */
  readonly corrections?: number;
  readonly saleMicros: bigint;
  readonly commissionMicros: bigint;
}
