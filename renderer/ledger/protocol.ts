import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Choice, LedgerClient, LedgerStatus, Progress } from './types.ts';

type Passed =
  | 'unfold'
  | 'plannedRows'
  | 'plannedPeople'
  | 'issues'
  | 'skipped'
  | 'rejectedRows'
  | 'discard'
  | 'history'
  | 'partners'
  | 'setZone';
type WithoutLast<F> = F extends (...args: [...infer Args, (infer _Last)?]) => infer Answer
  ? (...args: Args) => Answer
  : never;

/** What the window can ask of the worker: the client's calls without signal and progress, which are messages of their own. */
export type WorkerCalls = Pick<LedgerClient, Passed> & {
  readonly look: WithoutLast<LedgerClient['look']>;
  readonly plan: WithoutLast<LedgerClient['plan']>;
  readonly groups: WithoutLast<LedgerClient['groups']>;
  readonly list: WithoutLast<LedgerClient['list']>;
  readonly find: WithoutLast<LedgerClient['find']>;
  /** `database`: the name of the database that the window has opened. */
  open(database: string, zone: string): Promise<Result<LedgerStatus>>;
  /** The space has been granted and spent. */
  apply(planId: string, choices: readonly Choice[], now: number): Promise<Result<ImportRecord>>;
  /** Bytes that undoing would write. */
  undoSize(importId: string): Promise<number>;
  undo(importId: string, now: number): Promise<Result<ImportRecord>>;
};

export type CallName = keyof WorkerCalls;

/** Window to worker. */
export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly name: CallName; readonly args: readonly unknown[] }
  | { readonly kind: 'abort'; readonly id: number };

/** Worker to window. `failed`: a defect or an abort, by the error's name; foreseen failures are inside `value`. */
export type Reply =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly name: string; readonly message: string }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'changed'; readonly version: number };

/** What a running call knows beside its arguments. */
export interface Running {
  readonly signal: AbortSignal;
  /** Reports at most every tenth of a second. */
  readonly report: (progress: Progress) => void;
}

/** The worker's side of every call. */
export type WorkerHandlers = {
  readonly [N in CallName]: (
    running: Running,
    ...args: Parameters<WorkerCalls[N]>
  ) => Awaited<ReturnType<WorkerCalls[N]>> | Promise<Awaited<ReturnType<WorkerCalls[N]>>>;
};
