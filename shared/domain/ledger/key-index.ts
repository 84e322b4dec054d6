/**
 * From a key's hash to a small number that stands for the key: open addressing with linear probing in typed arrays, some
 * 25 bytes a key where a Map of strings takes well over 100. The characters of a key are not kept: each key has a `head`,
 * the name of some row that bears it, and the caller compares with that row when the hashes agree.
 */
export class KeyIndex {
  /** 0 free, -1 was removed, else key + 1. */
  #slots: Int32Array;
  #mask: number;
  /** Slots that are not free, removed ones included. */
  #used = 0;
  #low: Uint32Array;
  #high: Uint32Array;
  #next = 0;
  readonly #free: number[] = [];
  /** By key: a row that bears it. */
  head: Int32Array;

  constructor(expected = 1_024) {
    const capacity = Math.max(1_024, 2 ** Math.ceil(Math.log2(expected * 1.5)));
    this.#slots = new Int32Array(capacity);
    this.#mask = capacity - 1;
    const keys = Math.max(1_024, expected);
    this.#low = new Uint32Array(keys);
    this.#high = new Uint32Array(keys);
    this.head = new Int32Array(keys);
  }

  get size(): number {
    return this.#next - this.#free.length;
  }

  /** The key with this hash for whose head `isIt` holds, or -1. */
  find(low: number, high: number, isIt: (head: number) => boolean): number {
    const slots = this.#slots;
    for (let at = low & this.#mask; ; at = (at + 1) & this.#mask) {
      const slot = slots[at] as number;
      if (slot === 0) return -1;
      if (slot < 0) continue;
      const key = slot - 1;
      if (this.has(key, low, high) && isIt(this.head[key] as number)) return key;
    }
  }

  /** Whether a key has this hash. */
  has(key: number, low: number, high: number): boolean {
    return this.#high[key] === high && this.#low[key] === low;
  }

  /** A new key; the caller has made sure with `find` that it is not there. */
  add(low: number, high: number, head: number): number {
    if ((this.#used + 1) * 4 > this.#slots.length * 3) this.#rebuild();
    const key = this.#free.pop() ?? this.#next++;
    if (key >= this.head.length) this.#growKeys();
    this.#low[key] = low;
    this.#high[key] = high;
    this.head[key] = head;
    this.#place(key);
    return key;
  }

  remove(key: number): void {
    let at = (this.#low[key] as number) & this.#mask;
    while (this.#slots[at] !== key + 1) at = (at + 1) & this.#mask;
    this.#slots[at] = -1;
    this.#free.push(key);
  }

  #place(key: number): void {
    let at = (this.#low[key] as number) & this.#mask;
    while ((this.#slots[at] as number) > 0) at = (at + 1) & this.#mask;
    if (this.#slots[at] === 0) this.#used++;
    this.#slots[at] = key + 1;
  }

  /** Makes room: twice as many slots if it is keys that fill them, the same number if it is removed ones. */
  #rebuild(): void {
    const old = this.#slots;
    const capacity = this.size * 2 > old.length ? old.length * 2 : old.length;
    this.#slots = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.#used = 0;
    for (let at = 0; at < old.length; at++) if ((old[at] as number) > 0) this.#place((old[at] as number) - 1);
  }

  #growKeys(): void {
    const keys = this.head.length + Math.max(this.head.length >> 1, 1_024);
    this.#low = copied(this.#low, new Uint32Array(keys));
    this.#high = copied(this.#high, new Uint32Array(keys));
    this.head = copied(this.head, new Int32Array(keys));
  }
}

function copied<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
