/*
 * A set of marks of all ids of a segment: whether a text can be in any of them is told without reading them. A mark is one bit of
 * many, chosen by a hash of what it stands for, so it may be there by accident (the ids are read then) and is never missing.
 *
 * Marked are all stretches of three and of six characters of each id, its beginnings of these lengths, and the id as a whole.
 */

const SHORT = 3;
const LONG = 6;
/** Bits for each character of the ids: about a fifth of them come to be set. */
const BITS_PER_CHARACTER = 2;
/** What sets a beginning and a whole apart from a stretch within. A whole has two marks: nothing else keeps a short one out. */
const BEGINS = 0x5bd1e995;
const WHOLE = 0x27d4eb2f;
const WHOLE_TOO = 0x165667b1;

/** How a text is in an id: it is all of it, begins it, or stands somewhere in it. */
export const ID_MATCHES = ['is', 'begins', 'holds'] as const;
export type IdMatch = (typeof ID_MATCHES)[number];

export class IdMarks {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** `characters`: of all ids together. */
  constructor(characters: number) {
    let size = 1_024;
    while (size < characters * BITS_PER_CHARACTER) size *= 2;
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
  }

  /** Marks the ids of a column: one after the other in `text`, id i ending at `ends[i]`. Not dearer than reading them once. */
  add(text: string, ends: Uint32Array): void {
    let start = 0;
    for (const end of ends) {
      this.#addId(text, start, end);
      start = end;
    }
  }

  #addId(text: string, start: number, end: number): void {
    let whole = 0;
    // Hashes of the three characters that end here, and at the three places before.
    let [h0, h1, h2, h3] = [0, 0, 0, 0];
    let [c1, c2] = [0, 0];
    for (let at = start; at < end; at++) {
      const c = text.charCodeAt(at);
      whole = Math.imul(whole, 31) + c;
      h3 = h2;
      h2 = h1;
      h1 = h0;
      h0 = shortHash(c2, c1, c);
      c2 = c1;
      c1 = c;
      const length = at - start + 1;
      if (length >= SHORT) this.#set(h0);
      if (length === SHORT) this.#set(h0 ^ BEGINS);
      if (length >= LONG) this.#set(longHash(h3, h0));
      if (length === LONG) this.#set(longHash(h3, h0) ^ BEGINS);
    }
    if (end === start) return;
    this.#set(whole ^ WHOLE);
    this.#set(whole ^ WHOLE_TOO);
  }

  /** False: no id matches so. */
  may(match: IdMatch, text: string): boolean {
    if (match === 'is') {
      const whole = wholeHash(text);
      return this.#has(whole ^ WHOLE) && this.#has(whole ^ WHOLE_TOO) && this.#holds(text);
    }
    if (match === 'begins' && text.length >= SHORT) {
      const length = text.length >= LONG ? LONG : SHORT;
      if (!this.#has(hashAt(text, 0, length) ^ BEGINS)) return false;
    }
    return this.#holds(text);
  }

  #holds(text: string): boolean {
    for (const length of [LONG, SHORT]) {
      for (let at = 0; at + length <= text.length; at++) if (!this.#has(hashAt(text, at, length))) return false;
    }
    return true;
  }

  #set(hash: number): void {
    const bit = mixed(hash) & this.#mask;
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  #has(hash: number): boolean {
    const bit = mixed(hash) & this.#mask;
    return ((this.#bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

const shortHash = (a: number, b: number, c: number): number => Math.imul(Math.imul(a, 0x01000193) + b, 0x01000193) + c;

const longHash = (first: number, second: number): number => Math.imul(first, 0x85ebca6b) + second;

function hashAt(text: string, at: number, length: number): number {
  const short = (from: number): number =>
    shortHash(text.charCodeAt(from), text.charCodeAt(from + 1), text.charCodeAt(from + 2));
  return length === SHORT ? short(at) : longHash(short(at), short(at + SHORT));
}

function wholeHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return hash;
}

/** Spreads a hash over all bits (the finalizer of MurmurHash3, public domain). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
