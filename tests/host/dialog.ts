import { chooseToOpen, hasChooser, saveToDownloads } from './chooser.ts';
import { underTest } from './environment.ts';
import { present } from './present.ts';
import { record } from './record.ts';

/** The questions a program can ask through the system, each answered from the test's own queue. */
export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';
const answers = new Map<DialogKind, unknown[]>();

/** Queues the answer to the next question of this kind. */
export function answerDialog(kind: DialogKind, value: unknown): void {
  answers.set(kind, [...(answers.get(kind) ?? []), value]);
}

/** Without an answer from a test, every question is turned down, as a person would by pressing Escape. */
function ask<T>(kind: DialogKind, args: unknown[], declined: T): Promise<T> {
  record(kind, args.at(-1));
  return Promise.resolve((answers.get(kind)?.shift() as T | undefined) ?? declined);
}

export const dialog = present('dialog', {
  showOpenDialog: (...args: unknown[]) => {
    if (hasChooser) return chooseToOpen(args.at(-1) as Electron.OpenDialogOptions);
    return ask('showOpenDialog', args, { canceled: true, filePaths: [] });
  },
  showSaveDialog: (...args: unknown[]) => {
    if (hasChooser) return Promise.resolve(saveToDownloads(args.at(-1) as Electron.SaveDialogOptions));
    return ask('showSaveDialog', args, { canceled: true, filePath: '' });
  },
  showMessageBox: (...args: unknown[]) => {
    const { cancelId = 0, message, detail = '' } = args.at(-1) as Electron.MessageBoxOptions;
    // There is nobody to ask, so at least it is said.
    if (!underTest) console.log([message, detail].join('\n').trim());
    return ask('showMessageBox', args, { response: cancelId, checkboxChecked: false });
  },
  showErrorBox: (title: string, content: string): void => {
    if (!underTest) console.error(`${title}\n${content}`);
    record('showErrorBox', { title, content });
  },
} satisfies Pick<Electron.Dialog, DialogKind | 'showErrorBox'>);
