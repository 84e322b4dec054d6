import { createBlockCutter, createBlockMapper } from './text-blocks.ts';
import type { Batch, Corrections, Encoding, Recognition, Settings } from './types.ts';

/**
 * Reads a recognised export from its bytes, in pieces of any size: the rows, issues and skipped rows that come out, taken together,
 * do not depend on where the pieces are cut. No batch covers more than `BLOCK_ROWS` rows. Never throws for what a file may hold.
 *
 * Text in a batch may be a slice of the text it was read from and keeps all of that in memory: take a batch in, and let it go.
 */
export interface Reader {
  push(bytes: Uint8Array): Batch[];
  end(): Batch[];
  /** As recognised; a file that begins in plain ASCII may turn out to be windows-1252 further down. */
  readonly encoding: Encoding;
}

/** A reader of one file. Throws a RangeError for a zone that the runtime does not know (check with `isZone`). */
export function createReader(recognition: Recognition, settings: Settings, corrections?: Corrections): Reader {
  const cutter = createBlockCutter(recognition.dialect);
  const mapper = createBlockMapper(recognition, settings, corrections);
  return {
    push: (bytes) => cutter.push(bytes).flatMap((block) => [...mapper.map(block)]),
    end: () => [...cutter.end().flatMap((block) => [...mapper.map(block)]), ...mapper.end()],
    get encoding() {
      return cutter.encoding;
    },
  };
}
