import type { ZoneClock } from '../../lib/zone.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { applyChanges } from './apply.ts';
import type { Book } from './book.ts';
import type { Changes } from './changes.ts';
import { blockOf, rowOf, slotOf, transactionAt } from './columns.ts';
import type { FoundRow } from './find.ts';
import { PartnerNames } from './partner-names.ts';
import { PlanSession, type ImportIdentity } from './plan-session.ts';
import { Queries } from './queries.ts';
import type { Group, GroupQuery, Listed, ListedTransaction, ListQuery, PartnerKey, RowRef, Version } from './query.ts';
import type { Segment } from './segment.ts';
import type { Steps } from './steps.ts';
import { Store } from './store.ts';
import { undoChanges } from './undo.ts';

const STALE = fail('stale', 'The ledger has changed since this was worked out. Start again.');

/** A data version that several states may count up together. */
export interface DataVersion {
  at: number;
}

/**
 * A book of the ledger in memory. It is made from segments and nothing else:
 *
 * - start: `load` all stored segments, in any portions; then `missing()` must be empty;
 * - import: `beginPlan`, `session.add` per block, show, `applyChanges`, write `put`/`remove` in one transaction, `install`;
 * - undo: `undoChanges`, write, `install`.
 *
 * Nothing changes here before `install`; a session or changes worked out against an older version are refused as `stale`.
 * Whoever calls keeps sequences growing: a new import's is above all earlier ones. Lines are unique within an import.
 */
export class LedgerState {
  readonly #store: Store;
  readonly #queries: Queries;
  readonly #book: Book;
  readonly #version: DataVersion;

  constructor(book: Book = 'transactions', version: DataVersion = { at: 0 }) {
    this.#book = book;
    this.#version = version;
    this.#store = new Store();
    this.#queries = new Queries(this.#store, () => this.#version.at);
  }

  /** The data version: goes up with every install. */
  get version(): number {
    return this.#version.at;
  }

  /** Puts stored segments in, in any order and portions. */
  load(segments: Iterable<Segment>): void {
    for (const segment of segments) this.#store.add(segment);
    this.#store.addWaiting();
    this.#queries.reset();
  }

  /** Ids of segments that others refer to and that have not been loaded: after the last `load` any of them means lost data. */
  missing(): string[] {
    const ids = this.#store.waiting.flatMap(({ targets }) => targets);
    return [...new Set(ids)].filter((id) => !this.#store.byId.has(id));
  }

  /** Whether any row came with this import. */
  holds(importId: string): boolean {
    return [...this.#store.byId.values()].some(({ segment }) => segment.importId === importId);
  }

  beginPlan(identity: ImportIdentity, expectedRows = 0): PlanSession {
    return new PlanSession(this.#store, this.#version.at, identity, expectedRows);
  }

  /** What applying a plan writes. Fails with `stale`. */
  applyChanges(session: PlanSession): Steps<Result<Changes>> {
    return this.#unlessStale(session.version, applyChanges(this.#store, session));
  }

  /** What undoing an import writes; nothing at all if the ledger holds nothing of it. Fails with `stale` if it changes meanwhile. */
  undoChanges(importId: string): Steps<Result<Changes>> {
    return this.#unlessStale(this.#version.at, undoChanges(this.#store, this.#version.at, importId));
  }

  *#unlessStale(version: number, steps: Steps<Changes>): Steps<Result<Changes>> {
    for (;;) {
      if (version !== this.#version.at) return STALE;
      const step = steps.next();
      if (step.done === true) return ok(this.#named(step.value));
      yield;
    }
  }

  /** The changes, their segments marked with the book. */
  #named(changes: Changes): Changes {
    const book = this.#book;
    return book === 'transactions'
      ? changes
      : { ...changes, put: changes.put.map((segment) => ({ ...segment, book })) };
  }

  /** Partners of all rows, old versions included, that are there once `changes` are installed. */
  partnersAfter(changes: Changes): readonly PartnerKey[] {
    const removed = new Set(changes.remove);
    const partners = new PartnerNames();
    for (const { segment, block } of this.#store.rowsSegments()) if (!removed.has(segment.id)) partners.addBlock(block);
    for (const segment of changes.put) {
      if (segment.kind === 'rows') partners.addBlock(blockOf(segment.columns, segment.rows));
    }
    return partners.result();
  }

  /** Makes changes that have been written those of memory, at once. Gives the new data version. Fails with `stale`. */
  install(changes: Changes): Result<number> {
    if (changes.version !== this.#version.at) return STALE;
    this.#queries.change(() => {
      const kindOf = (id: string) => this.#store.byId.get(id)?.kind;
      // Sightings go before the rows they refer to and come after them.
      const order = [
        ...changes.remove.filter((id) => kindOf(id) === 'seen'),
        ...changes.remove.filter((id) => kindOf(id) === 'rows'),
      ];
      const removed = order.map((id) => this.#store.remove(id)).filter((loaded) => loaded !== null);
      for (const segment of changes.put) this.#store.add(segment);
      this.#store.addWaiting();
      return removed;
    });
    return ok(++this.#version.at);
  }

  /** Sums of live rows; from the roll-ups where these know the answer, else by `scanGroups`. */
  groups(query: GroupQuery, clock: ZoneClock): Steps<Listed<Group>> {
    return this.#queries.groups(query, clock);
  }

  /** The same answer, always from the rows. */
  scanGroups(query: GroupQuery, clock: ZoneClock): Steps<Listed<Group>> {
    return this.#queries.scanGroups(query, clock);
  }

  /**
   * A window of the live rows. Rows without a value in a sort field come last in either direction; rows that are equal in all
   * of them follow the order in which they came: import, then line.
   */
  list(query: ListQuery, clock: ZoneClock): Steps<Listed<ListedTransaction>> {
    return this.#queries.list(query, clock);
  }

  /** The live rows whose id or order id has the text, as of `IdFinder.find`. */
  find(text: string, limit: number): Steps<FoundRow[]> {
    return this.#queries.find(text, limit);
  }

  /** All versions of a row's transaction, newest first; none if the data version in which the row had this name is over. */
  history(ref: RowRef): Version[] {
    const loaded = this.#store.slots[slotOf(ref)];
    if (!loaded || rowOf(ref) >= loaded.rows) return [];
    const newest = this.#store.keys.head[loaded.key[rowOf(ref)] as number] as number;
    return [...this.#store.versions(newest)].map((version) => {
      const payload = this.#store.payload(version);
      const block = this.#store.blockAt(payload);
      return {
        importId: this.#store.at(version).segment.importId,
        live: version === newest,
        transaction: transactionAt(block, rowOf(payload), this.#store.asOf(version), this.#store.line(version)),
      };
    });
  }

  /** Partners of live rows, each with the name on its newest live row that has one. By network and partner id. */
  partners(): Steps<(PartnerKey & { readonly name: string })[]> {
    return this.#queries.partners();
  }

  counts(): { readonly transactions: number; readonly segments: number } {
    return { transactions: this.#store.live, segments: this.#store.byId.size };
  }
}
