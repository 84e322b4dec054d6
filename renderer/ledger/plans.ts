import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import type { PeoplePlan } from '#shared/domain/imports/people-plan.ts';
import type { Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { PlanSession } from '#shared/domain/ledger/plan-session.ts';
import type { WorkerHandlers } from './protocol.ts';
import { findCells } from './raw-cells.ts';
import type { SourceFile, Window } from './types.ts';

interface ReadFile {
  readonly file: SourceFile;
  readonly recognition: Recognition;
  readonly settings: Settings;
  /** Those that are kept to be shown, of `issueCount`. */
  readonly issues: readonly RowIssue[];
  readonly issueCount: number;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
  readonly rejected: number;
  /** Cells of rows that have been shown, by line. */
  readonly cells: Map<number, readonly string[]>;
}

/** An import into a book that has been read and worked out, and waits to be applied. */
export interface BookPlan extends ReadFile {
  readonly kind: 'book';
  readonly session: PlanSession;
  readonly merged: number;
}

/** The same for a list of people. */
export interface ListPlan extends ReadFile {
  readonly kind: 'list';
  readonly importId: string;
  readonly sequence: number;
  readonly drafts: readonly PersonDraft[];
  readonly plan: PeoplePlan;
}

export type Plan = BookPlan | ListPlan;

type Shown = Pick<WorkerHandlers, 'plannedRows' | 'plannedPeople' | 'issues' | 'skipped' | 'rejectedRows' | 'discard'>;

/** The plans that wait, and what their previews show of them. */
export interface Plans {
  readonly shown: Shown;
  put(planId: string, plan: Plan): void;
  /** null if it was discarded or applied. */
  find(planId: string): Plan | null;
  drop(planId: string): void;
}

export function createPlans(): Plans {
  const plans = new Map<string, Plan>();

  const planOf = (planId: string): Plan => {
    const plan = plans.get(planId);
    if (!plan) throw new Error('There is no such plan.');
    return plan;
  };

  /** Without the file the preview still says what was read; it cannot show from what. */
  const cellsOf = async ({ file, recognition, cells }: Plan, lines: readonly number[]): Promise<Plan['cells']> => {
    await findCells(file, recognition.dialect, lines, cells).catch(() => {});
    return cells;
  };

  return {
    put: (planId, plan) => void plans.set(planId, plan),
    find: (planId) => plans.get(planId) ?? null,
    drop: (planId) => void plans.delete(planId),
    shown: {
      async plannedRows(_running, planId, kind, { offset, limit }) {
        const plan = planOf(planId);
        if (plan.kind === 'list') return { rows: [], total: 0, version: 0 };
        const { session } = plan;
        const rows = session.previewRows(kind, offset, limit);
        const cells = await cellsOf(
          plan,
          rows.map(({ line }) => line),
        );
        return {
          rows: rows.map((row) => ({ ...row, raw: cells.get(row.line) ?? [] })),
          total: session.counts[kind],
          version: session.version,
        };
      },
      plannedPeople(_running, planId, kind, window) {
        const plan = planOf(planId);
        const people = plan.kind === 'list' ? plan.plan.people.filter((person) => person.kind === kind) : [];
        return { rows: windowOf(people, window), total: people.length, version: 0 };
      },
      issues: (_running, planId, window) => {
        const { issues, issueCount } = planOf(planId);
        return { rows: windowOf(issues, window), total: issueCount, version: 0 };
      },
      skipped: (_running, planId, window) => {
        const { skipped, skippedCount } = planOf(planId);
        return { rows: windowOf(skipped, window), total: skippedCount, version: 0 };
      },
      async rejectedRows(_running, planId, window) {
        const plan = planOf(planId);
        const fatal = plan.issues.filter(({ effect }) => effect === 'rejected');
        const rows = windowOf([...Map.groupBy(fatal, ({ line }) => line)], window);
        const cells = await cellsOf(
          plan,
          rows.map(([line]) => line),
        );
        return {
          rows: rows.map(([line, issues]) => ({ line, cells: cells.get(line) ?? [], issues })),
          total: plan.rejected,
          version: 0,
        };
      },
      discard: (_running, planId) => void plans.delete(planId),
    },
  };
}

const windowOf = <T>(rows: readonly T[], { offset, limit }: Window): readonly T[] => rows.slice(offset, offset + limit);
