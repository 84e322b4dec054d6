import { outdatedOf } from '#shared/domain/materials/standing.ts';
import { doneCount } from '#shared/domain/pipeline/progress.ts';
import { NOTHING_AROUND, type Around } from '#shared/domain/segments/facts.ts';
import { sameName, type SavedSegment } from '#shared/domain/segments/segment.ts';
import type { Day } from '#shared/lib/day.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';

/** All segments, by name. For liveQuery. */
export async function allSegments(): Promise<readonly SavedSegment[]> {
  const all = await database().savedSegments.toArray();
  return all.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** One segment, null if there is none of that id. */
export async function segmentById(id: string): Promise<SavedSegment | null> {
  return (await database().savedSegments.get(id)) ?? null;
}

/** What she can say of a segment. */
export type SegmentWords = Pick<SavedSegment, 'name' | 'match' | 'rules'>;

/** Adds a segment; a name that is taken gets the next number: "VIPs (2)". Answers its id. */
export async function addSegment(words: SegmentWords): Promise<Result<string>> {
  const id = crypto.randomUUID();
  const done = await edit(`Add the segment ${words.name}`, async () => {
    const all = await database().savedSegments.toArray();
    const after: SavedSegment = { ...words, name: freeName(words.name, all), id, sample: false };
    return [{ table: 'savedSegments', before: null, after }];
  });
  return done.ok ? ok(id) : done;
}

function freeName(name: string, all: readonly SavedSegment[]): string {
  const isFree = (wanted: string): boolean => !all.some((other) => sameName(other.name, wanted));
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? name : `${name} (${number})`;
    if (isFree(wanted)) return wanted;
  }
}

/**
 * Changes a segment as it is then: `become` answers what of it becomes another, so that two changes at once lose nothing of each
 * other. Answers false if it is so already. Codes: `no-segment`, `name-taken`.
 */
export async function editSegment(
  id: string,
  become: (segment: SavedSegment) => Partial<SegmentWords>,
): Promise<Result<boolean>> {
  let outcome: Result<boolean> = fail('no-segment', 'This segment is no longer there. Nothing was changed.');
  const done = await edit('Change a segment', async () => {
    const before = await segmentById(id);
    if (!before) return [];
    const after: SavedSegment = { ...before, ...become(before) };
    const taken = (await allSegments()).some((other) => other.id !== id && sameName(other.name, after.name));
    if (taken && after.name !== before.name) {
      outcome = fail('name-taken', `There is a segment called “${after.name}” already. Choose another name.`);
      return [];
    }
    const changed = JSON.stringify(after) !== JSON.stringify(before);
    outcome = ok(changed);
    return changed ? [{ table: 'savedSegments', before, after }] : [];
  });
  return done.ok ? outcome : done;
}

/** Deletes a segment. What is restricted to it says so when it is next asked. */
export async function deleteSegment(id: string): Promise<Result<null>> {
  return edit('Delete a segment', async () => {
    const before = await segmentById(id);
    return before ? [{ table: 'savedSegments', before, after: null }] : [];
  });
}

/** What is around each affiliate on a day, in the program's zone; who has nothing is left out. For liveQuery. */
export async function aroundAll(today: Day): Promise<ReadonlyMap<string, Around>> {
  const { links, tasks, questions, progress, materials, given } = database();
  const [accounts, allTasks, allQuestions, allProgress, allMaterials, allGiven] = await Promise.all([
    links.toArray(),
    tasks.toArray(),
    questions.toArray(),
    progress.toArray(),
    materials.toArray(),
    given.toArray(),
  ]);
  const all = new Map<string, Around>();
  const of = (id: string): Around => all.get(id) ?? NOTHING_AROUND;
  const add = (id: string | null, more: (around: Around) => Partial<Around>): void => {
    if (id !== null) all.set(id, { ...of(id), ...more(of(id)) });
  };
  for (const { network, status, affiliateId } of accounts) {
    add(affiliateId, (around) => ({ accounts: [...around.accounts, { network, status }] }));
  }
  for (const { affiliateId, doneAt, due } of allTasks) {
    if (doneAt !== null) continue;
    const late = due !== null && due.day < today ? 1 : 0;
    add(affiliateId, ({ openTasks, overdueTasks }) => ({
      openTasks: openTasks + 1,
      overdueTasks: overdueTasks + late,
    }));
  }
  for (const { affiliateId, status } of allQuestions) {
    if (status !== 'resolved') add(affiliateId, ({ openQuestions }) => ({ openQuestions: openQuestions + 1 }));
  }
  for (const each of allProgress) {
    if (doneCount(each) === each.items.length) continue;
    add(each.affiliateId, (around) => ({ unfinishedChecklists: around.unfinishedChecklists + 1 }));
  }
  const byId = new Map(allMaterials.map((material) => [material.id, material]));
  for (const each of allGiven) {
    const material = byId.get(each.materialId);
    if (!material || outdatedOf(each, material, today) === null) continue;
    add(each.affiliateId, (around) => ({ outdatedMaterials: around.outdatedMaterials + 1 }));
  }
  return all;
}
