import { createBlockMapper, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import type { Recognition, RowIssue, Settings, SkippedRow } from '#shared/domain/imports/types.ts';
import type { Columns } from '#shared/domain/ledger/columns.ts';
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
  map = (block) =>
    mapBlock(block).map(({ draft, issues, rejectedRows, skipped }) => ({
      rows: draft.rows,
      ...pack(encoder.encode(draft)),
      issues,
      rejectedRows,
      skipped,
    }));
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
