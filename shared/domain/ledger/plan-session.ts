import type { ZoneClock } from '../../lib/zone.ts';
import { dayFromNumber, type Day } from '../../lib/day.ts';
import { isDayOnly, momentDay } from '../../lib/moment.ts';
import { blockOf, bytesOf, numberAt, refOf, rowOf, slotOf, transactionAt } from './columns.ts';
import type { Block, Columns, Ref } from './columns.ts';
import { differingFields, sameKey, sameValues } from './compare.ts';
import type { DraftBlock } from './draft.ts';
import { Encoder } from './encode.ts';
import { hashKeys, type Hashes } from './hash.ts';
import { KeyIndex } from './key-index.ts';
import { findSame, findSegment } from './match.ts';
import { PartnerNames, type MetPartner } from './partner-names.ts';
import type { PlanCounts, PlanKind, PlannedRow, StatusTotal } from './plan.ts';
import type { RowsSegment } from './segment.ts';
import { StatusTotals } from './status-totals.ts';
import type { LoadedRows, Store } from './store.ts';
import { UnknownWords, type UnknownWord } from './unknown-words.ts';

export const PLAN_KINDS = ['new', 'changed', 'same', 'older', 'repeated'] as const satisfies readonly PlanKind[];
const [NEW, CHANGED, SAME, OLDER, REPEATED] = [0, 1, 2, 3, 4];

/** A version of a transaction has at most this many older ones looked through for equal values. */
const MOST_COMPARED = 16;

/** A block of the file, encoded and looked up. */
export interface PlannedBlock {
  readonly columns: Columns;
  /** What the columns come from (RowsSegment), '' if that has no name. */
  readonly source: string;
  readonly block: Block;
  /** By row: index into PLAN_KINDS. */
  readonly kind: Uint8Array;
  /** By row: the newest version of its transaction in the ledger, or -1. */
  readonly known: Int32Array;
  /** By row: the ledger's row that holds the same values of the same transaction, or -1. */
  readonly same: Int32Array;
}

export interface ImportIdentity {
  readonly importId: string;
  readonly sequence: number;
}

/**
 * An import being planned: each block of the file is encoded, its keys are looked up, its rows classified, and only the
 * encoded columns are kept. It reads the ledger and changes nothing in it.
 */
export class PlanSession {
  readonly identity: ImportIdentity;
  /** The data version it was begun at. */
  readonly version: number;
  readonly blocks: PlannedBlock[] = [];
  rows = 0;
  readonly #store: Store;
  readonly #encoder = new Encoder();
  /** Transactions that the ledger does not know; the head is the row of the file that wins. */
  readonly #keys: KeyIndex;
  /** By key of the ledger: the row of the file that wins, plus one. */
  readonly #winners: Int32Array;
  readonly #counts = [0, 0, 0, 0, 0];
  readonly #totals = new StatusTotals();
  readonly #partners = new PartnerNames();
  readonly #unknownWords = new UnknownWords();
  #bySource: ReadonlyMap<string, RowsSegment> | null = null;
  #bytes = 0;
  readonly #instants = { first: Infinity, last: -Infinity };
  readonly #days = { first: Infinity, last: -Infinity };

  /** `expectedRows`: a guess at the rows of the file, so that tables need not grow. */
  constructor(store: Store, version: number, identity: ImportIdentity, expectedRows = 0) {
    this.#store = store;
    this.version = version;
    this.identity = identity;
    this.#keys = new KeyIndex(store.keys.size === 0 ? expectedRows : 0);
    this.#winners = new Int32Array(store.keys.size === 0 ? 0 : store.keys.head.length);
  }

