import { HEAD_BYTES } from '#shared/domain/imports/detect.ts';
import type { BlockCutter, TextBlock } from '#shared/domain/imports/text-blocks.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import type { SourceFile } from './types.ts';

/** The beginning of a file, `HEAD_BYTES` at most. */
export interface Head {
  readonly bytes: Uint8Array;
  /** It is all there is. */
  readonly whole: boolean;
}

/** Reads the beginning of a file and lets the rest be. */
export async function readHead(file: SourceFile): Promise<Result<Head>> {
  const stop = new AbortController();
  const stream = await openStream(file, stop.signal);
  if (!stream.ok) return stream;
  const bytes = new Uint8Array(HEAD_BYTES);
  let length = 0;
  try {
    for await (const chunk of stream.value) {
      const part = chunk.subarray(0, HEAD_BYTES - length);
      bytes.set(part, length);
      length += part.length;
      if (length === HEAD_BYTES) break;
    }
  } catch {
    return unreadable(file);
  } finally {
    stop.abort();
  }
  return ok({ bytes: bytes.subarray(0, length), whole: length < HEAD_BYTES || file.size <= HEAD_BYTES });
}

/**
 * Reads a file in blocks of whole rows, cut by `cutter`; `onBytes` hears how many bytes have been read. Ends with a `ReadFailure` if the file
 * cannot be read to its end.
 */
export async function* readBlocks(
  file: SourceFile,
  cutter: BlockCutter,
  onBytes: (bytes: number) => void,
): AsyncGenerator<TextBlock, void, undefined> {
  const stream = await openStream(file);
  if (!stream.ok) throw new ReadFailure(stream.error.message);
  const reader = stream.value.getReader();
  for (let read = 0; ;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ReadFailure(unreadable(file).error.message);
    });
    if (done) break;
    onBytes((read += value.length));
    yield* cutter.push(value);
  }
  yield* cutter.end();
}

/** The file could not be read to its end: it was moved, changed or taken away. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
}

async function openStream(file: SourceFile, signal?: AbortSignal): Promise<Result<ReadableStream<Uint8Array>>> {
  try {
    // Never from a cache: the same id is read twice, and what counts is the file as it is now.
    const response = await fetch(`/intake/${encodeURIComponent(file.id)}`, {
      signal: signal ?? null,
      cache: 'no-store',
    });
    return response.ok && response.body ? ok(response.body) : unreadable(file);
  } catch (error) {
    if (error instanceof TypeError) return unreadable(file);
    throw error;
  }
}

const unreadable = (file: SourceFile) =>
  fail(
    'file-gone',
    `"${file.name}" could not be read. It may have been moved, changed or deleted since it was chosen. Choose it again.`,
  );
