import type { PackedBlock } from '#shared/domain/imports/block-source.ts';
import { needsOrder } from '#shared/domain/imports/merge-lines.ts';
import type { Corrections, Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { MappedBatch, MapperReply, MapperRequest } from './mapper.ts';

/** A file shorter than this per mapper is read sooner than another mapper starts. */
const BYTES_PER_MAPPER = 4 * 1024 * 1024;
const MOST_MAPPERS = 4;

/** Several mapping workers for one file. They end with the worker that started them. */
export interface MapperPool {
  /** Hands a block to the next mapper, its buffer for good; answers come in the order of the calls if they are awaited in it. */
  map(block: PackedBlock): Promise<readonly MappedBatch[]>;
  /** After the last block: what had to wait for the end of the file. */
  end(): Promise<readonly MappedBatch[]>;
  /** Blocks worth having under way at once: each mapper works on one, and another waits for the first that is done. */
  readonly width: number;
}

/**
 * Starts as many mappers as pay for a file of `bytes`: two on two cores, for the reader only cuts and the ledger only plans. One,
 * where rows need to know of each other.
 */
export function startMappers(
  recognition: Recognition,
  settings: Settings,
  corrections: Corrections,
  bytes: number,
): MapperPool {
  const cores = Math.min(MOST_MAPPERS, Math.max(2, navigator.hardwareConcurrency - 1));
  const most = needsOrder(recognition) ? 1 : cores;
  const count = Math.max(1, Math.min(most, Math.ceil(bytes / BYTES_PER_MAPPER)));
  const mappers = Array.from({ length: count }, () => new Mapper(recognition, settings, corrections));
  let next = 0;
  return {
    map: (block) => (mappers[next++ % count] as Mapper).map(block),
    end: () => (needsOrder(recognition) ? (mappers[0] as Mapper).end() : Promise.resolve([])),
    width: count + 1,
  };
}

interface Waiting {
  readonly resolve: (batches: readonly MappedBatch[]) => void;
  readonly reject: (error: Error) => void;
}

/** One worker; it answers in the order it is asked. */
class Mapper {
  readonly #worker = new Worker(new URL('./mapper.ts', import.meta.url), { type: 'module', name: 'mapper' });
  readonly #waiting: Waiting[] = [];
  /** Why it can do no more: a worker may stop before it is first asked. */
  #stopped: Error | null = null;

  constructor(recognition: Recognition, settings: Settings, corrections: Corrections) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<MapperReply>) => {
      const waiting = this.#waiting.shift();
      if (data.kind === 'mapped') waiting?.resolve(data.batches);
      else waiting?.reject(new Error(data.message));
    });
    this.#worker.addEventListener('error', (event) => {
      const stopped = new Error(`A mapper stopped: ${event.message || 'it could not be started'}`);
      this.#stopped = stopped;
      for (const waiting of this.#waiting.splice(0)) waiting.reject(stopped);
    });
    this.#send({ kind: 'start', recognition, settings, corrections });
  }

  map(block: PackedBlock): Promise<readonly MappedBatch[]> {
    return this.#ask({ kind: 'map', block }, [block.bytes.buffer]);
  }

  end(): Promise<readonly MappedBatch[]> {
    return this.#ask({ kind: 'end' });
  }

  #ask(request: MapperRequest, transfer: ArrayBuffer[] = []): Promise<readonly MappedBatch[]> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#send(request, transfer);
    });
  }

  #send(request: MapperRequest, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(request, { transfer });
  }
}
