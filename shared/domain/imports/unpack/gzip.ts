import { Gunzip } from 'fflate';
import { inSteps } from './bytes.ts';
import { createCrc32 } from './crc32.ts';
import { LARGEST_INSIDE, UnpackFailure } from './problems.ts';

/** Packed bytes that are inflated at a time: deflate makes at most 1,032 of one, and all of them are in memory at once. */
export const STEP_BYTES = 16_384;

/** Check sum and length at the end of every member (RFC 1952 section 2.3.1). */
const TRAILER_BYTES = 8;

/** More than a trailer and the header after it, so that the one is still here when the other has come whole. */
const KEPT_BYTES = 4096;

/**
 * Inflates a gzip file of one or several members, checking each against its own sum. Ends with an `UnpackFailure`:
 * `damaged-archive`, `too-large-inside`.
 */
export async function* gunzip(
  pieces: AsyncIterable<Uint8Array>,
  largest = LARGEST_INSIDE,
): AsyncGenerator<Uint8Array, void, undefined> {
  let out: Uint8Array[] = [];
  let total = 0;
  let crc = createCrc32();
  let member = 0;
  /** The packed bytes of this step and some before them, and where they begin in the file. */
  let recent = new Uint8Array(0);
  let recentFrom = 0;

  const inflater = new Gunzip((bytes) => {
    crc.add(bytes);
    member += bytes.length;
    total += bytes.length;
    if (bytes.length > 0) out.push(bytes);
  });
  const closeMember = (end: number): void => {
    const at = end - recentFrom - TRAILER_BYTES;
    if (at < 0 || end - recentFrom > recent.length) throw new UnpackFailure('damaged-archive');
    const trailer = new DataView(recent.buffer, recent.byteOffset + at, TRAILER_BYTES);
    if (trailer.getUint32(0, true) !== crc.value || trailer.getUint32(4, true) !== member % 2 ** 32) {
      throw new UnpackFailure('damaged-archive');
    }
    crc = createCrc32();
    member = 0;
  };
  inflater.onmember = closeMember;

  const push = (bytes: Uint8Array, last: boolean): void => {
    const tail = recent.subarray(-KEPT_BYTES);
    recentFrom += recent.length - tail.length;
    recent = new Uint8Array(tail.length + bytes.length);
    recent.set(tail);
    recent.set(bytes, tail.length);
    try {
      inflater.push(bytes, last);
    } catch (error) {
      throw error instanceof UnpackFailure ? error : new UnpackFailure('damaged-archive');
    }
    if (total > largest) throw new UnpackFailure('too-large-inside');
  };

  for await (const step of inSteps(pieces, STEP_BYTES)) {
    push(step, false);
    yield* out;
    out = [];
  }
  push(new Uint8Array(0), true);
  yield* out;
  closeMember(recentFrom + recent.length);
}
