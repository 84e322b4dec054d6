/** A growing list of row names in a typed array. */
export class RefList {
  #refs = new Int32Array(1_024);
  length = 0;

  push(ref: number): void {
    if (this.length === this.#refs.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#refs);
      this.#refs = larger;
    }
    this.#refs[this.length++] = ref;
  }

  /** The list as it is now. */
  refs(): Int32Array {
    return this.#refs.subarray(0, this.length);
  }
}
