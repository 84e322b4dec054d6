import { newActivity } from '#shared/domain/affiliates/activity.ts';
import type { Given, Material, MaterialVersion } from '#shared/domain/materials/material.ts';
import { currentOf, numberOf } from '#shared/domain/materials/standing.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { activityChanges } from './activities.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';
import { touched } from './touched.ts';

/** Every material, by name. For liveQuery. */
export async function allMaterials(): Promise<readonly Material[]> {
  const materials = await database().materials.toArray();
  return materials.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Who has what, in no order. For liveQuery. */
export async function allGiven(): Promise<readonly Given[]> {
  return database().given.toArray();
}

/** What one affiliate has, in no order. For liveQuery. */
export async function givenTo(affiliateId: string): Promise<readonly Given[]> {
  return database().given.where('affiliateId').equals(affiliateId).toArray();
}

/** Ids of all files in the program's own folder that a fact names. */
export async function namedFiles(): Promise<readonly string[]> {
  const { materials, activities, affiliates } = database();
  const ids = new Set<string>();
  await materials.each(({ versions }) => versions.forEach(({ file }) => file && ids.add(file.fileId)));
  await activities.each(({ files }) => files.forEach(({ fileId }) => ids.add(fileId)));
  await affiliates.each(({ agreements }) => agreements.forEach(({ fileId }) => fileId !== '' && ids.add(fileId)));
  return [...ids];
}

/** Adds materials in one step; those with no version are none. It can be undone. */
export async function addMaterials(materials: readonly Material[]): Promise<Result<null>> {
  const label = materials.length === 1 ? `Add ${materials[0]?.name ?? ''}` : `Add ${materials.length} materials`;
  return edit(label, () =>
    Promise.resolve(materials.map((after): Change => ({ table: 'materials', before: null, after }))),
  );
}

/** What she can say of a material; `version` is said of the current one. */
export interface MaterialWish extends Partial<Pick<Material, 'name' | 'kind' | 'tags' | 'note'>> {
  readonly version?: Partial<Pick<MaterialVersion, 'text' | 'from' | 'until'>>;
}

/** Changes what a material says; false if it says that already, `no-material` if it is gone. It can be undone. */
export async function editMaterial(id: string, { version, ...wish }: MaterialWish): Promise<Result<boolean>> {
  return change(id, 'Edit a material', (material) => ({
    ...material,
    ...wish,
    versions: [...material.versions.slice(0, -1), { ...currentOf(material), ...version }],
  }));
}

/** Adds a version, which is the current one from then on. It can be undone. */
export async function addVersion(id: string, version: MaterialVersion): Promise<Result<boolean>> {
  return change(id, 'Add a version', (material) => ({ ...material, versions: [...material.versions, version] }));
}

/** Deletes a material, and with it who has it. It can be undone. */
export async function deleteMaterial(id: string): Promise<Result<null>> {
  return edit('Delete a material', async () => {
    const { materials, given } = database();
    const before = await materials.get(id);
    const holders = await given.where('materialId').equals(id).toArray();
    return before
      ? [
          { table: 'materials', before, after: null },
          ...holders.map((each): Change => ({ table: 'given', before: each, after: null })),
        ]
      : [];
  });
}

async function change(id: string, label: string, become: (material: Material) => Material): Promise<Result<boolean>> {
  let found = false;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await database().materials.get(id);
    if (!before) return [];
    found = true;
    const after = become(before);
    changed = JSON.stringify(before) !== JSON.stringify(after);
    return changed ? [{ table: 'materials', before, after }] : [];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : fail('no-material', 'This material is no longer here. Nothing was changed.');
}

/**
 * Notes that affiliates have the current version of a material now, on their timelines too; whoever has it already is left out. Answers to
 * how many it is new. `no-material` if it is gone. It can be undone.
 */
export async function giveMaterial(
  materialId: string,
  affiliateIds: readonly string[],
  now: number,
  zone: string,
): Promise<Result<number>> {
  let found = false;
  let fresh: readonly string[] = [];
  const done = await edit(
    affiliateIds.length === 1 ? 'Hand out a material' : `Hand out to ${affiliateIds.length}`,
    async () => {
      const { materials, given, affiliates } = database();
      const material = await materials.get(materialId);
      if (!material) return [];
      found = true;
      const version = currentOf(material);
      const holders = await given.where('materialId').equals(materialId).toArray();
      const known = new Map(holders.map((each) => [each.affiliateId, each]));
      const there = await affiliates.bulkGet([...new Set(affiliateIds)]);
      fresh = there.flatMap((each) => (each && known.get(each.id)?.versionId !== version.id ? [each.id] : []));
      const activities = fresh.map((affiliateId) =>
        newActivity({
          ...{ id: crypto.randomUUID(), affiliateId, kind: 'material', at: now, title: titleOf(material) },
          files: version.file ? [version.file] : [],
        }),
      );
      return [
        ...fresh.map((affiliateId): Change => {
          const before = known.get(affiliateId) ?? null;
          const id = before?.id ?? crypto.randomUUID();
          const after = { id, affiliateId, materialId, versionId: version.id, givenAt: now, sample: false };
          return { table: 'given', before, after };
        }),
        ...(await activityChanges(activities, { now, zone })),
      ];
    },
  );
  if (!done.ok) return done;
  return found ? ok(fresh.length) : fail('no-material', 'This material is no longer here. Nothing was handed out.');
}

function titleOf(material: Material): string {
  const number = numberOf(material, currentOf(material).id) ?? 1;
  return number === 1 ? `Handed out “${material.name}”` : `Handed out “${material.name}”, version ${number}`;
}

/** Notes that an affiliate no longer has a material. False if they did not have it. It can be undone. */
export async function takeBack(id: string, now: number): Promise<Result<boolean>> {
  let found = false;
  const done = await edit('Take back a material', async () => {
    const before = await database().given.get(id);
    if (!before) return [];
    found = true;
    return [{ table: 'given', before, after: null }, ...(await touched(before.affiliateId, now))];
  });
  return done.ok ? ok(found) : done;
}
