import { rm } from 'node:fs/promises';
import { present } from './present.ts';
import { record } from './record.ts';

/** What leaves the program through the desktop is noted, and goes nowhere; the bin alone really takes the file. */
export const shell = present('shell', {
  openExternal: async (url: string): Promise<void> => record('openExternal', url),
  openPath: async (path: string): Promise<string> => {
    record('openPath', path);
    return '';
  },
  showItemInFolder: (path: string): void => record('showItemInFolder', path),
  trashItem: async (path: string): Promise<void> => {
    record('trashItem', path);
    await rm(path, { recursive: true });
  },
  beep: (): void => record('beep', null),
} satisfies Partial<Electron.Shell>);
