import { HEAD_BYTES } from '#shared/domain/imports/structure.ts';
import type { BlockCutter, TextBlock } from '#shared/domain/imports/text-blocks.ts';
import { collect, type FileBytes } from '#shared/domain/imports/unpack/bytes.ts';
import { UnpackFailure } from '#shared/domain/imports/unpack/problems.ts';
import { contentsOf, unpack, type Unpacked } from '#shared/domain/imports/unpack/unpack.ts';
import { fail, ok, type Problem, type Result } from '#shared/lib/result.ts';
import type { SourceFile } from './types.ts';

/** The beginning of a file's text, `HEAD_BYTES` at most. */
export interface Head {
  readonly bytes: Uint8Array;
  /** It is all there is. */
  readonly whole: boolean;
  /** Sheets of a workbook, in its order; none for another file. */
  readonly sheets: readonly string[];
  /** The sheet that was read, '' for another file. */
  readonly sheet: string;
}

/** The file could not be read to its end: it was moved, changed or taken away, or what is packed in it is damaged. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The files that a dropped one stands for: an archive's, each with its name as `entry`, else itself. */
export async function unfold(file: SourceFile): Promise<Result<readonly SourceFile[]>> {
  return caught(async () => {
    const contents = file.entry === undefined ? await contentsOf(bytesOf(file)) : null;
    if (contents === null) return [file];
    return contents.map(({ name, size }) => ({
      ...file,
      name: `${file.name} › ${name}`,
      size,
      entry: name,
      archiveBytes: file.size,
    }));
  });
}

/** Reads the beginning of a file's text and lets the rest be. `sheet`: of a workbook; '' for the first with a table in it. */
export async function readHead(file: SourceFile, sheet: string): Promise<Result<Head>> {
  return caught(async () => {
    const unpacked = await openText(file, sheet);
    const bytes = new Uint8Array(HEAD_BYTES);
    let length = 0;
    let whole = true;
    for await (const piece of unpacked.text()) {
      const part = piece.subarray(0, HEAD_BYTES - length);
      bytes.set(part, length);
      length += part.length;
      whole = part.length === piece.length;
      if (!whole) break;
    }
    return { bytes: bytes.subarray(0, length), whole, sheets: unpacked.sheets, sheet: unpacked.sheet };
  });
}

/**
 * Reads a file's text in blocks of whole rows, cut by `cutter`; `onBytes` hears how many of the file's bytes have gone into them.
 * Ends with a `ReadFailure` if the file cannot be read to its end.
 */
export async function* readBlocks(
  file: SourceFile,
  sheet: string,
  cutter: BlockCutter,
  onBytes: (bytes: number) => void,
): AsyncGenerator<TextBlock, void, undefined> {
  try {
    const unpacked = await openText(file, sheet);
    for await (const piece of unpacked.text((share) => onBytes(Math.round(share * file.size))))
      yield* cutter.push(piece);
  } catch (error) {
    throw new ReadFailure(problemOf(error));
  }
  yield* cutter.end();
}

/** The text of the sheet that was read last: a preview asks for it time and again, and making it takes seconds. */
let lastSheet:
  (Omit<Unpacked, 'text'> & { readonly file: SourceFile; readonly asked: string; readonly bytes: Uint8Array }) | null =
  null;

async function openText(file: SourceFile, sheet: string): Promise<Unpacked> {
  const last = lastSheet;
  if (last && last.file.id === file.id && last.file.entry === file.entry && [last.sheet, last.asked].includes(sheet)) {
    return { ...last, text: (onShare) => textOf(last.bytes, onShare) };
  }
  lastSheet = null;
  const unpacked = await unpack(bytesOf(file), { sheet, ...(file.entry === undefined ? {} : { entry: file.entry }) });
  if (unpacked.sheets.length === 0) return unpacked;
  const bytes = await collect(unpacked.text());
  lastSheet = { file, asked: sheet, sheets: unpacked.sheets, sheet: unpacked.sheet, bytes };
  return { ...unpacked, text: (onShare) => textOf(bytes, onShare) };
}

const PIECE_BYTES = 1 << 18;

async function* textOf(bytes: Uint8Array, onShare?: (share: number) => void): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    onShare?.(Math.min(1, (at + PIECE_BYTES) / bytes.length));
    yield bytes.subarray(at, at + PIECE_BYTES);
  }
}

/** Reading that fails is foreseen; whatever else goes wrong is a defect. */
async function caught<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const { code, message } = problemOf(error);
    return fail(code, message);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof UnpackFailure) return error.problem;
  if (error instanceof ReadFailure) return error.problem;
  throw error;
}

/** The bytes of a file that main has taken in, as they are on the disk. */
function bytesOf(file: SourceFile): FileBytes {
  const size = file.archiveBytes ?? file.size;
  return {
    size,
    async *read(from, to) {
      const stop = new AbortController();
      const whole = from === 0 && to === size;
      const address = `/intake/${encodeURIComponent(file.id)}${whole ? '' : `?from=${from}&to=${to}`}`;
      // Never from a cache: the same id is read twice, and what counts is the file as it is now.
      try {
        const response = await fetch(address, { signal: stop.signal, cache: 'no-store' });
        if (!response.ok || !response.body) throw new ReadFailure(gone(file));
        yield* response.body;
      } catch (error) {
        throw error instanceof TypeError ? new ReadFailure(gone(file)) : error;
      } finally {
        stop.abort();
      }
    },
  };
}

const gone = (file: SourceFile): Problem => ({
  code: 'file-gone',
  message: `"${file.name}" could not be read. It may have been moved, changed or deleted since it was chosen. Choose it again.`,
});
