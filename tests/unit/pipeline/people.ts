import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Step } from '#shared/domain/pipeline/next-step.ts';
import { FIRST_STAGES, stageById, type Stage } from '#shared/domain/pipeline/stage.ts';

export const STAGES = FIRST_STAGES;

export const stage = (id: string): Stage => {
  const found = stageById(STAGES, id);
  if (!found) throw new Error(`No stage ${id}`);
  return found;
};

export const person = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...known });

/** Somebody in a stage since an instant. */
export const standing = (id: string, stageId: string, since = 0, known: Partial<Affiliate> = {}): Affiliate =>
  person(id, { standing: { stageId, since, reason: '' }, ...known });

export const task = (id: string, affiliateId: string | null, known: Partial<Step> = {}): Step => ({
  id,
  affiliateId,
  due: null,
  doneAt: null,
  createdAt: 0,
  ...known,
});
