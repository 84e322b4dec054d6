import type { Affiliate } from '../affiliates/affiliate.ts';
import { dayOf } from '../../lib/zone.ts';
import { daysBetween } from '../../lib/day.ts';
import { stepKey, type Step } from './next-step.ts';
import { stageById, type Stage } from './stage.ts';

/** An affiliate on the board. */
export interface Card<S extends Step> {
  readonly affiliate: Affiliate;
  /** null: no task is open. */
  readonly step: S | null;
  /** The stage wants a next step, and there is none. */
  readonly stepMissing: boolean;
}

export interface Column<S extends Step> {
  readonly stage: Stage;
  readonly cards: readonly Card<S>[];
}

/** The stage an affiliate stands in; null for who is not on the board. */
export const stageOf = ({ standing }: Affiliate, stages: readonly Stage[]): Stage | null =>
  standing && stageById(stages, standing.stageId);

/**
 * Who stands where. In a stage those come first who lack the step it wants, then by when the next step is due, then who has stood
 * there longest. Who is in no stage is not on the board.
 */
export function boardColumns<S extends Step>(
  affiliates: readonly Affiliate[],
  stages: readonly Stage[],
  steps: ReadonlyMap<string, S>,
): readonly Column<S>[] {
  const standing = Map.groupBy(affiliates, ({ standing: held }) => held?.stageId);
  return stages.map((stage) => ({
    stage,
    cards: (standing.get(stage.id) ?? [])
      .map((affiliate): Card<S> => {
        const step = steps.get(affiliate.id) ?? null;
        return { affiliate, step, stepMissing: stage.needsNextStep && step === null };
      })
      .sort(inOrder),
  }));
}

function inOrder(a: Card<Step>, b: Card<Step>): number {
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  const since = (a.affiliate.standing?.since ?? 0) - (b.affiliate.standing?.since ?? 0);
  return since || (a.affiliate.id < b.affiliate.id ? -1 : 1);
}

const keyOf = ({ step, stepMissing }: Card<Step>): string => (stepMissing ? '' : step ? stepKey(step) : '~~');

/** Whole days on the calendar of a zone since an instant (epoch ms): 0 is today. */
export const daysSince = (since: number, now: number, zone: string): number =>
  Math.max(0, daysBetween(dayOf(since, zone), dayOf(now, zone)));
