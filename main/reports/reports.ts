import { access, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import type { ReportContent, ReportFiles, ReportFolder, ReportNews } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import type { Notice } from '#main/clock/notifier.ts';
import { safeFileName } from '#main/files/file-name.ts';
import { DISK, writeAtomic, type WriteSteps } from '#main/files/write-atomic.ts';
import type { Log } from '#main/log.ts';
import type { ReportMemory } from './memory.ts';

export interface Reports {
  /** Null when she chose none. */
  chooseFolder(): Promise<Result<ReportFolder | null>>;
  write(content: ReportContent): Promise<Result<ReportFiles>>;
  show(file: { readonly folderId: string; readonly name: string }): Promise<Result<null>>;
  announce(news: ReportNews): void;
}

interface Parts {
  readonly memory: ReportMemory;
  readonly parent: () => BrowserWindow | null;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly notify: (notice: Notice) => void;
  /** A click on the news of a run that failed. */
  readonly onOpen: (runId: string) => void;
  readonly log: Log;
  /** So that a test can let a write fail. */
  readonly steps?: WriteSteps;
}

/** Numbers that a name may get before something else must be wrong. */
const MOST_NAMES = 100;

/** Writes finished reports into folders she chose, and says so on the desktop. */
export function createReports({ memory, parent, print, notify, onOpen, log, steps = DISK }: Parts): Reports {
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two reports of one week would find the same names free. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function write({ folderId, baseName, html, csv }: ReportContent): Promise<Result<ReportFiles>> {
    const folder = memory.folder(folderId);
    if (folder === null) return fail('no-folder', 'This computer does not know the report’s folder. Choose it again.');
    if (!(await isFolder(folder))) {
      return fail(
        'folder-gone',
        `The folder “${basename(folder)}” is not there any more, so nothing was written. Choose a folder again, or bring it back and run the report again.`,
      );
    }
    const names = await freeNames(memory, folder, baseName);
    let pdf: Uint8Array;
    try {
      pdf = await print(html);
    } catch (error) {
      log.error('report.not-printed', error);
      return fail('not-printed', 'The PDF could not be made, so nothing was written. Run the report again.');
    }
    for (const [name, data] of [
      [names.pdf, pdf],
      [names.csv, csv],
    ] as const) {
      const path = join(folder, name);
      try {
        await writeAtomic(path, data, steps);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        log.warn('report.not-written', { code: code ?? '' });
        return fail('not-written', notWritten(name, basename(folder), code));
      }
      // Not being able to note it costs a second name the next time, never the file.
      await memory.written(path, data).catch((error: unknown) => log.error('report.not-noted', error));
    }
    return ok(names);
  }

  async function show({ folderId, name }: { readonly folderId: string; readonly name: string }): Promise<Result<null>> {
    const folder = memory.folder(folderId);
    const path = folder === null ? null : join(folder, name);
    // A name is only ever one that a report wrote, so nothing else of the disk can be asked about.
    if (path === null || basename(path) !== name || !memory.wrote(path)) {
      return fail('not-a-report', 'This file is not among those that reports wrote on this computer.');
    }
    try {
      await access(path);
    } catch {
      return fail('file-gone', `“${name}” is not in its folder any more. Run the report again to have it back.`);
    }
    shell.showItemInFolder(path);
    return ok(null);
  }

  return {
    async chooseFolder() {
      const options: Electron.OpenDialogOptions = {
        title: 'Folder for reports',
        buttonLabel: 'Choose',
        properties: ['openDirectory', 'createDirectory'],
      };
      const window = parent();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      const [path] = filePaths;
      if (canceled || path === undefined) return ok(null);
      return ok({ folderId: await memory.remember(path), name: basename(path) || path });
    },
    write: (content) => inTurn(() => write(content)),
    show,
    announce(news) {
      const key = `report ${news.runId}`;
      if (news.kind === 'failed') {
        const body = news.message;
        return notify({
          key,
          title: 'The weekly report was not written',
          body,
          actions: [],
          onClick: () => onOpen(news.runId),
        });
      }
      const { folderId, name } = news;
      const open = (): void => {
        void show({ folderId, name }).then((shown) => {
          if (!shown.ok) onOpen(news.runId);
        });
      };
      notify({ key, title: 'The weekly report is written', body: name, actions: [], onClick: open });
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/**
 * The names of the two files. The report of the same week takes the place of the one before it; where something else has
 * the name, or she has changed the file since, both files get the next number that is free.
 */
async function freeNames(memory: ReportMemory, folder: string, baseName: string): Promise<ReportFiles> {
  for (let number = 1; number < MOST_NAMES; number++) {
    const stem = number === 1 ? baseName : `${baseName} (${number})`;
    const names = { pdf: safeFileName(`${stem}.pdf`, '.pdf'), csv: safeFileName(`${stem}.csv`, '.csv') };
    const free = await Promise.all(Object.values(names).map((name) => memory.mayWrite(join(folder, name))));
    if (free.every((each) => each)) return names;
  }
  throw new Error('No name is free.');
}

function notWritten(name: string, folder: string, code: string | undefined): string {
  if (code === 'ENOSPC')
    return `“${name}” was not written: the disk is full. Free some space and run the report again.`;
  if (code === 'EBUSY') {
    return `“${name}” was not written: another program has it open. Close it there and run the report again.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `“${name}” was not written: the folder “${folder}” does not allow it, or another program has the file open. Close the file, or choose another folder.`;
  }
  return `“${name}” was not written into “${folder}”. Choose another folder and run the report again.`;
}
