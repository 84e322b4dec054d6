import { newActivity, type Activity } from '../affiliates/activity.ts';
import type { Affiliate } from '../affiliates/affiliate.ts';
import { asksReason, stageById, type Stage } from './stage.ts';

/** An affiliate in another stage, and what their timeline says of it. */
export interface Moved {
  readonly after: Affiliate;
  readonly activity: Activity;
}

/**
 * Moves an affiliate to a stage, or off the board (null). Null if they stand there already. `reason` says why they were won or lost:
 * it stays with them from stage to stage of that kind and is gone where it no longer holds. `now`: epoch ms; `id`: of the activity.
 */
export function moveAffiliate(
  before: Affiliate,
  to: Stage | null,
  stages: readonly Stage[],
  { reason, now, id }: { readonly reason: string; readonly now: number; readonly id: string },
): Moved | null {
  const from = before.standing?.stageId ?? null;
  if (from === (to?.id ?? null)) return null;
  const fromStage = stageById(stages, from);
  const hasReason = to !== null && (to.kind === 'won' || to.kind === 'lost');
  const kept = hasReason && !asksReason(fromStage, to) ? (before.standing?.reason ?? '') : '';
  const said = hasReason ? reason.trim() : '';
  return {
    after: { ...before, standing: to && { stageId: to.id, since: now, reason: said || kept }, editedAt: now },
    activity: newActivity({
      id,
      affiliateId: before.id,
      kind: 'stage',
      at: now,
      title: to ? `Moved to ${to.name}` : 'Taken off the board',
      move: { from, to: to?.id ?? null, reason: said },
    }),
  };
}
