import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ManyOutcome, ManyTexts } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { bytesText } from './bytes-text.ts';
import { reserve } from './reserve.ts';
import { DISK, writeAtomic, type WriteSteps } from './write-atomic.ts';

/** Bytes of all texts together: some thousands of mails. */
export const MOST_BYTES = 50_000_000;

export interface SaveManyParts {
  /** Lets her choose a folder; null when she cancels. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly steps?: WriteSteps;
}

export type SaveMany = (wanted: ManyTexts) => Promise<Result<ManyOutcome>>;

/**
 * Writes many texts (UTF-8) into a folder of her choice, each whole or not at all, under their names or the next free ones, never
 * over another file. It stops at the first that cannot be written; those before it are there, and `problem` says why it stopped.
 * Errors: `too-large` (before she is asked for a folder), `not-saved` (nothing was written).
 */
export function createSaveMany({ chooseFolder, steps = DISK }: SaveManyParts): SaveMany {
  return async ({ ending, files }) => {
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    if (bytes > MOST_BYTES) {
      return fail(
        'too-large',
        `These ${files.length} files come to ${bytesText(bytes)}, and ${bytesText(MOST_BYTES)} is the most that is written at once. Write them in several goes.`,
      );
    }
    const folder = await chooseFolder();
    if (folder === null) return ok({ kind: 'cancelled' });
    const names: string[] = [];
    let problem: string | null = null;
    for (const { name, text } of files) {
      try {
        names.push(await writeNew(folder, `${name}${ending}`, text, steps));
      } catch (error) {
        problem = notSaved(`${name}${ending}`, basename(folder), (error as NodeJS.ErrnoException).code);
        break;
      }
    }
    if (problem !== null && names.length === 0) return fail('not-saved', problem);
    return ok({ kind: 'saved', folder: basename(folder) || folder, names, problem });
  };
}

/** Answers the name that it got. */
async function writeNew(folder: string, name: string, text: string, steps: WriteSteps): Promise<string> {
  const path = await reserve(folder, name);
  try {
    await writeAtomic(path, text, steps);
    return basename(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function notSaved(name: string, folder: string, code: string | undefined): string {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `“${name}” was not written: the disk is full. Free some space and try again.`;
  return `“${name}” was not written: the folder “${folder}” cannot be written to. Choose another one.`;
}
