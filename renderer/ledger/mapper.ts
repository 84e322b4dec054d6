import { createBlockMapper, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Batch, Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { Columns } from '#shared/domain/ledger/columns.ts';
import { BLOCK_ROWS } from '#shared/domain/ledger/draft.ts';
import { Encoder } from '#shared/domain/ledger/encode.ts';
import { pack } from './pack.ts';

/*
 * A worker that maps: text of whole rows in, encoded columns out. Several of them share a file, block by block, so that
 * reading takes as many cores as there are; the reader cuts the file and keeps the order.
 */

export type MapperRequest =
  | { readonly kind: 'start'; readonly recognition: Recognition; readonly settings: Settings }
  | { readonly kind: 'map'; readonly block: TextBlock };

/** A batch of a block, its draft encoded. */
export interface MappedBatch {
  readonly rows: number;
  readonly columns: Columns;
  /** All arrays of `columns` are views of it. */
  readonly buffer: ArrayBuffer;
  readonly issues: readonly RowIssue[];
  readonly rejectedRows: number;
  readonly skipped: readonly SkippedRow[];
}

export type MapperReply =
  | { readonly kind: 'mapped'; readonly batches: readonly MappedBatch[] }
  | { readonly kind: 'failed'; readonly message: string };

let map: ((block: TextBlock) => MappedBatch[]) | null = null;

function start(recognition: Recognition, settings: Settings): void {
  const mapBlock = createBlockMapper(recognition, settings);
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
        rejectedRows: parts.reduce((sum, { rejectedRows }) => sum + rejectedRows, 0),
        skipped: parts.flatMap(({ skipped }) => skipped),
      });
      parts = [];
    };
    for (const { draft, ...rest } of mapBlock(block)) {
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
    if (data.kind === 'start') return start(data.recognition, data.settings);
    const batches = map?.(data.block) ?? [];
    const reply: MapperReply = { kind: 'mapped', batches };
    self.postMessage(reply, { transfer: batches.map(({ buffer }) => buffer) });
  } catch (error) {
    const reply: MapperReply = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    self.postMessage(reply);
  }
});
