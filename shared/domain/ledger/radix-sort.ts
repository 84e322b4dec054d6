/** One sort key: a number per item. NaN comes last in either direction. */
export interface SortKey {
  readonly values: Float64Array;
  readonly descending: boolean;
}

const DIGITS = 1 << 16;

/** Items 0..n-1 in the order of the keys, the first key first; items equal in all of them keep their order. */
export function* sortedOrder(n: number, keys: readonly SortKey[]): Generator<undefined, Int32Array, undefined> {
  let order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  // Often the items stand in the order of the last keys already, and keeping that order is all these ask for.
  let needed = 0;
  while (needed < keys.length && !isSorted(n, keys.slice(needed))) needed++;
  if (needed === 0) return order;
  let spare = new Int32Array(n);
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  // Least significant key first, and of each key the least significant digit: every pass keeps the order of the one before.
  for (const key of keys.slice(0, needed).toReversed()) {
    toBits(key, low, high);
    for (const [bits, shift] of [
      [low, 0],
      [low, 16],
      [high, 0],
      [high, 16],
    ] as const) {
      if (pass(order, spare, bits, shift)) [order, spare] = [spare, order];
      yield;
    }
  }
  return order;
}

function isSorted(n: number, keys: readonly SortKey[]): boolean {
  for (let i = 1; i < n; i++) {
    for (const { values, descending } of keys) {
      const a = values[i - 1] as number;
      const b = values[i] as number;
      if (a === b || (a !== a && b !== b)) continue;
      if (b !== b) break;
      if (a !== a || a > b !== descending) return false;
      break;
    }
  }
  return true;
}

/** Doubles as unsigned 64-bit integers that compare like them. */
function toBits({ values, descending }: SortKey, low: Uint32Array, high: Uint32Array): void {
  const double = new Float64Array(1);
  const bits = new Uint32Array(double.buffer);
  const invert = descending ? 0xffffffff : 0;
  for (let i = 0; i < low.length; i++) {
    const value = values[i] as number;
    if (value !== value) {
      low[i] = high[i] = 0xffffffff;
      continue;
    }
    double[0] = value + 0;
    const upper = bits[1] as number;
    const flip = upper >>> 31 === 1 ? 0xffffffff : 0;
    low[i] = (bits[0] as number) ^ flip ^ invert;
    high[i] = upper ^ (flip | 0x80000000) ^ invert;
  }
}

/** A stable counting sort by sixteen bits; false if there was nothing to sort by. */
function pass(from: Int32Array, to: Int32Array, bits: Uint32Array, shift: number): boolean {
  const starts = new Int32Array(DIGITS);
  for (let i = 0; i < bits.length; i++) (starts[((bits[i] as number) >>> shift) & 0xffff] as number)++;
  if (starts[((bits[0] as number) >>> shift) & 0xffff] === bits.length) return false;
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] as number;
    starts[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < from.length; i++) {
    const item = from[i] as number;
    const digit = ((bits[item] as number) >>> shift) & 0xffff;
    to[(starts[digit] as number)++] = item;
  }
  return true;
}
