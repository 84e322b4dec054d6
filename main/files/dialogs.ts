import { dirname, basename, join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { PROFILE_FILE_ENDING } from '#shared/domain/imports/profile-file.ts';
import type { IntakeEntry, IntakePurpose, SaveOutcome, TextKind } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { bytesText } from './bytes-text.ts';
import { safeFileName } from './file-name.ts';
import type { Intakes } from './intake.ts';
import type { SettingsStore } from './settings.ts';
import { writeAtomic } from './write-atomic.ts';

export interface FileDialogs {
  choose(): Promise<readonly IntakeEntry[]>;
  /** The files of a folder. */
  chooseFolder(): Promise<readonly IntakeEntry[]>;
  /** Files of any kind, to be kept. */
  chooseAny(): Promise<readonly IntakeEntry[]>;
  /** A folder to write copies into; null when she cancels. */
  chooseForCopies(): Promise<string | null>;
  /** A folder to write drafts of mails into; null when she cancels. */
  chooseForDrafts(): Promise<string | null>;
  /** A folder to watch; null when she cancels. */
  chooseWatched(): Promise<string | null>;
  saveText(suggestedName: string, kind: TextKind, text: string): Promise<Result<SaveOutcome>>;
}

const TEXTS: Readonly<
  Record<TextKind, { readonly title: string; readonly ending: string; readonly filter: Electron.FileFilter }>
> = {
  csv: { title: 'Save as CSV', ending: '.csv', filter: { name: 'CSV', extensions: ['csv'] } },
  profile: {
    title: 'Save the format',
    ending: PROFILE_FILE_ENDING,
    filter: { name: 'Affiliate Desk format', extensions: ['json'] },
  },
  vcard: { title: 'Save as vCard', ending: '.vcf', filter: { name: 'vCard', extensions: ['vcf'] } },
};

/** The system's own dialogs for files. Those that open and save begin where she last was. */
export function createFileDialogs(
  intakes: Intakes,
  settings: SettingsStore,
  parent: () => BrowserWindow | null,
): FileDialogs {
  const remember = (path: string): Promise<void> =>
    // Not being able to note the folder must not cost her the file.
    settings.change({ lastFolder: dirname(path) }).catch(() => undefined);

  async function pick(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
    const window = parent();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? [] : filePaths;
  }

  const fromLastFolder = (): { readonly defaultPath?: string } => {
    const folder = settings.current.lastFolder;
    return folder === null ? {} : { defaultPath: folder };
  };

  async function open(
    options: Electron.OpenDialogOptions,
    purpose: IntakePurpose = 'import',
  ): Promise<readonly IntakeEntry[]> {
    const paths = await pick({ buttonLabel: 'Import', ...options, ...fromLastFolder() });
    if (paths[0] === undefined) return [];
    await remember(paths[0]);
    return intakes.take(paths, purpose);
  }

  async function pickForWriting(title: string): Promise<string | null> {
    const [folder] = await pick({
      title,
      buttonLabel: 'Save here',
      properties: ['openDirectory', 'createDirectory'],
      ...fromLastFolder(),
    });
    return folder ?? null;
  }

  return {
    choose: () =>
      open({
        title: 'Import exports',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Exports (CSV, Excel, text, packed)', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'zip', 'gz', 'vcf'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }),

    chooseFolder: () => open({ title: 'Import the exports of a folder', properties: ['openDirectory'] }),

    chooseAny: () =>
      open({ title: 'Add files', buttonLabel: 'Add', properties: ['openFile', 'multiSelections'] }, 'library'),

    chooseForCopies: () => pickForWriting('Folder for the copies'),

    chooseForDrafts: () => pickForWriting('Folder for the drafts'),

    async chooseWatched() {
      const [folder] = await pick({
        title: 'Folder to watch for new exports',
        buttonLabel: 'Watch',
        properties: ['openDirectory', 'createDirectory'],
      });
      return folder ?? null;
    },

    async saveText(suggestedName, kind, text) {
      const { title, ending, filter } = TEXTS[kind];
      const name = safeFileName(suggestedName, ending);
      const folder = settings.current.lastFolder;
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: folder === null ? name : join(folder, name),
        filters: [filter],
      };
      const window = parent();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      if (canceled || filePath === '') return ok({ kind: 'cancelled' });
      try {
        await writeAtomic(filePath, text);
      } catch (error) {
        return fail('not-saved', notSaved(basename(filePath), (error as NodeJS.ErrnoException).code, text.length));
      }
      await remember(filePath);
      return ok({ kind: 'saved', name: basename(filePath) });
    },
  };
}

function notSaved(name: string, code: string | undefined, size: number): string {
  if (code === 'ENOSPC')
    return `“${name}” was not saved: the disk is full (${bytesText(size)} are needed). Free some space.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `“${name}” was not saved: this folder cannot be written to. Choose another one.`;
  }
  return `“${name}” was not saved. Choose another folder and try again.`;
}
