import { randomUUID } from 'node:crypto';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Stats } from 'node:fs';
import type { Intake, IntakeEntry, IntakePurpose } from '#shared/ipc/contract.ts';
import { bytesText } from './bytes-text.ts';
import { notReadable, SNIFF_BYTES } from './sniff.ts';

/** The largest file that is taken: a few million rows. */
export const LARGEST_BYTES = 1024 ** 3;
/** The largest file that is kept with the facts. */
export const LARGEST_KEPT_BYTES = 200_000_000;
const CHUNK_BYTES = 256 * 1024;
/** The most files that a folder is taken with: more are no month's exports, but somebody's whole disk. */
export const MOST_IN_FOLDER = 200;

export interface Intakes {
  /**
   * Looks at each path and hands out an opaque id for every file that may be an export (of purpose `library`: for every file of
   * any kind that is not too large to keep); a folder stands for the files that lie in it, in the order of their names, without
   * hidden ones and without folders in it. Never throws.
   */
  take(paths: readonly string[], purpose?: IntakePurpose): Promise<IntakeEntry[]>;
  /** Name and size (bytes) of what an id stands for; null for an id that was never given. */
  find(id: string): { readonly name: string; readonly size: number } | null;
  /** Hands out an id for a text of the program's own, as if it were a file of that name and age. */
  hold(name: string, text: string, modifiedMs: number): Intake;
  /** The id stops working. */
  release(id: string): void;
  /**
   * The bytes of an intake, or those of `span`, as an answer to `GET /intake/<id>`: 404 for an id that was never given, 410
   * when the file is gone, 409 when it is no longer what it was, 416 for a span that is not in it. A file that changes while
   * it is being read ends the stream with an error.
   */
  serve(id: string, span?: Span): Promise<Response>;
}

/** Bytes of a file from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Known {
  readonly kind: 'file';
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** As exact as the file system has it. */
  readonly mtimeMs: number;
}

interface Held {
  readonly kind: 'held';
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The program's memory of the files it may read. The page knows their ids and never their paths. */
export function createIntakes(): Intakes {
  const known = new Map<string, Known | Held>();

  async function takeOne(path: string, purpose: IntakePurpose): Promise<IntakeEntry> {
    const name = path === '' ? 'Dropped item' : basename(path);
    const looked = await look(path, name, purpose);
    if ('refused' in looked) return { name, refused: looked.refused };
    const { size, mtimeMs } = looked;
    const id = randomUUID();
    known.set(id, { kind: 'file', name, path, size, mtimeMs });
    return { id, name, size, modifiedMs: Math.floor(mtimeMs) };
  }

  async function takeAll(path: string, purpose: IntakePurpose): Promise<IntakeEntry[]> {
    const inside = await filesIn(path);
    return inside === null ? [await takeOne(path, purpose)] : Promise.all(inside.map((each) => takeOne(each, purpose)));
  }

  return {
    take: async (paths, purpose = 'import') => (await Promise.all(paths.map((path) => takeAll(path, purpose)))).flat(),
    find(id) {
      const found = known.get(id);
      return found ? { name: found.name, size: found.kind === 'held' ? found.bytes.length : found.size } : null;
    },
    hold(name, text, modifiedMs) {
      const id = randomUUID();
      const bytes = new TextEncoder().encode(text);
      known.set(id, { kind: 'held', name, bytes });
      return { id, name, size: bytes.length, modifiedMs };
    },
    release: (id) => void known.delete(id),
    async serve(id, span) {
      const found = known.get(id);
      if (!found) return new Response('There is no such file.', { status: 404 });
      const size = found.kind === 'held' ? found.bytes.length : found.size;
      const { from, to } = span ?? { from: 0, to: size };
      if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to && to <= size)) {
        return new Response('The file does not reach that far.', { status: 416 });
      }
      const headers = { 'content-type': 'application/octet-stream', 'content-length': String(to - from) };
      if (found.kind === 'held') return new Response(found.bytes.subarray(from, to), { headers });
      let file: FileHandle;
      try {
        file = await open(found.path, 'r');
      } catch {
        return new Response('The file is gone.', { status: 410 });
      }
      if (!isStill(found, await file.stat())) {
        await file.close();
        return new Response('The file has changed.', { status: 409 });
      }
      return new Response(bytesOf(file, found, { from, to }), { headers });
    },
  };
}

