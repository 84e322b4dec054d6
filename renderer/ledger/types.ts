import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerChoice, PartnerProposal } from '#shared/domain/affiliates/propose.ts';
import type { PersonChoice, PlannedPerson } from '#shared/domain/imports/people-plan.ts';
import type { Look, LookWish } from '#shared/domain/imports/look.ts';
import type { Corrections, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { FoundTransaction } from '#shared/domain/ledger/books.ts';
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
import type { UnknownWord } from '#shared/domain/ledger/unknown-words.ts';
import type { Result } from '#shared/lib/result.ts';

/** A file that main has taken in; its bytes come from `app://desk/intake/<id>`. */
export interface SourceFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** It belongs to the sample program. */
  readonly sample?: boolean;
  /** Name of the one file meant inside an archive; `size` is its own, unpacked. */
  readonly entry?: string;
  /** Bytes of that archive. */
  readonly archiveBytes?: number;
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
  /** Rows of the file. accepted = sum of counts, and `merged`: lines that became part of another line's order. */
  readonly rows: {
    readonly accepted: number;
    readonly rejected: number;
    readonly skipped: number;
    readonly merged: number;
  };
  readonly newPartners: number;
  /** Partner ids without an affiliate that may belong to an existing one. */
  readonly proposals: readonly PartnerProposal[];
  readonly unknownWords: readonly UnknownWord[];
  /** People in a list by what would become of them; null for records of a book. */
  readonly people: Readonly<Record<PlannedPerson['kind'], number>> | null;
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

/** What she decided: for a partner, or for a person of a list. */
export type Choice = PartnerChoice | PersonChoice;

/** A row that was left out. */
export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** All that is wrong with it. */
  readonly issues: readonly RowIssue[];
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
  /**
   * The files that a dropped one stands for: an archive's exports (each with `entry`), else itself. Codes: those of
   * shared/domain/imports/unpack.
   */
  unfold(file: SourceFile): Promise<Result<readonly SourceFile[]>>;
  /** What a file is, as far as its beginning (and columns that need it, all of it) tells. Own profiles come from the database. */
  look(file: SourceFile, wish: LookWish, running?: Running): Promise<Result<Look>>;
  /** `corrections`: rows put right by hand. */
  plan(
    file: SourceFile,
    recognition: Recognition,
    settings: Settings,
    corrections: Corrections,
    running?: Running,
  ): Promise<Result<PlanSummary>>;
  plannedRows(planId: string, kind: PlanKind, window: Window): Promise<Listed<PreviewRow>>;
  /** The people of a list's plan; none for records of a book. */
  plannedPeople(planId: string, kind: PlannedPerson['kind'], window: Window): Promise<Listed<PlannedPerson>>;
  issues(planId: string, window: Window): Promise<Listed<RowIssue>>;
  skipped(planId: string, window: Window): Promise<Listed<SkippedRow>>;
  /** The rejected rows of a plan with the cells they were read from, and the first reason. For fixing in place and for a file of them. */
  rejectedRows(planId: string, window: Window): Promise<Listed<RejectedRow>>;
  /** Gets a grant of space from main, then writes everything in one transaction. `choices`: for the plan's proposals, or the people it asks about. */
  apply(planId: string, choices: readonly Choice[], running?: Running): Promise<Result<ImportRecord>>;
  discard(planId: string): Promise<void>;
  undo(importId: string): Promise<Result<ImportRecord>>;
  groups(query: GroupQuery, signal?: AbortSignal): Promise<Listed<Group>>;
  list(query: ListQuery, signal?: AbortSignal): Promise<Listed<ListedTransaction>>;
  /**
   * The live rows of all books that are called by a text: at most `limit` whose transaction id or order id is it, begins with it or
   * holds it, in this order, of each the latest first. Case does not count. The first question takes some tenths of a second for a
   * million rows; an empty text answers nothing and takes that over.
   */
  find(text: string, limit: number, signal?: AbortSignal): Promise<readonly FoundTransaction[]>;
  /** All versions of a row's transaction, newest first. `book` left out: transactions. */
  history(ref: RowRef, book?: Book): Promise<readonly Version[]>;
  /** Partners of live rows. */
  partners(book?: Book): Promise<readonly (PartnerKey & { readonly name: string })[]>;
  /** The zone by which instants fall on days; set from preferences. */
  setZone(zone: string): Promise<void>;
  /** Called with the new data version after each apply and undo. */
  onChange(listener: (version: number) => void): () => void;
}
