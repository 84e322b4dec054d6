import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { storageProblem } from './problems.ts';
import type { LedgerMeta } from './records.ts';
import type { DeskDatabase } from './schema.ts';

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

export interface NewPartner extends PartnerKey {
  readonly name: string;
}

const NO_LEDGER: LedgerMeta = { key: 'ledger', sequence: 0, segments: 0, rows: 0 };

/** Those of the partners that no affiliate is linked to yet. */
export async function unlinkedPartners(database: DeskDatabase, partners: readonly NewPartner[]): Promise<NewPartner[]> {
  const keys = partners.map(({ network, partnerId }): [string, string] => [network, partnerId]);
  const links = await database.links.bulkGet(keys);
  return partners.filter((_, at) => links[at] === undefined);
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
 * Writes an import in one transaction: its segments, its record, an affiliate and a link for every partner that has none.
 * Answers the record with the new affiliates' ids. All or nothing; `stale` if another import came in between.
 */
export async function storeImport(
  database: DeskDatabase,
  changes: SegmentChanges,
  record: ImportRecord,
  partners: readonly NewPartner[],
  writing: Writing,
): Promise<Result<ImportRecord>> {
  const { segments, imports, affiliates, links, meta } = database;
  return inOneTransaction(writing.signal, () =>
    database.transaction('rw', [segments, imports, affiliates, links, meta], async () => {
      const before = await ledgerMeta(database);
      if (before.sequence + 1 !== record.sequence) {
        return fail('stale', 'Another import was saved since this preview was made. Read the file again.');
      }
      await writeSegments(database, before, { ...before, sequence: record.sequence }, changes, writing);
      const unknown = await unlinkedPartners(database, partners);
      const added = unknown.map((partner): Affiliate => ({
        id: crypto.randomUUID(),
        name: partner.name || partner.partnerId,
        notes: '',
        createdAt: record.appliedAt,
        createdByImport: record.id,
        editedAt: null,
      }));
      const joined = unknown.map(({ network, partnerId }, at): PartnerLink => ({
        network,
        partnerId,
        affiliateId: (added[at] as Affiliate).id,
      }));
      await affiliates.bulkAdd(added);
      await links.bulkAdd(joined);
      const stored = { ...record, newAffiliateIds: added.map(({ id }) => id) };
      await imports.add(stored);
      writing.signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

/**
 * Takes an import back in one transaction: its segments, and the affiliates that undone imports had brought, unless
 * someone has edited them or `needed` says that a partner still has live rows.
 */
export async function storeUndo(
  database: DeskDatabase,
  changes: SegmentChanges,
  importId: string,
  undoneAt: number,
  needed: (partner: PartnerKey) => boolean,
  writing: Writing,
): Promise<Result<ImportRecord>> {
  const { segments, imports, affiliates, links, meta } = database;
  return inOneTransaction(writing.signal, () =>
    database.transaction('rw', [segments, imports, affiliates, links, meta], async () => {
      const record = await imports.get(importId);
      if (!record) return fail('no-import', 'This import is no longer there.');
      if (record.undoneAt !== null) return fail('undone', 'This import has been undone already.');
      const before = await ledgerMeta(database);
      await writeSegments(database, before, before, changes, writing);
      const stored = { ...record, undoneAt };
      await imports.put(stored);
      const undone = await imports.filter((each) => each.undoneAt !== null).primaryKeys();
      const untouched = await affiliates
        .where('createdByImport')
        .anyOf(undone)
        .filter((affiliate) => affiliate.editedAt === null)
        .toArray();
      const theirs = await links
        .where('affiliateId')
        .anyOf(untouched.map(({ id }) => id))
        .toArray();
      const kept = new Set(theirs.filter(needed).map(({ affiliateId }) => affiliateId));
      await affiliates.bulkDelete(untouched.map(({ id }) => id).filter((id) => !kept.has(id)));
      await links.bulkDelete(
        theirs
          .filter(({ affiliateId }) => !kept.has(affiliateId))
          .map(({ network, partnerId }): [string, string] => [network, partnerId]),
      );
      writing.signal.throwIfAborted();
      return ok(stored);
    }),
  );
}

async function ledgerMeta(database: DeskDatabase): Promise<LedgerMeta> {
  const found = await database.meta.get('ledger');
  return found?.key === 'ledger' ? found : NO_LEDGER;
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

/** Failures of the storage become problems; what the signal stopped rejects with its reason, and nothing was kept of it. */
async function inOneTransaction<T>(signal: AbortSignal, work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return storageProblem(error);
  }
}
