import { database } from './connection.ts';
import type { Change } from './records.ts';

/** Whoever something is written down about is somebody she has touched (epoch ms): undoing their import leaves them. */
export async function touched(affiliateId: string | null, now: number): Promise<readonly Change[]> {
  const before = affiliateId === null ? undefined : await database().affiliates.get(affiliateId);
  if (!before || before.editedAt !== null) return [];
  return [{ table: 'affiliates', before, after: { ...before, editedAt: now } }];
}