const isStill = (known: Known, now: Stats): boolean =>
  now.isFile() && now.size === known.size && now.mtimeMs === known.mtimeMs;

/** Paths of the files that a folder is taken with; null for what is no folder, or none that is taken. */
async function filesIn(path: string): Promise<readonly string[] | null> {
  if (path === '') return null;
  try {
    const inside = await readdir(path, { withFileTypes: true });
    const names = inside.filter((each) => !each.isDirectory() && !each.name.startsWith('.')).map((each) => each.name);
    if (names.length === 0 || names.length > MOST_IN_FOLDER) return null;
    return names.sort(BY_NAME.compare).map((name) => join(path, name));
  } catch {
    return null;
  }
}

/** As file managers sort: "June 9" before "June 10". */
const BY_NAME = new Intl.Collator('en', { numeric: true });

async function look(path: string, name: string, purpose: IntakePurpose): Promise<Stats | { readonly refused: string }> {
  if (path === '') {
    return { refused: 'This is not a file on this computer. Save it to a folder first, then drop it from there.' };
  }
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      return {
        refused: `“${name}” is a folder with no files, or with more than ${MOST_IN_FOLDER}. Open it and drop the files inside.`,
      };
    }
    if (!stats.isFile()) return { refused: `“${name}” is not a file that can be read.` };
    if (purpose === 'library') return unkept(name, stats.size) ?? stats;
    if (stats.size === 0) return { refused: `“${name}” is empty. Download it again from the network.` };
    if (stats.size > LARGEST_BYTES) {
      return {
        refused:
          `“${name}” is ${bytesText(stats.size)}, and ${bytesText(LARGEST_BYTES)} is the most that can be read at once. ` +
          'Export a shorter period, in several files.',
      };
    }
    const kind = notReadable(name, await beginning(path));
    return kind === null ? stats : { refused: `“${name}” ${kind}` };
  } catch (error) {
    return { refused: unreadable(name, (error as NodeJS.ErrnoException).code) };
  }
}

function unkept(name: string, size: number): { readonly refused: string } | null {
  if (size === 0) return { refused: `“${name}” is empty: there is nothing in it to keep.` };
  return size > LARGEST_KEPT_BYTES ? { refused: tooLarge(name, size) } : null;
}

/** Why a file is not kept. */
export const tooLarge = (name: string, size: number): string =>
  `“${name}” is ${bytesText(size)}, and ${bytesText(LARGEST_KEPT_BYTES)} is the most that is kept here. Keep a link to it instead.`;

function unreadable(name: string, code: string | undefined): string {
  if (code === 'ENOENT') return `“${name}” is no longer where it was. Look for it and drop it again.`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `“${name}” may not be read: this computer does not let you. Copy it to a folder of your own and try that.`;
  }
  return `“${name}” could not be read. If it lies on a network drive or in a cloud folder, copy it here first.`;
}

async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** One chunk per pull: the file is read as fast as the page takes it, and no faster. */
function bytesOf(file: FileHandle, known: Known, { from, to }: Span): ReadableStream<Uint8Array> {
  let position = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const length = Math.min(CHUNK_BYTES, to - position);
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
        position += bytesRead;
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        if (position !== to || !isStill(known, await file.stat())) throw new Error('The file has changed.');
        await file.close();
        controller.close();
      } catch (error) {
        await file.close().catch(() => undefined);
        controller.error(error);
      }
    },
    cancel: () => file.close(),
  });
}
