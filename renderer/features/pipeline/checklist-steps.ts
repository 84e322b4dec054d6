import { deleteChecklist, saveChecklist, startChecklist, stopChecklist, tickItem } from '#renderer/db/checklists.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Checklist, Progress } from '#shared/domain/pipeline/checklist.ts';
import { stageById } from '#shared/domain/pipeline/stage.ts';
import type { SuggestedChecklist } from '#shared/domain/pipeline/suggestions.ts';
import type { Result } from '#shared/lib/result.ts';

/** Writes a checklist down. True if it is there. */
export async function save(checklist: Checklist): Promise<boolean> {
  return told(`Saved the checklist ${checklist.name}`, await saveChecklist(checklist));
}

/** Adds one of the ready-made checklists; it begins with its stage as long as she has that stage. */
export async function addSuggested({ name, stageId, items }: SuggestedChecklist): Promise<void> {
  const { stages } = usePreferences.getState();
  const checklist: Checklist = {
    id: crypto.randomUUID(),
    name,
    stageId: stageById(stages, stageId)?.id ?? '',
    items: items.map((text) => ({ id: crypto.randomUUID(), text })),
    sample: false,
  };
  told(`Added the checklist ${name}`, await saveChecklist(checklist));
}

export async function remove({ id, name }: Checklist): Promise<void> {
  told(`Deleted the checklist ${name}`, await deleteChecklist(id));
}

/** Begins a checklist with somebody, by hand. */
export async function start(checklist: Checklist, affiliate: Affiliate): Promise<void> {
  told(
    `Started ${checklist.name} with ${affiliate.name}`,
    await startChecklist(checklist.id, [affiliate.id], Date.now()),
  );
}

/** Takes a checklist away from somebody. */
export async function stop({ id, name }: Progress): Promise<void> {
  told(`Took ${name} away`, await stopChecklist(id));
}

/** Ticks an item, or opens it again. */
export async function tick({ id }: Progress, item: Progress['items'][number]): Promise<void> {
  const done = item.doneAt === null;
  told(`${done ? 'Done' : 'Open again'}: “${item.text}”`, await tickItem(id, item.id, done ? Date.now() : null));
}

/** Offers to take back what changed something; says what went wrong. */
function told(label: string, result: Result<boolean | null>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value !== false) didStep({ label, undo: undoEdit, redo: redoEdit });
  return result.ok;
}
