import { unpackBlock, type PackedBlock } from '#shared/domain/imports/block-source.ts';
import { createBlockMapper } from '#shared/domain/imports/text-blocks.ts';
import type { Batch, Corrections, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { Columns } from '#shared/domain/ledger/columns.ts';
import { BLOCK_ROWS } from '#shared/domain/ledger/draft.ts';
import { Encoder } from '#shared/domain/ledger/encode.ts';
import { pack } from './pack.ts';

/*
 * A worker that maps: text of whole rows in, encoded columns out. Several of them share a file, block by block, so that
 * reading takes as many cores as there are; the reader cuts the file and keeps the order.
 */

export type MapperRequest =
  | {
      readonly kind: 'start';
      readonly recognition: Recognition;
      readonly settings: Settings;
      readonly corrections: Corrections;
    }
  | { readonly kind: 'map'; readonly block: PackedBlock }
  /** There are no more blocks: what had to wait for the end of the file. */
  | { readonly kind: 'end' };

/** A batch of a block, its draft encoded. */
export interface MappedBatch {
  readonly rows: number;
  readonly columns: Columns;
  /** All arrays of `columns` are views of it. */
  readonly buffer: ArrayBuffer;
  readonly mergedRows: number;
  readonly issues: readonly RowIssue[];
  readonly rejectedRows: number;
  readonly skipped: readonly SkippedRow[];
}

export type MapperReply =
  | { readonly kind: 'mapped'; readonly batches: readonly MappedBatch[] }
  | { readonly kind: 'failed'; readonly message: string };

let map: ((block: PackedBlock | null) => MappedBatch[]) | null = null;

function start(recognition: Recognition, settings: Settings, corrections: Corrections): void {
  const mapper = createBlockMapper(recognition, settings, corrections);
  const encoder = new Encoder();
  map = (block) => {
    const batches: MappedBatch[] = [];
    let parts: Omit<Batch, 'draft'>[] = [];
    const close = (): void => {
      if (parts.length === 0) return;
      batches.push({
        rows: encoder.rows,
        ...pack(encoder.finish()),
        issues: parts.flatMap(({ issues }) => issues),
        mergedRows: parts.reduce((sum, { mergedRows }) => sum + mergedRows, 0),
        rejectedRows: parts.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
        skipped: parts.flatMap(({ skipped }) => skipped),
      });
      parts = [];
    };
    for (const { draft, ...rest } of block ? mapper.map(unpackBlock(block)) : mapper.end()) {
      // Rows that run over several lines can be more in a block than a segment may hold.
      if (encoder.rows + draft.rows > BLOCK_ROWS) close();
      encoder.add(draft);
      parts.push(rest);
    }
    close();
    return batches;
  };
}

self.addEventListener('message', ({ data }: MessageEvent<MapperRequest>) => {
  try {
    if (data.kind === 'start') return start(data.recognition, data.settings, data.corrections);
    const batches = map?.(data.kind === 'map' ? data.block : null) ?? [];
    const reply: MapperReply = { kind: 'mapped', batches };
    self.postMessage(reply, { transfer: batches.map(({ buffer }) => buffer) });
  } catch (error) {
    const reply: MapperReply = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    self.postMessage(reply);
  }
});
