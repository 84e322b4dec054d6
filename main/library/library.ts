import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { StoredFile } from '#shared/domain/affiliates/activity.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { LARGEST_KEPT_BYTES, tooLarge, type Intakes } from '#main/files/intake.ts';
import type { Space } from '#main/files/space.ts';
import { DISK, writeAtomic, type WriteSteps } from '#main/files/write-atomic.ts';
import { mediaType, servedType, TYPE_BYTES } from './media-type.ts';

/** How long a file stays that nothing names any more: undoing what took it away finds it. ms */
export const UNNAMED_MS = 30 * 24 * 60 * 60 * 1000;
/** A copy that was cut short is nothing's file; a day is longer than any copy takes. ms */
const DRAFT_MS = 24 * 60 * 60 * 1000;

const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DRAFT = /^\.[0-9a-f-]{36}\.tmp$/;

/** Files that are kept with the facts: each under its id alone, its name stays with whoever names it. */
export interface Library {
  /** Copies an intake into the folder, whole or not at all. Errors: `file-gone`, `too-large`, `disk-full`, `disk-unknown`, `not-kept`. */
  add(intakeId: string): Promise<Result<StoredFile>>;
  /** A kept file, open for reading; null if there is none of that id. The caller closes it. */
  open(fileId: string): Promise<FileHandle | null>;
  /** The answer to `GET /library/<id>`: pictures as what they are, anything else as bytes; 404 for an id that is not there. */
  serve(fileId: string): Promise<Response>;
  /** These are named by the facts; what nobody has named for `UNNAMED_MS` is deleted, and copies that were cut short. Never throws. */
  keep(fileIds: readonly string[]): Promise<void>;
}

export interface LibraryOptions {
  /** Made when the first file comes. */
  readonly folder: string;
  readonly intakes: Pick<Intakes, 'find' | 'serve'>;
  readonly space: Pick<Space, 'check'>;
  readonly now: () => number;
  readonly steps?: WriteSteps;
}

export function createLibrary({ folder, intakes, space, now, steps = DISK }: LibraryOptions): Library {
  async function openKept(fileId: string): Promise<FileHandle | null> {
    if (!FILE_ID.test(fileId)) return null;
    try {
      // What lies there under an id is a file of ours, never a link that leads elsewhere. Windows has no such flag.
      const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
      const file = await open(join(folder, fileId), constants.O_RDONLY | noFollow);
      if ((await file.stat()).isFile()) return file;
      await file.close();
      return null;
    } catch {
      return null;
    }
  }

  async function put(fileId: string, intakeId: string, name: string): Promise<Result<null>> {
    const source = await intakes.serve(intakeId);
    if (!source.ok || !source.body) return gone(name);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeAtomic(join(folder, fileId), source.body, steps);
      return ok(null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOSPC' || code === 'EDQUOT') {
        return fail('disk-full', `“${name}” was not kept: the disk is full. Free some space and try again.`);
      }
      if (code === undefined || code === 'ENOENT' || code === 'ESTALE') return gone(name);
      return fail('not-kept', `“${name}” was not kept: the program’s own folder could not be written to. Try again.`);
    }
  }

  return {
    async add(intakeId) {
      const intake = intakes.find(intakeId);
      if (!intake) return fail('file-gone', 'This file is no longer at hand. Choose it again.');
      const { name, size } = intake;
      if (size > LARGEST_KEPT_BYTES) return fail('too-large', tooLarge(name, size));
      const room = await space.check(size);
      if (!room.ok) return room;
      const fileId = randomUUID();
      const done = await put(fileId, intakeId, name);
      if (!done.ok) return done;
      const file = await openKept(fileId);
      if (!file) return gone(name);
      try {
        return ok({ fileId, name, size: (await file.stat()).size, type: mediaType(await beginning(file)) });
      } finally {
        await file.close();
      }
    },

    open: openKept,

    async serve(fileId) {
      const file = await openKept(fileId);
      if (!file) return new Response('There is no such file.', { status: 404 });
      const { size } = await file.stat();
      const type = servedType(mediaType(await beginning(file)));
      // The stream closes the file, also when the page stops reading.
      const bytes = Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>;
      return new Response(bytes, { headers: { 'content-type': type, 'content-length': String(size) } });
    },

    async keep(fileIds) {
      const named = new Set(fileIds);
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        if (!FILE_ID.test(name) && !DRAFT.test(name)) continue;
        const path = join(folder, name);
        try {
          // The file's own time is when it was last named, so that it outlives the facts by as long.
          if (named.has(name)) await utimes(path, new Date(now()), new Date(now()));
          else if (now() - (await stat(path)).mtimeMs > (DRAFT.test(name) ? DRAFT_MS : UNNAMED_MS)) await rm(path);
        } catch {
          // It is looked at again when the program next starts.
        }
      }
    },
  };
}

const gone = (name: string): Result<never> =>
  fail(
    'file-gone',
    `“${name}” was changed, moved or deleted while it was being copied. Nothing was kept; add it again.`,
  );

async function beginning(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(TYPE_BYTES), 0, TYPE_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
