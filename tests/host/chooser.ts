import { existsSync, mkdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { app } from './app.ts';
import { headless } from './chromium.ts';
import { underTest } from './environment.ts';
import { windows } from './window-list.ts';

/**
 * The browser's own file dialog, for a person at the display. It belongs to the page, so that it needs one; a test
 * answers from its queue instead (unless it asks for this, with `DESK_DIALOGS=native`).
 */
export const hasChooser = process.env['DESK_DIALOGS'] === 'native' || (!headless && !underTest);

const accept = (filters: Electron.FileFilter[] = []): string[] =>
  filters.flatMap(({ extensions }) => extensions.filter((extension) => extension !== '*').map((each) => `.${each}`));

export async function chooseToOpen(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const [window] = windows;
  const properties = options.properties ?? [];
  const input = {
    type: 'file',
    multiple: properties.includes('multiSelections'),
    webkitdirectory: properties.includes('openDirectory'),
    // With a filter for all files no kind is left out.
    accept: options.filters?.some(({ extensions }) => extensions.includes('*')) ? '' : accept(options.filters).join(),
  };
  const filePaths = await window?.webContents.chooseFiles(`new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), ${JSON.stringify(input)});
    input.addEventListener('change', () => resolve([...input.files]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  })`);
  return { canceled: !filePaths?.length, filePaths: filePaths ?? [] };
}

/** The browser has no dialog that tells where a file shall go: it goes to the downloads, and the terminal says so. */
export function saveToDownloads({ defaultPath = 'file' }: Electron.SaveDialogOptions): Electron.SaveDialogReturnValue {
  const folder = app.getPath('downloads');
  mkdirSync(folder, { recursive: true });
  const { name, ext } = parse(defaultPath);
  let filePath = join(folder, `${name}${ext}`);
  for (let n = 1; existsSync(filePath); n++) filePath = join(folder, `${name} (${n})${ext}`);
  console.log(`Saving to ${filePath}`);
  return { canceled: false, filePath };
}
