import { isVcard, vcardCsv } from '../vcard.ts';
import { collect, fileOf, peek, type FileBytes } from './bytes.ts';
import { gunzip } from './gzip.ts';
import { KIND_BYTES, kindOf } from './kind.ts';
import { LARGEST_INSIDE, UnpackFailure } from './problems.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { readDirectory, readEntry, type ZipEntry } from './zip.ts';

/** Which of the tables of a packed file is meant. */
export interface Choice {
  /** Name of a file in an archive (`contentsOf`). */
  readonly entry?: string;
  /** Name of a sheet; one that is not there, or '', means the first with a table in it. */
  readonly sheet?: string;
}

/** A file's text, whatever it was packed in. */
export interface Unpacked {
  /** Sheets of a workbook in its order; none for any other file. */
  readonly sheets: readonly string[];
  /** The sheet that the text is of, '' for any other file. */
  readonly sheet: string;
  /**
   * The text's bytes, in pieces. To be read once. `onShare` hears how much of the file has gone into them (0 to 1).
   * Ends with an `UnpackFailure` if the rest of the file turns out to be damaged or too large.
   */
  text(onShare?: (share: number) => void): AsyncIterable<Uint8Array>;
}

/** A file in an archive. */
export interface ArchiveEntry {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** Files of an archive that are offered, and their bytes together. */
export const MOST_ENTRIES = 200;
const LARGEST_TOGETHER = 2 * LARGEST_INSIDE;
/** The largest workbook, as it is packed, that is held in memory out of another file. */
const LARGEST_PACKED_WORKBOOK = 128 * 1024 ** 2;

/**
 * The files of a zip archive that could be exports, null for any other file. Folders, hidden files and what macOS adds are
 * left out. Ends with an `UnpackFailure`: `damaged-archive`, `encrypted`, `nothing-inside`, `too-many-files`, `too-large-inside`.
 */
export async function contentsOf(file: FileBytes): Promise<readonly ArchiveEntry[] | null> {
  const head = await collect(file.read(0, Math.min(KIND_BYTES, file.size)));
  if (kindOf(head) !== 'zip') return null;
  const entries = await readDirectory(file);
  // A workbook whose parts come in an order of their own.
  if (isWorkbook(entries)) return null;
  return offered(entries).map(({ name, size }) => ({ name, size }));
}

function offered(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const files = entries.filter(({ name, size }) => size > 0 && !isHidden(name));
  if (files.length === 0) throw new UnpackFailure('nothing-inside');
  if (files.length > MOST_ENTRIES) throw new UnpackFailure('too-many-files');
  if (files.some(({ encrypted }) => encrypted)) throw new UnpackFailure('encrypted');
  if (files.reduce((sum, { size }) => sum + size, 0) > LARGEST_TOGETHER) throw new UnpackFailure('too-large-inside');
  return files;
}

const isHidden = (path: string): boolean =>
  path.split(/[/\\]/).some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');

const isWorkbook = (entries: readonly ZipEntry[]): boolean => entries.some(({ name }) => name === 'xl/workbook.xml');

/**
 * The text of a file: as it is, out of gzip, out of an archive (`choice.entry`), or a workbook's sheet, also where the
 * workbook or the gzip file is itself in an archive. What a file is, its bytes say. Bytes that are no text come through as they are.
 * Ends with an `UnpackFailure`.
 */
export async function unpack(file: FileBytes, choice: Choice = {}): Promise<Unpacked> {
  const { head, all } = await peek(file.read(0, file.size), KIND_BYTES);
  switch (kindOf(head)) {
    case 'plain':
      return isVcard(head) ? cards(all) : plain(all, file.size);
    case 'gzip':
      return inner(file.size, choice, (onPacked) => gunzip(counted(all, onPacked)));
    case 'workbook':
      await all.return(undefined);
      return sheetOf(await openWorkbook(file, choice.sheet ?? ''));
    case 'zip':
      await all.return(undefined);
      return fromArchive(file, choice);
  }
}

async function fromArchive(file: FileBytes, choice: Choice): Promise<Unpacked> {
  const entries = await readDirectory(file);
  if (isWorkbook(entries)) return sheetOf(await openWorkbook(file, choice.sheet ?? ''));
  const entry = offered(entries).find(({ name }) => name === choice.entry);
  if (!entry) throw new UnpackFailure('no-such-entry');
  return inner(entry.size, choice, (onPacked) => counted(readEntry(file, entry), onPacked));
}

/** What came out of one packing: text, or a workbook or gzip file that is opened in turn. An archive in another is refused. */
async function inner(
  size: number,
  choice: Choice,
  open: (onBytes: (bytes: number) => void) => AsyncIterable<Uint8Array>,
  mayBePacked = true,
): Promise<Unpacked> {
  let tell: (share: number) => void = () => {};
  const stream = open((bytes) => tell(size === 0 ? 1 : Math.min(1, bytes / size)));
  const { head, all } = await peek(stream, KIND_BYTES);
  const kind = kindOf(head);
  if (kind === 'workbook' && mayBePacked) {
    return sheetOf(
      await openWorkbook(fileOf(await collect(limited(all, LARGEST_PACKED_WORKBOOK))), choice.sheet ?? ''),
    );
  }
  if (kind === 'gzip' && mayBePacked) {
    return inner(size, choice, (onBytes) => gunzip(counted(all, onBytes)), false);
  }
  if (kind !== 'plain') {
    await all.return(undefined);
    throw new UnpackFailure('nested-archive');
  }
  if (isVcard(head)) return cards(all);
  return {
    sheets: [],
    sheet: '',
    text: (onShare) => {
      if (onShare) tell = onShare;
      return all;
    },
  };
}

/** An address book, as the table that is made of its cards. Read as a whole: such files are small. */
const cards = (all: AsyncIterable<Uint8Array>): Unpacked => ({
  sheets: [],
  sheet: '',
  async *text(onShare) {
    const bytes = vcardCsv(await collect(limited(all, LARGEST_CARDS)));
    onShare?.(1);
    yield bytes;
  },
});

const LARGEST_CARDS = 64 * 1024 ** 2;

const plain = (all: AsyncIterable<Uint8Array>, size: number): Unpacked => ({
  sheets: [],
  sheet: '',
  text: (onShare) => (onShare ? counted(all, (bytes) => onShare(size === 0 ? 1 : Math.min(1, bytes / size))) : all),
});

const sheetOf = ({ sheets, sheet, text }: Workbook): Unpacked => ({
  sheets,
  sheet,
  text: (onShare) => asAsync(text(onShare)),
});

/** Passes the pieces on and tells how many bytes have passed. */
async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    onBytes((bytes += piece.length));
    yield piece;
  }
}

async function* limited(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new UnpackFailure('too-large-inside');
    yield piece;
  }
}

async function* asAsync(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}
