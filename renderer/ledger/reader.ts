import { createPacker, sourceName } from '#shared/domain/imports/block-source.ts';
import { createBlockCutter, type TextBlock } from '#shared/domain/imports/text-blocks.ts';
import { needsOrder } from '#shared/domain/imports/merge-lines.ts';
import type { Corrections, Encoding, Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { Problem } from '#shared/lib/result.ts';
import type { MappedBatch } from './mapper.ts';
import { startMappers } from './mapper-pool.ts';
import { readBlocks, ReadFailure } from './source.ts';
import type { SourceFile } from './types.ts';

/*
 * A worker that reads one file: it cuts the bytes into blocks of rows, has the mappers turn them into columns, and hands
 * these on in the order of the file. It is a worker of its own because what it throws away by the megabyte is cleared
 * sooner in a small heap than in the ledger's large one.
 */

export type ReaderRequest =
  | {
      readonly kind: 'start';
      readonly file: SourceFile;
      readonly recognition: Recognition;
      readonly settings: Settings;
      readonly corrections: Corrections;
      /** Sources of blocks (block-source.ts) that need not be mapped: the ledger has their columns. */
      readonly stored: ReadonlySet<string>;
    }
  /** One part has been taken in: another may come. */
  | { readonly kind: 'taken' };

type Start = Extract<ReaderRequest, { kind: 'start' }>;

export type ReaderReply =
  | ({ readonly kind: 'part'; readonly bytes: number } & Part)
  | { readonly kind: 'end'; readonly encoding: Encoding }
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly message: string };

/** A block of the file, mapped. No batches: the ledger has it under the name of its source. */
export interface Part {
  readonly source: string;
  readonly batches: readonly MappedBatch[] | null;
}

/** Parts that may wait at the ledger's door. */
const MOST_WAITING = 3;

let waiting = 0;
let taken: () => void = () => {};

const send = (reply: ReaderReply, transfer: ArrayBuffer[] = []): void => self.postMessage(reply, { transfer });

async function read({ file, recognition, settings, corrections, stored }: Start): Promise<void> {
  const cutter = createBlockCutter(recognition.dialect);
  const mappers = startMappers(recognition, settings, corrections, file.size);
  // Where rows depend on others of the file, or on what was put right by hand, a block's text does not say all of its columns.
  const unnamed = needsOrder(recognition) || corrections.size > 0;
  const packed = createPacker(recognition, settings);
  const underWay: Promise<Part>[] = [];
  let bytes = 0;
  const passOldest = async (): Promise<void> => {
    const part = await (underWay.shift() as Promise<Part>);
    while (waiting >= MOST_WAITING) await new Promise<void>((resolve) => (taken = resolve));
    waiting++;
    send(
      { kind: 'part', bytes, ...part },
      part.batches?.map(({ buffer }) => buffer),
    );
  };
  const partOf = async (block: TextBlock): Promise<Part> => {
    const bytes = packed(block);
    const source = unnamed ? '' : await sourceName(bytes);
    return { source, batches: source !== '' && stored.has(source) ? null : await mappers.map(bytes) };
  };
  for await (const block of readBlocks(file, recognition.dialect.sheet, cutter, (read) => (bytes = read))) {
    underWay.push(partOf(block));
    if (underWay.length > mappers.width) await passOldest();
  }
  underWay.push(mappers.end().then((batches) => ({ source: '', batches })));
  while (underWay.length > 0) await passOldest();
  send({ kind: 'end', encoding: cutter.encoding });
}

self.addEventListener('message', ({ data }: MessageEvent<ReaderRequest>) => {
  if (data.kind === 'taken') {
    waiting--;
    taken();
    return;
  }
  read(data).catch((error: unknown) => {
    if (error instanceof ReadFailure) send({ kind: 'unreadable', problem: error.problem });
    else send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
