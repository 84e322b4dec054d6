import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import type { AppUpdater } from 'electron-updater';

/** The part of electron-updater that is used. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
  | 'logger'
>;

/** Shows a question and answers with the index of the button that was pressed. */
export type Ask = (question: MessageBoxOptions) => Promise<number>;

/**
 * The updater, held back: the program is offline, so nothing is asked of the network, downloaded or installed unless she
 * says so, and never an older version (Chromium drops a newer version's database when an older one opens it).
 */
export function holdBack(updater: Updater): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.logger = null;
}

/** One check, at her request: asks before the download and before the restart. */
export async function checkForUpdates(updater: Updater, ask: Ask): Promise<void> {
  try {
    const found = await updater.checkForUpdates();
    if (!found?.isUpdateAvailable) {
      await ask({ type: 'info', message: 'Affiliate Desk is up to date', buttons: ['OK'] });
      return;
    }
    const download = await ask({
      type: 'question',
      message: `Version ${found.updateInfo.version} is there`,
      detail: 'Download it now? You can go on working meanwhile.',
      buttons: ['Download', 'Not now'],
      defaultId: 0,
      cancelId: 1,
    });
    if (download !== 0) return;
    await updater.downloadUpdate();
    const restart = await ask({
      type: 'question',
      message: 'The new version is ready',
      detail: 'It is installed when Affiliate Desk restarts.',
      buttons: ['Restart now', 'Later'],
      defaultId: 0,
      cancelId: 1,
    });
    if (restart === 0) updater.quitAndInstall();
  } catch {
    await ask({
      type: 'warning',
      message: 'The check for updates did not work',
      detail: 'Affiliate Desk could not reach the place where its versions are. Check the connection and try again.',
      buttons: ['OK'],
    });
  }
}

/**
 * What the menu's "Check for updates" does, or null where there is nothing to ask: electron-builder puts `app-update.yml`
 * into builds that have a feed, and only an installed program can be replaced.
 */
export async function createUpdates(
  installed: { readonly isPackaged: boolean; readonly resources: string },
  ask: Ask,
): Promise<(() => Promise<void>) | null> {
  if (!installed.isPackaged) return null;
  try {
    await access(join(installed.resources, 'app-update.yml'));
  } catch {
    return null;
  }
  const { default: electronUpdater } = await import('electron-updater');
  const updater = electronUpdater.autoUpdater;
  holdBack(updater);
  return () => checkForUpdates(updater, ask);
}
