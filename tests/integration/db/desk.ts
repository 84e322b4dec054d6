import { openDesk } from '#renderer/db/open.ts';
import type { DeskDatabase } from '#renderer/db/schema.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Result } from '#shared/lib/result.ts';
import { USUAL_DIALECT } from '#tests/support/recognition.ts';

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** An empty database, made the one that the repositories use. */
export async function newDesk(): Promise<DeskDatabase> {
  return valueOf(await openDesk({ remembered: { kind: 'first-run' }, now: 1 })).database;
}

/** The record of an import that has not been stored yet. */
export const importOf = (sequence: number, known: Partial<ImportRecord> = {}): ImportRecord => ({
  ...{ id: `i${sequence}`, sequence, fileName: 'file.csv', fileSize: 1, kind: 'people' },
  ...{ profileId: 'hubspot-contacts', profileName: 'HubSpot contacts', network: '' },
  dialect: USUAL_DIALECT,
  settings: {
    ...{ program: '', currency: '', partner: '', zone: 'UTC', dateOrder: '', day: '', words: {}, asOf: 0 },
  },
  rows: { accepted: 0, rejected: 0, skipped: 0 },
  counts: { new: 0, changed: 0, same: 0, older: 0, repeated: 0 },
  newAffiliateIds: [],
  effect: { totals: [] },
  appliedAt: sequence * 10,
  undoneAt: null,
  ...known,
});
