import {
  blockOf,
  numberAt,
  numberView,
  refOf,
  rowOf,
  slotOf,
  type Block,
  type NumberView,
  type Ref,
} from './columns.ts';
import { sameKey } from './compare.ts';
import { hashKeys, type Hashes } from './hash.ts';
import { KeyIndex } from './key-index.ts';
import { RefList } from './ref-list.ts';
import type { RowsSegment, SeenSegment, Segment } from './segment.ts';

interface LoadedBase {
  readonly slot: number;
  readonly rows: number;
  readonly asOf: NumberView;
  readonly line: NumberView;
  /** By row: the key of its transaction in the key index. */
  readonly key: Int32Array;
  /** By row: the next older version of its transaction. */
  readonly prev: Int32Array;
}

export interface LoadedRows extends LoadedBase {
  readonly kind: 'rows';
  readonly segment: RowsSegment;
  readonly block: Block;
  /** By row: 1 if these are the values of a transaction's newest version. */
  readonly live: Uint8Array;
}

export interface LoadedSeen extends LoadedBase {
  readonly kind: 'seen';
  readonly segment: SeenSegment;
  /** By row: the row that holds the values. */
  readonly target: Int32Array;
}

export type Loaded = LoadedRows | LoadedSeen;

/** The rows whose values became those of a transaction's newest version, and those that ceased to be. */
export interface LiveChanges {
  readonly on: RefList;
  readonly off: RefList;
}

/**
 * The segments in memory, and which of their rows are versions of which transaction. Everything here follows from the set of
 * segments alone, in whatever order they came: versions of a transaction are ordered by as-of date, then sequence of the
 * import, then line. So an apply, an undo and a restart are the same thing: segments taken out, segments put in.
 */
export class Store {
  readonly slots: (Loaded | null)[] = [];
  readonly byId = new Map<string, Loaded>();
  /** Of transactions; the head is the newest version. */
  readonly keys: KeyIndex;
  live = 0;
  /** Segments whose rows refer to segments that have not come yet. */
  waiting: SeenSegment[] = [];
  /** Where to note changes of live rows, if anywhere. */
  changes: LiveChanges | null = null;
  readonly #freeSlots: number[] = [];

  constructor(expectedRows = 0) {
    this.keys = new KeyIndex(expectedRows);
  }

  at(ref: Ref): Loaded {
    return this.slots[slotOf(ref)] as Loaded;
  }

  /** The row that holds a version's values: itself, or the row it refers to. */
  payload(ref: Ref): Ref {
    const loaded = this.at(ref);
    return loaded.kind === 'rows' ? ref : (loaded.target[rowOf(ref)] as number);
  }

  /** The block that holds a payload row. */
  blockAt(payload: Ref): Block {
    return (this.at(payload) as LoadedRows).block;
  }

  /** The version that makes a live payload row live: itself, or the newest that refers to it. */
  liveVersion(rows: LoadedRows, row: number): Ref {
    return this.keys.head[rows.key[row] as number] as number;
  }

  asOf(ref: Ref): number {
    return numberAt(this.at(ref).asOf, rowOf(ref));
  }

  line(ref: Ref): number {
    return numberAt(this.at(ref).line, rowOf(ref));
  }

  prev(ref: Ref): Ref {
    return this.at(ref).prev[rowOf(ref)] as number;
  }

  /** Versions of a transaction, newest first. */
  *versions(newest: Ref): Generator<Ref> {
    for (let ref = newest; ref >= 0; ref = this.prev(ref)) yield ref;
  }

  *rowsSegments(): Generator<LoadedRows> {
    for (const loaded of this.slots) if (loaded?.kind === 'rows') yield loaded;
  }

  /** By row of a block that is not in the ledger: the key of its transaction, or -1. */
  keysOf(block: Block, { low, high }: Hashes): Int32Array {
    const keys = new Int32Array(block.rows).fill(-1);
    if (this.keys.size === 0) return keys;
    let row = 0;
    let next = -1;
    const isKey = (head: Ref) => this.#isKey(head, block, row);
    for (; row < block.rows; row++) {
      const lowHalf = low[row] as number;
      const highHalf = high[row] as number;
      // Exports of the same transactions mostly have them in the same order: the row after the last one found is tried first.
      const guess = next < 0 ? -1 : this.#keyAt(next);
      const guessed = guess >= 0 && this.keys.has(guess, lowHalf, highHalf) && isKey(this.keys.head[guess] as number);
      const key = guessed ? guess : this.keys.find(lowHalf, highHalf, isKey);
      keys[row] = key;
      next = key < 0 ? -1 : (this.keys.head[key] as number) + 1;
    }
    return keys;
  }

