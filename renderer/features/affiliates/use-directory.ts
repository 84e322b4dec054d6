import { useLiveQuery } from 'dexie-react-hooks';
import { allAffiliates, allLinks } from '#renderer/db/affiliates.ts';
import { makeDirectory, type Directory } from '#shared/domain/metrics/by-affiliate.ts';

/** Who is who, kept current; null until it is read. */
export const useDirectory = (): Directory | null =>
  useLiveQuery(async () => makeDirectory(await allAffiliates(), await allLinks())) ?? null;
