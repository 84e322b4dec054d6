import { MAX_ROWS, numberAt, refOf, rowOf, slotOf, type Ref } from './columns.ts';
import type { Changes } from './changes.ts';
import { BLOCK_ROWS } from './draft.ts';
import { Encoder } from './encode.ts';
import { gather } from './gather.ts';
import { SeenBuilder } from './seen-builder.ts';
import type { RowsSegment, Segment } from './segment.ts';
import { StatusTotals } from './status-totals.ts';
import type { Steps } from './steps.ts';
import type { Loaded, LoadedRows, LoadedSeen, Store } from './store.ts';

/** Rows that get a new home in a segment of another import. */
interface Home {
  readonly id: string;
  readonly importId: string;
  readonly sequence: number;
  readonly refs: Ref[];
  readonly asOf: number[];
  readonly line: number[];
}

/**
 * What undoing an import writes: its segments go. Rows of it to which sightings of other imports refer are moved: the first
 * such sighting becomes a row of its own import, the others refer to that one from now on.
 */
export function* undoChanges(store: Store, version: number, importId: string): Steps<Changes> {
  const going = store.slots.filter((loaded): loaded is Loaded => loaded?.segment.importId === importId);
  const goingIds = new Set(going.map((loaded) => loaded.segment.id));
  const effect = new StatusTotals();
  for (const loaded of going) {
    addEffect(effect, store, loaded, goingIds);
    yield;
  }
  const affected = store.slots
    .filter((loaded): loaded is LoadedSeen => loaded?.kind === 'seen' && !goingIds.has(loaded.segment.id))
    .filter((loaded) => loaded.segment.targets.some((id) => goingIds.has(id)))
    .sort((a, b) => a.segment.sequence - b.segment.sequence);
  const removal = new Removal(store, goingIds);
  for (const loaded of affected) {
    removal.rewrite(loaded);
    yield;
  }
  const put: Segment[] = [];
  const encoder = new Encoder();
  for (const home of removal.homes) {
    put.push(movedRows(store, home, encoder));
    yield;
  }
  put.push(...removal.seenSegments());
  return {
    version,
    put,
    remove: [...goingIds, ...affected.map((loaded) => loaded.segment.id)],
    effect: effect.result(),
  };
}

/** Where each row that others refer to goes, and the sightings rewritten to match. */
class Removal {
  readonly homes: Home[] = [];
  readonly #store: Store;
  readonly #goingIds: ReadonlySet<string>;
  /** By slot of a segment that goes: by row, its new place as home and row in it, or -1. */
  readonly #places = new Map<number, Int32Array>();
  readonly #current = new Map<string, number>();
  readonly #builders = new Map<string, SeenBuilder>();

  constructor(store: Store, goingIds: ReadonlySet<string>) {
    this.#store = store;
    this.#goingIds = goingIds;
  }

  rewrite(loaded: LoadedSeen): void {
    const { importId, sequence } = loaded.segment;
    let builder = this.#builders.get(importId);
    if (!builder) this.#builders.set(importId, (builder = new SeenBuilder(importId, sequence)));
    for (let row = 0; row < loaded.rows; row++) {
      const target = loaded.target[row] as number;
      const segment = this.#store.at(target).segment;
      const asOf = numberAt(loaded.asOf, row);
      const line = numberAt(loaded.line, row);
      if (!this.#goingIds.has(segment.id)) {
        builder.add(segment.id, rowOf(target), asOf, line);
        continue;
      }
      const places = this.#placesOf(target);
      const place = places[rowOf(target)] as number;
      if (place < 0) places[rowOf(target)] = this.#move(target, loaded, asOf, line);
      else builder.add((this.homes[slotOf(place)] as Home).id, rowOf(place), asOf, line);
    }
  }

  seenSegments(): Segment[] {
    return [...this.#builders.values()].flatMap((builder) => builder.finish());
  }

  #placesOf(target: Ref): Int32Array {
    const slot = slotOf(target);
    let places = this.#places.get(slot);
    if (!places) this.#places.set(slot, (places = new Int32Array(MAX_ROWS).fill(-1)));
    return places;
  }

  #move(target: Ref, { segment: { importId, sequence } }: LoadedSeen, asOf: number, line: number): number {
    let index = this.#current.get(importId);
    if (index === undefined || this.homes[index]?.refs.length === BLOCK_ROWS) {
      index = this.homes.length;
      this.#current.set(importId, index);
      this.homes.push({ id: crypto.randomUUID(), importId, sequence, refs: [], asOf: [], line: [] });
    }
    const home = this.homes[index] as Home;
    home.asOf.push(asOf);
    home.line.push(line);
    return refOf(index, home.refs.push(target) - 1);
  }
}

function movedRows(store: Store, { id, importId, sequence, refs, asOf, line }: Home, encoder: Encoder): RowsSegment {
  const columns = gather(
    { refs, asOf: Float64Array.from(asOf), line: Float64Array.from(line) },
    (slot) => (store.slots[slot] as LoadedRows).block,
    encoder,
  );
  return { id, importId, sequence, kind: 'rows', rows: refs.length, columns };
}

/** Notes, for each transaction whose newest version is in a segment that goes, its values and those of the version that stays. */
function addEffect(effect: StatusTotals, store: Store, loaded: Loaded, goingIds: ReadonlySet<string>): void {
  for (let row = 0; row < loaded.rows; row++) {
    const newest = refOf(loaded.slot, row);
    if (store.keys.head[loaded.key[row] as number] !== newest) continue;
    let next = store.prev(newest);
    while (next >= 0 && goingIds.has(store.at(next).segment.id)) next = store.prev(next);
    const before = store.payload(newest);
    const after = next < 0 ? -1 : store.payload(next);
    if (before === after) continue;
    effect.add(store.blockAt(before), rowOf(before), -1);
    if (after >= 0) effect.add(store.blockAt(after), rowOf(after), 1);
  }
}
