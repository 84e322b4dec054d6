import type { MetPartner, PartnerChoice } from '#shared/domain/affiliates/propose.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { linkPartners, removeUnneeded } from './partner-store.ts';
import { storageProblem } from './problems.ts';
import type { LedgerMeta } from './records.ts';
import type { DeskDatabase } from './schema.ts';
import { inOneTransaction, ledgerMeta, metaBefore, standingImport } from './store-steps.ts';

/** Segments given to the database at once: enough to keep it busy, few enough to hold little of them in memory twice. */
const IN_FLIGHT = 4;

export interface Loaded {
  readonly meta: LedgerMeta;
  /** How many there have been, undone ones included. */
  readonly imports: number;
}

/** What changes in the stored segments. */
export interface SegmentChanges {
  readonly put: readonly Segment[];
  /** Ids. */
  readonly remove: readonly string[];
  /** Rows in the removed segments. */
  readonly removedRows: number;
}

export interface Writing {
  /** Looked at before every write until the commit; then nothing was left behind and it rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Rows written so far. */
  readonly onRows: (rows: number) => void;
}

/**
 * Reads the whole ledger: `take` gets all segments, a few at a time. `damaged` if segments are missing or more than they
 * should be: figures made of the rest would be wrong, so there are none.
 */
export async function loadLedger(
  database: DeskDatabase,
  take: (segments: readonly Segment[]) => void,
): Promise<Result<Loaded>> {
  try {
    const meta = await ledgerMeta(database);
    const imports = await database.imports.count();
    const ids = await database.segments.toCollection().primaryKeys();
    let rows = 0;
    for (let at = 0; at < ids.length; at += IN_FLIGHT) {
      const found = await database.segments.bulkGet(ids.slice(at, at + IN_FLIGHT));
      const segments = found.filter((segment) => segment !== undefined);
      for (const segment of segments) rows += segment.rows;
      take(segments);
    }
    if (ids.length === meta.segments && rows === meta.rows) return ok({ meta, imports });
    return fail(
      'damaged',
      `Part of your transactions is missing: ${rows} of ${meta.rows} rows were found. Nothing was changed. ` +
        'Start empty and import your exports again; the damaged data stays on the disk.',
    );
  } catch (error) {
    return storageProblem(error);
  }
}

/**
 * Writes an import in one transaction: its segments, its record, and a link for every partner that has none: to the affiliate
 * that was chosen, else to a new one. Answers the record with the new affiliates' ids. All or nothing; `stale` if another import
 * came in between, or a chosen affiliate has gone.
 */
export async function storeImport(
  database: DeskDatabase,
  changes: SegmentChanges,
  record: ImportRecord,
  partners: readonly MetPartner[],
  choices: readonly PartnerChoice[],
  writing: Writing,
): Promise<Result<ImportRecord>> {
  const { segments, imports, affiliates, links, meta } = database;
  return inOneTransaction(writing.signal, () =>
    database.transaction('rw', [segments, imports, affiliates, links, meta], async () => {
      const before = await metaBefore(database, record);
      if (!before.ok) return before;
      const added = await linkPartners(database, record, partners, choices);
      if (!added.ok) return added;
      await writeSegments(database, before.value, { ...before.value, sequence: record.sequence }, changes, writing);
      const stored = { ...record, newAffiliateIds: added.value };
      await imports.add(stored);
      writing.signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

/**
 * Takes an import back in one transaction: its segments, and the affiliates and links that undone imports had brought, unless
 * someone has edited them, another list knows them, or `needed` says that a partner still has live rows.
 */
export async function storeUndo(
  database: DeskDatabase,
  changes: SegmentChanges,
  importId: string,
  undoneAt: number,
  needed: (partner: PartnerKey) => boolean,
  writing: Writing,
): Promise<Result<ImportRecord>> {
  const { segments, imports, affiliates, links, mentions, meta } = database;
  return inOneTransaction(writing.signal, () =>
    database.transaction('rw', [segments, imports, affiliates, links, mentions, meta], async () => {
      const record = await standingImport(database, importId);
      if (!record.ok) return record;
      const before = await ledgerMeta(database);
      await writeSegments(database, before, before, changes, writing);
      const stored = { ...record.value, undoneAt };
      await imports.put(stored);
      await removeUnneeded(database, needed);
      writing.signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

/** Writes and removes segments and counts them in `meta`. Awaits nothing but the database. */
async function writeSegments(
  database: DeskDatabase,
  before: LedgerMeta,
  after: LedgerMeta,
  { put, remove, removedRows }: SegmentChanges,
  { signal, onRows }: Writing,
): Promise<void> {
  const { segments, meta } = database;
  await segments.bulkDelete([...remove]);
  let rows = 0;
  onRows(rows);
  for (let at = 0; at < put.length; at += IN_FLIGHT) {
    signal.throwIfAborted();
    const batch = put.slice(at, at + IN_FLIGHT);
    await segments.bulkAdd(batch);
    for (const segment of batch) rows += segment.rows;
    onRows(rows);
  }
  await meta.put({
    ...after,
    segments: before.segments - remove.length + put.length,
    rows: before.rows - removedRows + rows,
  });
}
