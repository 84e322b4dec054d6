import type { ImportRecord } from '#shared/domain/imports/record.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { storageProblem } from './problems.ts';
import type { LedgerMeta } from './records.ts';
import type { DeskDatabase } from './schema.ts';

/** What every import and every undoing of one begins and ends with. */

const NO_LEDGER: LedgerMeta = { key: 'ledger', sequence: 0, segments: 0, rows: 0 };

export async function ledgerMeta(database: DeskDatabase): Promise<LedgerMeta> {
  const found = await database.meta.get('ledger');
  return found?.key === 'ledger' ? found : NO_LEDGER;
}

/** What stands before the import of `record`, if it is the next one; else `stale`. */
export async function metaBefore(database: DeskDatabase, record: ImportRecord): Promise<Result<LedgerMeta>> {
  const before = await ledgerMeta(database);
  return before.sequence + 1 === record.sequence
    ? ok(before)
    : fail('stale', 'Another import was saved since this preview was made. Read the file again.');
}

/** An import that has not been undone; else `no-import` or `undone`. */
export async function standingImport(database: DeskDatabase, importId: string): Promise<Result<ImportRecord>> {
  const record = await database.imports.get(importId);
  if (!record) return fail('no-import', 'This import is no longer there.');
  return record.undoneAt === null ? ok(record) : fail('undone', 'This import has been undone already.');
}

/** Failures of the storage become problems; what the signal stopped rejects with its reason, and nothing was kept of it. */
export async function inOneTransaction<T>(signal: AbortSignal, work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return storageProblem(error);
  }
}
