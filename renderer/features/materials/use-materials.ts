import { useLiveQuery } from 'dexie-react-hooks';
import { allGiven, allMaterials, givenTo } from '#renderer/db/materials.ts';
import type { Given, Material } from '#shared/domain/materials/material.ts';

/** Every material by name, kept current; undefined until it is read. */
export const useMaterials = (): readonly Material[] | undefined => useLiveQuery(allMaterials);

/** Who has what, by material; undefined until it is read. */
export const useGiven = (): ReadonlyMap<string, readonly Given[]> | undefined =>
  useLiveQuery(async () => Map.groupBy(await allGiven(), ({ materialId }) => materialId));

/** What one affiliate has; undefined until it is read. */
export const useGivenTo = (affiliateId: string): readonly Given[] | undefined =>
  useLiveQuery(() => givenTo(affiliateId), [affiliateId]);
