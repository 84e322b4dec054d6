import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { HEAD_BYTES } from '#shared/domain/imports/structure.ts';
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

/** An open file: its beginning, and all of its bytes from the start in pieces. A piece is valid until the next is asked for. */
export interface Source {
  readonly head: Uint8Array;
  readonly whole: boolean;
  readonly modified: number;
  pieces(): Iterable<Uint8Array>;
}

const PIECE_BYTES = 1 << 20;
const piece = new Uint8Array(PIECE_BYTES);

/** Opens a file, hands it to `use`, and closes it when all that `use` yields has been taken. Never holds more than a piece of it. */
export function* withSource<T>(file: string, use: (source: Source) => Iterable<T>): Generator<T> {
  const open = openFile(file);
  try {
    const { size, mtimeMs } = fstatSync(open);
    const head = new Uint8Array(Math.min(HEAD_BYTES, size));
    const got = readFully(open, head, 0);
    yield* use({
      head: head.subarray(0, got),
      whole: got === size,
      modified: Math.floor(mtimeMs),
      *pieces() {
        let at = 0;
        for (let n = readFully(open, piece, 0); n > 0; n = readFully(open, piece, at)) {
          at += n;
          yield piece.subarray(0, n);
        }
      },
    });
  } finally {
    closeSync(open);
  }
}

function openFile(file: string): number {
  try {
    // Before it is opened: opening a pipe would wait for someone to write to it.
    if (!statSync(file).isFile()) throw new SourceError('not-a-file', 'This is a folder or a device, not a file.');
    return openSync(file, 'r');
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

/** Fills `into` from `at` on as far as the file goes; the number of bytes read. */
function readFully(open: number, into: Uint8Array, at: number): number {
  let filled = 0;
  while (filled < into.length) {
    const n = readSome(open, into.subarray(filled), at + filled);
    if (n === 0) break;
    filled += n;
  }
  return filled;
}

function readSome(open: number, into: Uint8Array, at: number): number {
  try {
    return readSync(open, into, 0, into.length, at);
  } catch (error) {
    throw sourceError(error, 'cannot-read', 'The file could not be read to its end');
  }
}
