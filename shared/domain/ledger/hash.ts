import type { Block, TextView } from './columns.ts';

/** A 64-bit hash per row or entry, in two halves. */
export interface Hashes {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/**
 * The hash of each entry's characters: two multiplicative lanes as in cyrb53 (https://github.com/bryc/code, public domain),
 * each with its own multiplier, mixed at the end.
 */
export function hashEntries(view: TextView): Hashes {
  const { text, ends, entries } = view;
  const low = new Uint32Array(entries);
  const high = new Uint32Array(entries);
  let at = 0;
  for (let i = 0; i < entries; i++) {
    const end = ends[i] as number;
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    low[i] = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    high[i] = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  }
  return { low, high };
}

/** The hash of each row's key: network, program, transaction id. */
export function hashKeys(block: Block): Hashes {
  const { network, program, transactionId } = block.text;
  const networks = hashEntries(network);
  const programs = hashEntries(program);
  const ids = hashEntries(transactionId);
  const low = new Uint32Array(block.rows);
  const high = new Uint32Array(block.rows);
  for (let r = 0; r < block.rows; r++) {
    const n = network.entry[r] as number;
    const p = program.entry[r] as number;
    const t = transactionId.entry[r] as number;
    low[r] = mixed(networks.low[n] as number, programs.low[p] as number, ids.low[t] as number);
    high[r] = mixed(networks.high[n] as number, programs.high[p] as number, ids.high[t] as number);
  }
  return { low, high };
}

function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul((b << 15) | (b >>> 17), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
