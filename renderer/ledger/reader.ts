import { createBlockCutter } from '#shared/domain/imports/text-blocks.ts';
import type { Encoding, Recognition, Settings } from '#shared/domain/imports/types.ts';
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
    }
  /** One part has been taken in: another may come. */
  | { readonly kind: 'taken' };

export type ReaderReply =
  | { readonly kind: 'part'; readonly batches: readonly MappedBatch[]; readonly bytes: number }
  | { readonly kind: 'end'; readonly encoding: Encoding }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Parts that may wait at the ledger's door. */
const MOST_WAITING = 3;

let waiting = 0;
let taken: () => void = () => {};

const send = (reply: ReaderReply, transfer: ArrayBuffer[] = []): void => self.postMessage(reply, { transfer });

async function read(file: SourceFile, recognition: Recognition, settings: Settings): Promise<void> {
  const cutter = createBlockCutter(recognition.dialect);
  const mappers = startMappers(recognition, settings, file.size);
  const underWay: Promise<readonly MappedBatch[]>[] = [];
  let bytes = 0;
  const passOldest = async (): Promise<void> => {
    const batches = (await underWay.shift()) ?? [];
    while (waiting >= MOST_WAITING) await new Promise<void>((resolve) => (taken = resolve));
    waiting++;
    send(
      { kind: 'part', batches, bytes },
      batches.map(({ buffer }) => buffer),
    );
  };
  for await (const block of readBlocks(file, cutter, (read) => (bytes = read))) {
    underWay.push(mappers.map(block));
    if (underWay.length > mappers.width) await passOldest();
  }
  while (underWay.length > 0) await passOldest();
  send({ kind: 'end', encoding: cutter.encoding });
}

self.addEventListener('message', ({ data }: MessageEvent<ReaderRequest>) => {
  if (data.kind === 'taken') {
    waiting--;
    taken();
    return;
  }
  read(data.file, data.recognition, data.settings).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    send({ kind: error instanceof ReadFailure ? 'unreadable' : 'failed', message });
  });
});
