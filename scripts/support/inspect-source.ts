import { open, stat, type FileHandle } from 'node:fs/promises';
import { HEAD_BYTES } from '#shared/domain/imports/structure.ts';
import type { FileBytes } from '#shared/domain/imports/unpack/bytes.ts';
import type { LookWish } from '#shared/domain/imports/look.ts';
import { WORKBOOK_DIALECT } from '#shared/domain/imports/unpack/sheet-text.ts';
import { UnpackFailure } from '#shared/domain/imports/unpack/problems.ts';
import { contentsOf, unpack, type Choice } from '#shared/domain/imports/unpack/unpack.ts';
import type { Result } from '#shared/lib/result.ts';

/** Why a file could not be read: the code and sentence of the report. */
export class SourceError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new SourceError(result.error.code, result.error.message);
}

/** An open file: the beginning of its text, and all of it from the start in pieces. */
export interface Source {
  readonly head: Uint8Array;
  readonly whole: boolean;
  readonly modified: number;
  /** Sheets of a workbook, none for another file, and the one that the text is of. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** To be read once at a time. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** What is known of how a file's text is written, beside the text: a sheet is written by us. */
export const wishOf = ({ sheets }: Source): LookWish => ({
  dialect: sheets.length > 0 ? WORKBOOK_DIALECT : {},
  profileId: null,
});

const PIECE_BYTES = 1 << 20;

/** Names of the files of an archive, null for any other file. Throws a SourceError. */
export const entriesOf = (file: string): Promise<readonly string[] | null> =>
  withFile(file, async (bytes) => (await contentsOf(bytes))?.map(({ name }) => name) ?? null);

/** Opens a file, or what is chosen of a packed one, hands its text to `use`, and closes it. Throws a SourceError. */
export const withSource = <T>(file: string, choice: Choice, use: (source: Source) => Promise<T>): Promise<T> =>
  withFile(file, async (bytes, modified) => {
    const unpacked = await unpack(bytes, choice);
    // A sheet takes long to make and is in memory anyway; what flows is opened anew.
    const kept = unpacked.sheets.length > 0 ? await piecesOf(unpacked.text()) : null;
    const { head, whole } = await headOf(kept ?? unpacked.text());
    return use({
      head,
      whole,
      modified,
      sheets: unpacked.sheets,
      sheet: unpacked.sheet,
      async *pieces() {
        yield* kept ?? (await unpack(bytes, choice)).text();
      },
    });
  });

async function piecesOf(text: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of text) pieces.push(piece);
  return pieces;
}

async function headOf(text: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Pick<Source, 'head' | 'whole'>> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const piece of text) {
    const part = piece.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (part.length < piece.length) return { head, whole: false };
  }
  return { head: head.subarray(0, length), whole: true };
}

async function withFile<T>(file: string, use: (bytes: FileBytes, modified: number) => Promise<T>): Promise<T> {
  const handle = await openFile(file);
  try {
    const { size, mtimeMs } = await handle.stat();
    return await use({ size, read: (from, to) => readPieces(handle, from, to) }, Math.floor(mtimeMs));
  } catch (error) {
    if (error instanceof UnpackFailure) throw new SourceError(error.problem.code, error.problem.message);
    throw error;
  } finally {
    await handle.close();
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    // Before it is opened: opening a pipe would wait for someone to write to it.
    if (!(await stat(file)).isFile()) throw new SourceError('not-a-file', 'This is a folder or a device, not a file.');
    return await open(file, 'r');
  } catch (error) {
    throw error instanceof SourceError ? error : sourceError(error, 'cannot-open', 'The file cannot be opened');
  }
}

function sourceError(error: unknown, code: string, what: string): SourceError {
  const { code: reason = 'unknown reason' } = error as NodeJS.ErrnoException;
  return reason === 'ENOENT'
    ? new SourceError('not-found', 'There is no such file.')
    : new SourceError(code, `${what} (${reason}).`);
}

async function* readPieces(handle: FileHandle, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to;) {
    const length = Math.min(PIECE_BYTES, to - at);
    const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, at).catch((error: unknown) => {
      throw sourceError(error, 'cannot-read', 'The file could not be read to its end');
    });
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
