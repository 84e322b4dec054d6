import { rowOf, slotOf, type Block } from './columns.ts';
import { clearDiffering } from './compare.ts';
import type { LoadedRows, Store } from './store.ts';

/**
 * For each row of a block whose transaction is known (`known`: its newest version): the row of the ledger that holds that
 * version's values if they are the same, else -1. Works segment by segment and column by column, which is some ten times
 * faster than row by row.
 */
export function findSame(store: Store, block: Block, known: Int32Array): Int32Array {
  const same = new Int32Array(block.rows).fill(-1);
  const payloads = new Int32Array(block.rows);
  const bySlot = new Map<number, number>();
  for (let row = 0; row < block.rows; row++) {
    const version = known[row] as number;
    if (version < 0) continue;
    const payload = store.payload(version);
    payloads[row] = payload;
    bySlot.set(slotOf(payload), (bySlot.get(slotOf(payload)) ?? 0) + 1);
  }
  for (const [slot, count] of bySlot) {
    const own = new Uint16Array(count);
    const theirs = new Uint16Array(count);
    let i = 0;
    for (let row = 0; i < count; row++) {
      const payload = payloads[row] as number;
      if ((known[row] as number) < 0 || slotOf(payload) !== slot) continue;
      own[i] = row;
      theirs[i++] = rowOf(payload);
    }
    const equal = new Uint8Array(count).fill(1);
    clearDiffering(block, own, (store.slots[slot] as LoadedRows).block, theirs, count, equal);
    for (i = 0; i < count; i++) if (equal[i] === 1) same[own[i] as number] = payloads[own[i] as number] as number;
  }
  return same;
}
