import { blockOf, rowOf, slotOf, textAt, type Block } from './columns.ts';
import { clearDiffering, sameBlocks } from './compare.ts';
import { encodeDraft } from './encode.ts';
import { hashKeys } from './hash.ts';
import type { LoadedRows, Store } from './store.ts';

/**
 * The segment that a block repeats row for row, all its rows live, or null. The same file once more mostly comes in the same
 * blocks with the same codes, so that one key to find the segment by and comparing columns as they are is all it takes.
 */
export function findSegment(store: Store, block: Block): LoadedRows | null {
  const first = firstRow(block);
  const key = store.keysOf(first, hashKeys(first))[0] as number;
  if (key < 0) return null;
  const loaded = store.at(store.payload(store.keys.head[key] as number)) as LoadedRows;
  return !loaded.live.includes(0) && sameBlocks(block, loaded.block) ? loaded : null;
}

/** The key of a block's first row as a block of its own. */
function firstRow({ text: { network, program, transactionId } }: Block): Block {
  const constant = {
    network: textAt(network, 0),
    program: textAt(program, 0),
    transactionId: textAt(transactionId, 0),
  };
  return blockOf(encodeDraft({ rows: 1, text: {}, constant, numbers: {} }), 1);
}

/**
 * For each row of a block whose transaction is known (`known`: its newest version): the row of the ledger that holds that
 * version's values if they are the same, else -1. Works segment by segment and column by column, which is some ten times
 * faster than row by row.
 */
export function findSame(store: Store, block: Block, known: Int32Array): Int32Array {
  const same = new Int32Array(block.rows).fill(-1);
  const payloads = new Int32Array(block.rows).fill(-1);
  const counts = new Map<number, number>();
  for (let row = 0; row < block.rows; row++) {
    const version = known[row] as number;
    if (version < 0) continue;
    const payload = store.payload(version);
    payloads[row] = payload;
    counts.set(slotOf(payload), (counts.get(slotOf(payload)) ?? 0) + 1);
  }
  for (const [slot, { own, theirs, count }] of pairsBySlot(payloads, counts)) {
    const equal = new Uint8Array(count).fill(1);
    clearDiffering(block, own, (store.slots[slot] as LoadedRows).block, theirs, count, equal);
    for (let i = 0; i < count; i++) if (equal[i] === 1) same[own[i] as number] = payloads[own[i] as number] as number;
  }
  return same;
}

interface Pairs {
  readonly own: Uint16Array;
  readonly theirs: Uint16Array;
  count: number;
}

function pairsBySlot(payloads: Int32Array, counts: ReadonlyMap<number, number>): Map<number, Pairs> {
  const pairs = new Map<number, Pairs>();
  for (const [slot, count] of counts) {
    pairs.set(slot, { own: new Uint16Array(count), theirs: new Uint16Array(count), count: 0 });
  }
  for (let row = 0; row < payloads.length; row++) {
    const payload = payloads[row] as number;
    if (payload < 0) continue;
    const pair = pairs.get(slotOf(payload)) as Pairs;
    pair.own[pair.count] = row;
    pair.theirs[pair.count++] = rowOf(payload);
  }
  return pairs;
}