  /** Takes the next block of the file. The arrays are not kept. */
  add(draft: DraftBlock): void {
    if (draft.rows > 0) this.addColumns(this.#encoder.encode(draft), draft.rows);
  }

  /** Sources of blocks that the ledger has stored as they came. */
  get sources(): ReadonlySet<string> {
    return new Set(this.#stored().keys());
  }

  /** Takes the next block of the file, one of `sources`: its columns are those that are stored, so it need not be mapped. */
  addStored(source: string): void {
    const segment = this.#stored().get(source);
    if (!segment) throw new Error('The ledger holds no block of this source.');
    this.addColumns(segment.columns, segment.rows, source);
  }

  #stored(): ReadonlyMap<string, RowsSegment> {
    return (this.#bySource ??= new Map(
      [...this.#store.rowsSegments()].flatMap(({ segment }) => (segment.source ? [[segment.source, segment]] : [])),
    ));
  }

  /** Takes the next block of the file, encoded already (on another thread), of the named source if that has a name. */
  addColumns(columns: Columns, rows: number, source = ''): void {
    if (rows === 0) return;
    const block = blockOf(columns, rows);
    const repeated = findSegment(this.#store, block);
    const hashes = repeated ? null : hashKeys(block);
    const keys = hashes ? this.#store.keysOf(block, hashes) : (repeated as LoadedRows).key;
    const known = keys.map((key) => (key < 0 ? -1 : (this.#store.keys.head[key] as number)));
    const same = repeated ? keys.map((_, row) => refOf(repeated.slot, row)) : findSame(this.#store, block, known);
    const planned: PlannedBlock = { columns, source, block, kind: new Uint8Array(rows), known, same };
    this.blocks.push(planned);
    this.rows += rows;
    this.#classify(planned, keys, hashes);
    if (!repeated) this.#findOlderSame(planned);
    this.#sum(planned);
    this.#partners.addBlock(block);
    this.#unknownWords.addBlock(block);
  }

  get counts(): PlanCounts {
    const [fresh = 0, changed = 0, same = 0, older = 0, repeated = 0] = this.#counts;
    return { new: fresh, changed, same, older, repeated };
  }

  /** Sums of the accepted rows. */
  get totals(): StatusTotal[] {
    return this.#totals.result();
  }

  /** Partners in the file, each with the last name, e-mail and site it has there. */
  get partners(): MetPartner[] {
    return this.#partners.result();
  }

  /** Status words of the file that have no meaning yet. */
  get unknownWords(): UnknownWord[] {
    return this.#unknownWords.result();
  }

  /** About how many bytes applying writes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** First and last event day; null if no row has one. */
  eventDays(clock: ZoneClock): { readonly first: Day; readonly last: Day } | null {
    const days = [this.#instants.first, this.#instants.last, this.#days.first, this.#days.last]
      .filter((moment) => Number.isFinite(moment))
      .map((moment) => momentDay(moment, clock));
    if (days.length === 0) return null;
    return { first: dayFromNumber(Math.min(...days)), last: dayFromNumber(Math.max(...days)) };
  }

  /** Planned rows of a kind in the order of the file. */
  previewRows(kind: PlanKind, offset: number, limit: number): PlannedRow[] {
    const wanted = PLAN_KINDS.indexOf(kind);
    const rows: PlannedRow[] = [];
    let skip = offset;
    for (const planned of this.blocks) {
      for (let row = planned.kind.indexOf(wanted); row >= 0; row = planned.kind.indexOf(wanted, row + 1)) {
        if (rows.length >= limit) return rows;
        if (skip > 0) skip--;
        else rows.push(this.#preview(planned, row, kind));
      }
    }
    return rows;
  }

  #preview(planned: PlannedBlock, row: number, kind: PlanKind): PlannedRow {
    const known = planned.known[row] as number;
    const after = transactionAt(planned.block, row);
    if (kind !== 'changed' && kind !== 'older') {
      return { kind, line: after.line, after, before: null, differs: [] };
    }
    const payload = this.#store.payload(known);
    const block = this.#store.blockAt(payload);
    const before = transactionAt(block, rowOf(payload), this.#store.asOf(known), this.#store.line(known));
    const differs = differingFields(planned.block, row, block, rowOf(payload));
    return { kind, line: after.line, after, before, differs };
  }

  /** `keys`: by row, of transactions that the ledger knows, or -1; `hashes` are there if any of them is -1. */
  #classify(planned: PlannedBlock, keys: Int32Array, hashes: Hashes | null): void {
    const { block } = planned;
    const slot = this.blocks.length - 1;
    let row = 0;
    const isKey = (head: Ref) => sameKey(block, row, (this.blocks[slotOf(head)] as PlannedBlock).block, rowOf(head));
    for (; row < block.rows; row++) {
      const ref = refOf(slot, row);
      this.#setKind(planned, row, this.#kindOf(planned, row));
      const key = keys[row] as number;
      if (key >= 0) {
        const winner = (this.#winners[key] as number) - 1;
        if (winner < 0) this.#winners[key] = ref + 1;
        else this.#winners[key] = this.#settle(winner, ref) + 1;
      } else {
        const low = hashes?.low[row] ?? 0;
        const high = hashes?.high[row] ?? 0;
        const own = this.#keys.find(low, high, isKey);
        if (own < 0) this.#keys.add(low, high, ref);
        else this.#keys.head[own] = this.#settle(this.#keys.head[own] as number, ref);
      }
    }
  }

  /** Of two rows of the same transaction the one that wins; the other is counted as repeated. */
  #settle(winner: Ref, other: Ref): Ref {
    const loses = this.#beats(winner, other) ? other : winner;
    this.#setRepeated(loses);
    return loses === winner ? other : winner;
  }

  /** What a row would be if the file held its transaction only once. */
  #kindOf({ block, known, same }: PlannedBlock, row: number): number {
    const newest = known[row] as number;
    if (newest < 0) return NEW;
    if ((same[row] as number) >= 0) return SAME;
    const asOf = numberAt(block.numbers.asOf, row) - this.#store.asOf(newest);
    const later = asOf !== 0 ? asOf > 0 : this.identity.sequence >= this.#store.at(newest).segment.sequence;
    return later ? CHANGED : OLDER;
  }

  #setKind(planned: PlannedBlock, row: number, kind: number): void {
    planned.kind[row] = kind;
    (this.#counts[kind] as number)++;
  }

  #setRepeated(ref: Ref): void {
    const planned = this.blocks[slotOf(ref)] as PlannedBlock;
    const before = planned.kind[rowOf(ref)] as number;
    (this.#counts[before] as number)--;
    this.#setKind(planned, rowOf(ref), REPEATED);
  }

  #beats(a: Ref, b: Ref): boolean {
    const blockA = (this.blocks[slotOf(a)] as PlannedBlock).block;
    const blockB = (this.blocks[slotOf(b)] as PlannedBlock).block;
    const asOf = numberAt(blockA.numbers.asOf, rowOf(a)) - numberAt(blockB.numbers.asOf, rowOf(b));
    if (asOf !== 0) return asOf > 0;
    return numberAt(blockA.numbers.line, rowOf(a)) > numberAt(blockB.numbers.line, rowOf(b));
  }

  /** Rows that differ from the newest version may say what an older one said: an old export imported once more. */
  #findOlderSame({ block, known, same }: PlannedBlock): void {
    for (let row = 0; row < block.rows; row++) {
      let version = known[row] as number;
      if (version < 0 || (same[row] as number) >= 0) continue;
      for (let i = 0; i < MOST_COMPARED && (version = this.#store.prev(version)) >= 0; i++) {
        const payload = this.#store.payload(version);
        if (!sameValues(block, row, this.#store.blockAt(payload), rowOf(payload))) continue;
        same[row] = payload;
        break;
      }
    }
  }

  #sum({ columns, block, same }: PlannedBlock): void {
    const { eventTime } = block.numbers;
    let stored = 0;
    for (let row = 0; row < block.rows; row++) {
      this.#totals.add(block, row, 1);
      if ((same[row] as number) < 0) stored++;
      const moment = numberAt(eventTime, row);
      if (moment !== moment) continue;
      const range = isDayOnly(moment) ? this.#days : this.#instants;
      if (moment < range.first) range.first = moment;
      if (moment > range.last) range.last = moment;
    }
    this.#totals.forgetBlocks();
    if (stored > 0) this.#bytes += Math.ceil((bytesOf(columns) * stored) / block.rows);
    this.#bytes += (block.rows - stored) * 12;
  }
}
