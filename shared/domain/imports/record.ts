import type { PlanCounts, StatusTotal } from '../ledger/plan.ts';
import type { Dialect, RecordKind, Settings } from './types.ts';

/** One import as it stands in the history: what came in, how it was read, what it changed. */
export interface ImportRecord {
  readonly id: string;
  /** Order of arrival, from 1: the tie-break between versions with the same as-of date. */
  readonly sequence: number;
  readonly fileName: string;
  readonly fileSize: number;
  readonly profileId: string;
  readonly profileName: string;
  readonly network: string;
  /** Left out in records from when there were transactions alone. */
  readonly kind?: RecordKind;
  readonly dialect: Dialect;
  readonly settings: Settings;
  readonly rows: { readonly accepted: number; readonly rejected: number; readonly skipped: number };
  readonly counts: PlanCounts;
  readonly newAffiliateIds: readonly string[];
  readonly effect: ImportEffect;
  readonly appliedAt: number;
  /** Epoch ms at which it was taken back, null while it stands. */
  readonly undoneAt: number | null;
  /** True for an export of the sample program; records from before there was one do not have it. */
  readonly sample?: boolean;
}

/** What an import changed in the live figures: after minus before, by currency and status. */
export interface ImportEffect {
  readonly totals: readonly StatusTotal[];
}
