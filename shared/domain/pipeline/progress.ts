import type { Checklist, Progress } from './checklist.ts';

/** A checklist begun by an affiliate at an instant (epoch ms): its items as they are now. */
export const beginChecklist = (
  { id: checklistId, name, items, sample }: Checklist,
  start: { readonly id: string; readonly affiliateId: string; readonly now: number },
): Progress => ({
  id: start.id,
  affiliateId: start.affiliateId,
  checklistId,
  name,
  items: items.map(({ id, text }) => ({ id, text, doneAt: null })),
  startedAt: start.now,
  sample,
});

/** Which checklists begin with whom, as somebody comes to a stage: each once an affiliate, however often they come by. */
export function checklistsToBegin(
  checklists: readonly Checklist[],
  stageId: string | null,
  affiliateIds: readonly string[],
  known: readonly Progress[],
): readonly { readonly checklist: Checklist; readonly affiliateId: string }[] {
  const begun = new Set(known.map(({ affiliateId, checklistId }) => `${affiliateId} ${checklistId}`));
  const theirs = checklists.filter((each) => stageId !== null && each.stageId === stageId && each.items.length > 0);
  return affiliateIds.flatMap((affiliateId) =>
    theirs.filter(({ id }) => !begun.has(`${affiliateId} ${id}`)).map((checklist) => ({ checklist, affiliateId })),
  );
}

/** A checklist with one item ticked at an instant (epoch ms), or open again (null). */
export const withTick = (progress: Progress, itemId: string, doneAt: number | null): Progress => ({
  ...progress,
  items: progress.items.map((item) => (item.id === itemId ? { ...item, doneAt } : item)),
});

export interface Stuck {
  readonly progress: Progress;
  readonly done: number;
  /** The first item that is open: the one that waits. */
  readonly waits: { readonly id: string; readonly text: string };
  /** Epoch ms of the last tick; of the start, where there has been none. */
  readonly movedAt: number;
}

/** How many items are done. */
export const doneCount = ({ items }: Progress): number => items.filter(({ doneAt }) => doneAt !== null).length;

/** Checklists that are not done, and what they wait for. */
export function stuck(all: readonly Progress[]): readonly Stuck[] {
  return all.flatMap((progress): readonly Stuck[] => {
    const waits = progress.items.find(({ doneAt }) => doneAt === null);
    if (!waits) return [];
    const movedAt = progress.items.reduce((last, { doneAt }) => Math.max(last, doneAt ?? 0), progress.startedAt);
    return [{ progress, done: doneCount(progress), waits, movedAt }];
  });
}
