const SAFE = 2 ** 53;

/**
 * Exact sums of safe integers by index. A sum stands in a double as long as that is exact (below 2^53); one that grows past
 * it spills into a bigint, which hardly ever happens (9 billion units of a currency) and so costs nothing.
 */
export class Sums {
  low: Float64Array;
  spilled: Map<number, bigint> | null = null;

  constructor(length: number) {
    this.low = new Float64Array(length);
  }

  add(index: number, value: number): void {
    const sum = (this.low[index] as number) + value;
    // A rounded sum below 2^53 is the true one: the sum of two integers below 2^53 is rounded only from there on.
    if (sum < SAFE && sum > -SAFE) this.low[index] = sum;
    else this.#spill(index, BigInt(value));
  }

  /** Adds `from[at]`. */
  addFrom(index: number, from: Sums, at: number): void {
    this.add(index, from.low[at] as number);
    const spilled = from.spilled?.get(at);
    if (spilled !== undefined) this.#spill(index, spilled);
  }

  /** Adds each `from[i]` to the sum with index `to[i]`, if that is not negative. */
  addAll(from: Sums, to: Int32Array): void {
    const { low } = this;
    const values = from.low;
    for (let i = 0; i < to.length; i++) {
      const index = to[i] as number;
      if (index < 0) continue;
      const value = values[i] as number;
      const sum = (low[index] as number) + value;
      if (sum < SAFE && sum > -SAFE) low[index] = sum;
      else this.#spill(index, BigInt(value));
    }
    from.spilled?.forEach((value, i) => {
      if ((to[i] as number) >= 0) this.#spill(to[i] as number, value);
    });
  }

  value(index: number): bigint {
    return BigInt(this.low[index] as number) + (this.spilled?.get(index) ?? 0n);
  }

  clear(index: number): void {
    this.low[index] = 0;
    this.spilled?.delete(index);
  }

  move(from: number, to: number): void {
    const spilled = this.spilled?.get(from);
    this.low[to] = this.low[from] as number;
    this.clear(from);
    if (spilled !== undefined) this.spilled?.set(to, spilled);
  }

  /** Makes room for at least `length` sums. */
  reserve(length: number): void {
    if (length <= this.low.length) return;
    const larger = new Float64Array(Math.max(length, this.low.length * 2));
    larger.set(this.low);
    this.low = larger;
  }

  /** Lets go of room past `length`. */
  trim(length: number): void {
    this.low = this.low.slice(0, length);
  }

  #spill(index: number, value: bigint): void {
    this.spilled ??= new Map();
    this.spilled.set(index, (this.spilled.get(index) ?? 0n) + BigInt(this.low[index] as number) + value);
    this.low[index] = 0;
  }
}
