import { BLOCK_ROWS } from '../ledger/draft.ts';
import { createMapper } from './map-rows.ts';
import { createRowReader, type Rows } from './row-reader.ts';
import type { Batch, Encoding, Recognition, Settings, SkippedRow } from './types.ts';

/**
 * Reads a recognised export from its bytes, in pieces of any size: what comes out does not depend on where they are cut.
 * Every batch but the last covers `BLOCK_ROWS` rows of the file; it may hold fewer drafts. Never throws for what a file may hold.
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
export function createReader(recognition: Recognition, settings: Settings): Reader {
  const rowReader = createRowReader(recognition.dialect);
  const map = createMapper(recognition, settings);
  const { headerLine } = recognition.dialect;
  let skipped: SkippedRow[] = [];
  let pending = emptyRows();
  let inPreamble = true;

  const mapPending = (): Batch => {
    const batch = map(pending);
    pending = emptyRows();
    if (skipped.length === 0) return batch;
    const all = { ...batch, skipped: [...skipped, ...batch.skipped] };
    skipped = [];
    return all;
  };

  const take = (rows: Rows): Batch[] => {
    const batches: Batch[] = [];
    let from = 0;
    while (inPreamble && from < rows.cells.length) {
      const line = rows.lines[from] ?? 0;
      if (line >= headerLine) inPreamble = false;
      if (line < headerLine) skipped.push({ line, reason: 'before the header' });
      from++;
    }
    while (from < rows.cells.length) {
      const to = Math.min(rows.cells.length, from + BLOCK_ROWS - pending.cells.length);
      append(pending, rows, from, to);
      from = to;
      if (pending.cells.length === BLOCK_ROWS) batches.push(mapPending());
    }
    return batches;
  };

  return {
    push: (bytes) => take(rowReader.push(bytes)),
    end: () => {
      const batches = take(rowReader.end());
      if (pending.cells.length > 0 || skipped.length > 0) batches.push(mapPending());
      return batches;
    },
    get encoding() {
      return rowReader.encoding;
    },
  };
}

interface PendingRows extends Rows {
  readonly broken: Set<number>;
}

const emptyRows = (): PendingRows => ({ cells: [], lines: [], broken: new Set<number>() });

function append(pending: PendingRows, rows: Rows, from: number, to: number): void {
  const shift = pending.cells.length - from;
  for (let i = from; i < to; i++) {
    pending.cells.push(rows.cells[i] ?? []);
    pending.lines.push(rows.lines[i] ?? 0);
  }
  for (const row of rows.broken) if (row >= from && row < to) pending.broken.add(row + shift);
}
