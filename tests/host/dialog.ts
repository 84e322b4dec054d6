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
  showOpenDialog: (...args: unknown[]) => ask('showOpenDialog', args, { canceled: true, filePaths: [] }),
  showSaveDialog: (...args: unknown[]) => ask('showSaveDialog', args, { canceled: true, filePath: '' }),
  showMessageBox: (...args: unknown[]) => {
    const { cancelId = 0 } = args.at(-1) as Electron.MessageBoxOptions;
    return ask('showMessageBox', args, { response: cancelId, checkboxChecked: false });
  },
  showErrorBox: (title: string, content: string): void => record('showErrorBox', { title, content }),
} satisfies Pick<Electron.Dialog, DialogKind | 'showErrorBox'>);
