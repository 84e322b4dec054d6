import { test } from '@playwright/test';
import { deskRuntime, launchDesk, type Desk } from './launch-desk.ts';

/** What the Chromium host cannot show: these run where the Electron binary is, and are reported as not run elsewhere. */
export const ELECTRON_ONLY = {
  'os-sandbox': 'The renderer process is confined by the operating system',
  'permission-handlers': 'Both permission handlers are asked and enforced',
  'device-permission-handler': 'USB, HID and serial devices are refused',
  'web-request': 'Requests outside the program are stopped by webRequest',
  'literal-scheme': 'The page is at the literal app://desk, in its URL, its origin and its policy',
  'http-cache': 'Answers of the protocol handler are not kept on disk',
  fuses: 'The fuses of the packaged program are set as decided',
  asar: 'The packaged program runs from its archive and refuses a changed one',
  updater: 'The updater checks, refuses a wrong signature and asks before installing',
  'safe-storage': 'Secrets are encrypted by the system',
  'native-tray': 'The tray icon and its menu are the system’s own',
  'native-menu': 'The menu bar and its keyboard shortcuts are the system’s own',
  'native-dialog': 'Open and save dialogs are the system’s own',
  'input-file-path': 'A file chosen through an input element yields its path',
} as const;

export type ElectronOnly = keyof typeof ELECTRON_ONLY;

/** Registers a test that runs on real Electron only; elsewhere it is reported as skipped, with its name. */
export function electronOnly(name: ElectronOnly, body: (desk: Desk) => Promise<void>): void {
  test(`${name}: ${ELECTRON_ONLY[name]}`, async () => {
    test.skip(deskRuntime() !== 'electron', `not run here: ${name}`);
    const desk = await launchDesk();
    try {
      await body(desk);
    } finally {
      await desk.close();
    }
  });
}