  #keyAt(ref: Ref): number {
    return this.slots[slotOf(ref)]?.key[rowOf(ref)] ?? -1;
  }

  /** Puts a segment in. One that refers to segments still to come waits for them. */
  add(segment: Segment): void {
    if (this.byId.has(segment.id)) throw new Error(`Segment ${segment.id} is there already`);
    if (segment.kind === 'rows') this.#addRows(segment);
    else if (segment.targets.every((id) => this.byId.has(id))) this.#addSeen(segment);
    else this.waiting.push(segment);
  }

  /** Puts in what has waited for segments that have come since. */
  addWaiting(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const segment of waiting) this.add(segment);
  }

  /** Takes a segment out; those that refer to its rows must have gone before. Its slot stays readable until `freeSlots`. */
  remove(id: string): Loaded | null {
    const loaded = this.byId.get(id);
    if (!loaded) return null;
    // Backwards: versions mostly lie in the order of their rows, so each is the newest when its turn comes.
    for (let row = loaded.rows - 1; row >= 0; row--) this.#unlink(loaded, row);
    this.byId.delete(id);
    return loaded;
  }

  freeSlots(removed: readonly Loaded[]): void {
    for (const { slot } of removed) {
      this.slots[slot] = null;
      this.#freeSlots.push(slot);
    }
  }

  #addRows(segment: RowsSegment): void {
    const block = blockOf(segment.columns, segment.rows);
    const loaded: LoadedRows = {
      ...this.#place(segment.rows),
      kind: 'rows',
      segment,
      block,
      asOf: block.numbers.asOf,
      line: block.numbers.line,
      live: new Uint8Array(segment.rows),
    };
    this.#register(segment.id, loaded);
    const { low, high } = hashKeys(block);
    let row = 0;
    const isKey = (head: Ref) => this.#isKey(head, block, row);
    for (; row < segment.rows; row++) {
      const ref = refOf(loaded.slot, row);
      const key = this.keys.find(low[row] as number, high[row] as number, isKey);
      if (key >= 0) this.#link(loaded, row, key);
      else {
        loaded.key[row] = this.keys.add(low[row] as number, high[row] as number, ref);
        loaded.prev[row] = -1;
        this.#setLive(ref, 1);
      }
    }
  }

  #addSeen(segment: SeenSegment): void {
    const target = numberView(segment.target);
    const row = numberView(segment.row);
    const targets = segment.targets.map((id) => this.byId.get(id) as LoadedRows);
    const loaded: LoadedSeen = {
      ...this.#place(segment.rows),
      kind: 'seen',
      segment,
      asOf: numberView(segment.asOf),
      line: numberView(segment.line),
      target: new Int32Array(segment.rows),
    };
    this.#register(segment.id, loaded);
    for (let r = 0; r < segment.rows; r++) {
      const rows = targets[numberAt(target, r)] as LoadedRows;
      const payload = numberAt(row, r);
      loaded.target[r] = refOf(rows.slot, payload);
      this.#link(loaded, r, rows.key[payload] as number);
    }
  }

  #place(rows: number): { slot: number; rows: number; key: Int32Array; prev: Int32Array } {
    const slot = this.#freeSlots.pop() ?? this.slots.length;
    return { slot, rows, key: new Int32Array(rows), prev: new Int32Array(rows) };
  }

  #register(id: string, loaded: Loaded): void {
    this.slots[loaded.slot] = loaded;
    this.byId.set(id, loaded);
  }

  #isKey(head: Ref, block: Block, row: number): boolean {
    const payload = this.payload(head);
    return sameKey(block, row, this.blockAt(payload), rowOf(payload));
  }

  /** Whether one version is newer than another. */
  isNewer(a: Ref, b: Ref): boolean {
    const asOf = this.asOf(a) - this.asOf(b);
    if (asOf !== 0) return asOf > 0;
    const sequence = this.at(a).segment.sequence - this.at(b).segment.sequence;
    return sequence !== 0 ? sequence > 0 : this.line(a) > this.line(b);
  }

  #link(loaded: Loaded, row: number, key: number): void {
    const ref = refOf(loaded.slot, row);
    loaded.key[row] = key;
    const newest = this.keys.head[key] as number;
    let newer = -1;
    let at = newest;
    while (at >= 0 && this.isNewer(at, ref)) {
      newer = at;
      at = this.prev(at);
    }
    loaded.prev[row] = at;
    if (newer >= 0) this.#setPrev(newer, ref);
    else this.#setNewest(key, newest, ref);
  }

  #unlink(loaded: Loaded, row: number): void {
    const ref = refOf(loaded.slot, row);
    const key = loaded.key[row] as number;
    const older = loaded.prev[row] as number;
    const newest = this.keys.head[key] as number;
    if (newest !== ref) {
      let newer = newest;
      while (this.prev(newer) !== ref) newer = this.prev(newer);
      this.#setPrev(newer, older);
    } else if (older >= 0) this.#setNewest(key, ref, older);
    else {
      this.#setLive(this.payload(ref), 0);
      this.keys.remove(key);
    }
  }

  #setPrev(ref: Ref, prev: Ref): void {
    this.at(ref).prev[rowOf(ref)] = prev;
  }

  #setNewest(key: number, from: Ref, to: Ref): void {
    this.keys.head[key] = to;
    const before = this.payload(from);
    const after = this.payload(to);
    if (before === after) return;
    this.#setLive(before, 0);
    this.#setLive(after, 1);
  }

  #setLive(payload: Ref, live: 0 | 1): void {
    const rows = this.at(payload) as LoadedRows;
    rows.live[rowOf(payload)] = live;
    this.live += live === 1 ? 1 : -1;
    if (this.changes) (live === 1 ? this.changes.on : this.changes.off).push(payload);
  }
}
