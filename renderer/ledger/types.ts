import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { PlanCounts, PlanKind, PlannedRow, StatusTotal } from '#shared/domain/ledger/plan.ts';
import type {
  Group,
  GroupQuery,
  Listed,
  ListedTransaction,
  ListQuery,
  PartnerKey,
  RowRef,
  Version,
} from '#shared/domain/ledger/query.ts';
import type { Result } from '#shared/lib/result.ts';

/** A file that main has taken in; its bytes come from `app://desk/intake/<id>`. */
export interface SourceFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** It belongs to the sample program. */
  readonly sample?: boolean;
}

export interface LedgerStatus {
  readonly version: number;
  /** Live transactions. */
  readonly transactions: number;
  readonly imports: number;
}

export interface Progress {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface Running {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What an import would do. The plan itself stays in the worker until it is applied or discarded. */
export interface PlanSummary {
  readonly planId: string;
  readonly recognition: Recognition;
  readonly settings: Settings;
  readonly counts: PlanCounts;
  /** accepted = sum of counts. */
  readonly rows: { readonly accepted: number; readonly rejected: number; readonly skipped: number };
  readonly newPartners: number;
  /** Sums of the accepted rows. */
  readonly totals: readonly StatusTotal[];
  /** Bytes that applying would write: what a grant of space is asked for. */
  readonly bytes: number;
  /** First and last event day, YYYY-MM-DD, '' if no row has one. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A planned row with the cells it was read from, in the order of `recognition.header`; none if the file is no longer there. */
export interface PreviewRow extends PlannedRow {
  readonly raw: readonly string[];
}

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

export interface OpenLedger {
  /** Leaves a lost or damaged database where it is and begins anew with an empty one. */
  readonly startEmpty?: boolean;
  /** Called when another window asks for the database: it has been closed, and the program must be started again. */
  readonly onClosed?: () => void;
}

/**
 * The ledger as the window sees it: everything runs in the worker, every call is a message. A call whose signal is aborted
 * rejects with an AbortError and leaves no trace, unless it was complete by then. Foreseen failures are Results; any other
 * rejection means a defect.
 */
export interface LedgerClient {
  /**
   * Opens the database, for everyone, and loads the ledger. Codes: `lost`, `damaged` (offer "start empty", which deletes
   * nothing), `newer-data`, `cannot-open`, `blocked`, and those of `renderer/db/problems.ts`.
   */
  open(wish?: OpenLedger): Promise<Result<LedgerStatus>>;
  recognise(file: SourceFile): Promise<Result<Recognition>>;
  plan(file: SourceFile, recognition: Recognition, settings: Settings, running?: Running): Promise<Result<PlanSummary>>;
  plannedRows(planId: string, kind: PlanKind, window: Window): Promise<Listed<PreviewRow>>;
  issues(planId: string, window: Window): Promise<Listed<RowIssue>>;
  skipped(planId: string, window: Window): Promise<Listed<SkippedRow>>;
  /** Gets a grant of space from main, then writes everything in one transaction. */
  apply(planId: string, running?: Running): Promise<Result<ImportRecord>>;
  discard(planId: string): Promise<void>;
  undo(importId: string): Promise<Result<ImportRecord>>;
  groups(query: GroupQuery, signal?: AbortSignal): Promise<Listed<Group>>;
  list(query: ListQuery, signal?: AbortSignal): Promise<Listed<ListedTransaction>>;
  /** All versions of a row's transaction, newest first. */
  history(ref: RowRef): Promise<readonly Version[]>;
  /** Partners of live rows. */
  partners(): Promise<readonly (PartnerKey & { readonly name: string })[]>;
  /** The zone by which instants fall on days; set from preferences. */
  setZone(zone: string): Promise<void>;
  /** Called with the new data version after each apply and undo. */
  onChange(listener: (version: number) => void): () => void;
}
