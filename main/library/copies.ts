import { randomUUID } from 'node:crypto';
import { access, rm, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CopiesOutcome } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { reserve } from '#main/files/reserve.ts';
import { writeAtomic } from '#main/files/write-atomic.ts';
import type { Library } from './library.ts';

interface Copy {
  readonly fileId: string;
  readonly name: string;
}

/** Copies of kept files, under their own names, in a folder of hers. */
export interface Copies {
  save(copies: readonly Copy[]): Promise<Result<CopiesOutcome>>;
  show(copiesId: string): Promise<Result<null>>;
}

export interface CopiesOptions {
  readonly library: Pick<Library, 'open'>;
  /** Lets her choose a folder; null when she cancels. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
}

export function createCopies({ library, chooseFolder, showInFolder }: CopiesOptions): Copies {
  /** The first of each lot of copies that was written. */
  const written = new Map<string, string>();

  return {
    async save(copies) {
      for (const { fileId, name } of copies) {
        const file = await library.open(fileId);
        if (!file) return fail('file-gone', `“${name}” is no longer kept here. Nothing was saved.`);
        await file.close();
      }
      const folder = await chooseFolder();
      if (folder === null) return ok({ kind: 'cancelled' });
      const paths: string[] = [];
      for (const { fileId, name } of copies) {
        try {
          paths.push(await copyTo(folder, name, () => library.open(fileId)));
        } catch (error) {
          return fail('not-saved', notSaved(name, (error as NodeJS.ErrnoException).code, paths.length, copies.length));
        }
      }
      const copiesId = randomUUID();
      if (paths[0] !== undefined) written.set(copiesId, paths[0]);
      return ok({ kind: 'saved', copiesId, folder: basename(folder), names: paths.map((path) => basename(path)) });
    },

    async show(copiesId) {
      const path = written.get(copiesId);
      try {
        if (path === undefined) throw new Error('No such copies.');
        await access(path);
        showInFolder(path);
        return ok(null);
      } catch {
        return fail('file-gone', 'The copy is no longer where it was saved.');
      }
    },
  };
}

/** Writes the file under the first free name, whole or not at all, and never over another. Answers its path. */
async function copyTo(folder: string, name: string, openFile: () => Promise<FileHandle | null>): Promise<string> {
  const path = await reserve(folder, name);
  try {
    const file = await openFile();
    if (!file) throw Object.assign(new Error('The file is gone.'), { code: 'ENOENT' });
    await writeAtomic(path, file.createReadStream());
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function notSaved(name: string, code: string | undefined, done: number, all: number): string {
  const before = done === 0 ? 'Nothing was saved.' : `${done} of ${all} copies were saved before it.`;
  if (code === 'ENOSPC') return `“${name}” was not saved: the disk is full. ${before} Free some space and try again.`;
  return `“${name}” was not saved: this folder cannot be written to. ${before} Choose another one.`;
}
