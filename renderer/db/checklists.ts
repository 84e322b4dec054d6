import type { Checklist, Progress } from '#shared/domain/pipeline/checklist.ts';
import { beginChecklist, withTick } from '#shared/domain/pipeline/progress.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';
import { touched } from './touched.ts';

/** All checklists, by name. For liveQuery. */
export async function allChecklists(): Promise<readonly Checklist[]> {
  const all = await database().checklists.toArray();
  return all.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Everybody's checklists, in no order. For liveQuery. */
export async function allProgress(): Promise<readonly Progress[]> {
  return database().progress.toArray();
}

/** The checklists of one affiliate, the first one first. For liveQuery. */
export async function progressOf(affiliateId: string): Promise<readonly Progress[]> {
  const theirs = await database().progress.where('affiliateId').equals(affiliateId).toArray();
  return theirs.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

const GONE = fail('no-checklist', 'This checklist is no longer there. Nothing was changed.');

/** Writes a checklist down, a new one or another wording of one that is there. Who is going through it keeps theirs. */
export async function saveChecklist(after: Checklist): Promise<Result<null>> {
  return edit(`Save the checklist ${after.name}`, async () => {
    const before = (await database().checklists.get(after.id)) ?? null;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ table: 'checklists', before, after }];
  });
}

/** Deletes a checklist; who is going through it keeps theirs. */
export async function deleteChecklist(id: string): Promise<Result<null>> {
  const before = await database().checklists.get(id);
  if (!before) return GONE;
  return edit(`Delete the checklist ${before.name}`, () =>
    Promise.resolve([{ table: 'checklists', before, after: null }]),
  );
}

/** Begins a checklist with affiliates, by hand: also with one who has been through it. In one step. */
export async function startChecklist(
  checklistId: string,
  affiliateIds: readonly string[],
  now: number,
): Promise<Result<null>> {
  const checklist = await database().checklists.get(checklistId);
  if (!checklist) return GONE;
  return edit(`Start ${checklist.name}`, async () => {
    const changes = await Promise.all(
      affiliateIds.map(async (affiliateId): Promise<readonly Change[]> => [
        {
          table: 'progress',
          before: null,
          after: beginChecklist(checklist, { id: crypto.randomUUID(), affiliateId, now }),
        },
        ...(await touched(affiliateId, now)),
      ]),
    );
    return changes.flat();
  });
}

/** Ticks an item (`doneAt`: epoch ms), or opens it again (null). Answers false if it is so already. */
export async function tickItem(progressId: string, itemId: string, doneAt: number | null): Promise<Result<boolean>> {
  return changeProgress(progressId, doneAt === null ? 'Open an item again' : 'Tick an item', (progress) => {
    const item = progress.items.find(({ id }) => id === itemId);
    // Ticked twice is ticked when it was ticked first.
    const same = !item || (item.doneAt === null) === (doneAt === null);
    return same ? progress : withTick(progress, itemId, doneAt);
  });
}

/** Takes a checklist away from an affiliate, ticks and all. */
export async function stopChecklist(progressId: string): Promise<Result<boolean>> {
  return changeProgress(progressId, 'Take a checklist away', () => null);
}

async function changeProgress(
  id: string,
  label: string,
  become: (progress: Progress) => Progress | null,
): Promise<Result<boolean>> {
  let found = false;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await database().progress.get(id);
    if (!before) return [];
    found = true;
    const after = become(before);
    changed = after !== before;
    return changed ? [{ table: 'progress', before, after }] : [];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : GONE;
}
