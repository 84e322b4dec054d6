import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The steps of a write, so that a test can let each of them fail. */
export interface WriteSteps {
  readonly open: (path: string, flags: string) => Promise<WritableFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly rm: (path: string) => Promise<void>;
}
/** All of it, or piece by piece as it comes. */
export type FileData = string | Uint8Array | AsyncIterable<Uint8Array>;
interface WritableFile {
  writeFile(data: FileData): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export const DISK: WriteSteps = { open, rename, rm: (path) => rm(path, { force: true }) };

const RENAME_PAUSES_MS = [50, 250, 1000];

/**
 * Writes a file whole or not at all: into a new file beside it, onto the disk (fsync), then over the old one (rename).
 * Whenever it is cut short, `path` holds what it held before or all of `data`. Throws what the disk throws, and what `data` throws
 * while it comes.
 */
export async function writeAtomic(path: string, data: FileData, steps: WriteSteps = DISK): Promise<void> {
  // Not made of the file's own name, which may be as long as a name can be.
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await steps.open(draft, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(draft, path, steps);
  } catch (error) {
    await steps.rm(draft).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), steps);
}

/** On Windows a virus scanner may hold a new file for a moment, and the rename is refused as long as it does. */
async function renamePatiently(from: string, to: string, steps: WriteSteps): Promise<void> {
  for (const pause of RENAME_PAUSES_MS) {
    try {
      return await steps.rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await wait(pause);
    }
  }
  return steps.rename(from, to);
}

/** Makes the rename itself last through a power cut. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string, steps: WriteSteps): Promise<void> {
  try {
    const handle = await steps.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file is written and in its place already.
  }
}
