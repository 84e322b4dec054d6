import { Inflate } from 'fflate';
import { collect, inSteps, type FileBytes } from './bytes.ts';
import { createCrc32 } from './crc32.ts';
import { STEP_BYTES } from './gzip.ts';
import { LARGEST_INSIDE, UnpackFailure } from './problems.ts';

/** A file in a zip, as its directory tells of it. */
export interface ZipEntry {
  /** Unique within the archive. Only ever shown and compared: nothing is written or opened by it. */
  readonly name: string;
  /** Bytes once unpacked: no more are ever given out. */
  readonly size: number;
  readonly packedSize: number;
  /** Where its local header begins. */
  readonly at: number;
  /** 0: stored, 8: deflate. */
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_BYTES = 30;
/** A directory of this size has tens of thousands of entries. */
const LARGEST_DIRECTORY = 4 * 1024 ** 2;
/** Files of an archive of any sort: a workbook of hundreds of sheets has fewer parts. */
const MOST_FILES = 10_000;
const ZIP64 = 0xffffffff;

/**
 * Reads what a zip holds from the directory at its end (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16), without
 * folders. Ends with an `UnpackFailure`: `damaged-archive`, `too-many-files`.
 */
export async function readDirectory(file: FileBytes): Promise<ZipEntry[]> {
  const tailFrom = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
  const tail = viewOf(await collect(file.read(tailFrom, file.size)));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw new UnpackFailure('damaged-archive');
  const length = tail.getUint32(end + 12, true);
  if (length > LARGEST_DIRECTORY) throw new UnpackFailure('too-many-files');
  // What stands right before the end is the directory, also in an archive with something before its first file.
  const directoryEnd = tailFrom + end - zip64EndBytes(tail, end);
  const from = directoryEnd - length;
  if (from < 0) throw new UnpackFailure('damaged-archive');
  const declaredFrom = tail.getUint32(end + 16, true);
  const shift = declaredFrom === ZIP64 ? 0 : from - declaredFrom;
  const directory = viewOf(await collect(file.read(from, directoryEnd)));
  const entries: ZipEntry[] = [];
  const taken = new Set<string>();
  for (let at = 0; at + 46 <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== DIRECTORY_ENTRY) throw new UnpackFailure('damaged-archive');
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw new UnpackFailure('damaged-archive');
    const path = decodeName(bytesOf(directory, at + 46, nameLength));
    if (!path.endsWith('/') && !path.endsWith('\\')) {
      if (entries.length === MOST_FILES) throw new UnpackFailure('too-many-files');
      const name = freeName(path, taken);
      taken.add(name);
      const [size, packedSize, place] = zip64Sizes(directory, at, at + 46 + nameLength, extraLength);
      entries.push({
        name,
        size,
        packedSize,
        at: place + shift,
        method: directory.getUint16(at + 10, true),
        crc: directory.getUint32(at + 16, true),
        encrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      });
    }
    at = next;
  }
  return entries;
}

/**
 * The bytes of one file in a zip. Ends with an `UnpackFailure`: `encrypted`, `unknown-packing`, `too-large-inside`,
 * `damaged-archive` (also when more or other bytes come out than the directory says).
 */
export async function* readEntry(
  file: FileBytes,
  entry: ZipEntry,
  largest = LARGEST_INSIDE,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.encrypted) throw new UnpackFailure('encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new UnpackFailure('unknown-packing');
  if (entry.size > largest) throw new UnpackFailure('too-large-inside');
  const header = viewOf(await collect(file.read(entry.at, Math.min(entry.at + LOCAL_BYTES, file.size))));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_HEADER) {
    throw new UnpackFailure('damaged-archive');
  }
  const from = entry.at + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + entry.packedSize > file.size) throw new UnpackFailure('damaged-archive');
  const packed = file.read(from, from + entry.packedSize);
  const crc = createCrc32();
  let total = 0;
  for await (const bytes of entry.method === 0 ? packed : inflate(packed)) {
    total += bytes.length;
    if (total > entry.size) throw new UnpackFailure('damaged-archive');
    crc.add(bytes);
    yield bytes;
  }
  if (total !== entry.size || crc.value !== entry.crc) throw new UnpackFailure('damaged-archive');
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflater = new Inflate((bytes) => void (bytes.length > 0 && out.push(bytes)));
  const push = (bytes: Uint8Array, last: boolean): void => {
    try {
      inflater.push(bytes, last);
    } catch {
      throw new UnpackFailure('damaged-archive');
    }
  };
  for await (const step of inSteps(packed, STEP_BYTES)) {
    push(step, false);
    yield* out;
    out = [];
  }
  push(new Uint8Array(0), true);
  yield* out;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const bytesOf = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);

/** Names are UTF-8 (flag 11) or of an old code page that nobody names: shown as windows-1252 where they are not UTF-8. */
function decodeName(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  // Control characters and those that turn the direction of writing could make a name look like another.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 2; ; n++) if (!taken.has(`${name} (${n})`)) return `${name} (${n})`;
}

/** Bytes of the second end and its locator, which an archive in Zip64 has between directory and end (4.3.14, 4.3.15). */
function zip64EndBytes(tail: DataView, end: number): number {
  const LOCATOR_BYTES = 20;
  const END64_BYTES = 56;
  const at = end - LOCATOR_BYTES - END64_BYTES;
  return at >= 0 && tail.getUint32(end - LOCATOR_BYTES, true) === 0x07064b50 && tail.getUint32(at, true) === 0x06064b50
    ? LOCATOR_BYTES + END64_BYTES
    : 0;
}

/** Size, packed size and place of an entry; those that say 0xFFFFFFFF stand in the Zip64 field, in this order (4.5.3). */
function zip64Sizes(
  directory: DataView,
  at: number,
  extraAt: number,
  extraLength: number,
): readonly [number, number, number] {
  const values: [number, number, number] = [
    directory.getUint32(at + 24, true),
    directory.getUint32(at + 20, true),
    directory.getUint32(at + 42, true),
  ];
  for (let field = extraAt; field + 4 <= extraAt + extraLength;) {
    const length = directory.getUint16(field + 2, true);
    const fieldEnd = Math.min(field + 4 + length, extraAt + extraLength);
    if (directory.getUint16(field, true) === 1) {
      let next = field + 4;
      values.forEach((value, index) => {
        if (value !== ZIP64 || next + 8 > fieldEnd) return;
        values[index] = Number(directory.getBigUint64(next, true));
        next += 8;
      });
    }
    field += 4 + length;
  }
  return values;
}
