import { app, dialog, Menu, nativeImage, Tray } from 'electron';
import type { SettingsStore } from '#main/files/settings.ts';
import type { Notifier } from '#main/clock/notifier.ts';
import icon from '../../assets/tray/tray.png?inline';

interface Parts {
  readonly show: () => void;
  readonly showTasks: () => void;
  readonly import: () => void;
}

export interface DeskTray {
  /** So many tasks wait today. */
  count(waiting: number): void;
  destroy(): void;
}

/**
 * The program's place in the tray, as long as it runs. Not every Linux desktop has a tray, and none says so: starting the
 * program again shows the window there (`tellOfTray`).
 */
export function createTray(parts: Parts): DeskTray {
  const tray = new Tray(nativeImage.createFromDataURL(icon));
  tray.on('click', parts.show);
  let shown: number | null = null;
  const count = (waiting: number): void => {
    if (waiting === shown) return;
    shown = waiting;
    tray.setToolTip(waiting === 0 ? 'Affiliate Desk' : `Affiliate Desk: ${waitingWords(waiting)}`);
    // A whole new menu each time: Linux shows no change of one that is set.
    tray.setContextMenu(Menu.buildFromTemplate(template(parts, waiting)));
  };
  count(0);
  return { count, destroy: () => tray.destroy() };
}

const template = (parts: Parts, waiting: number): Electron.MenuItemConstructorOptions[] => [
  { id: 'tray-tasks', label: waitingWords(waiting), click: parts.showTasks },
  { type: 'separator' },
  { id: 'tray-open', label: 'Open', click: parts.show },
  { id: 'tray-import', label: 'Import…', click: parts.import },
  { type: 'separator' },
  { id: 'tray-quit', label: 'Quit (no reminders until the next start)', click: () => app.quit() },
];

/** Of today and of days before it. */
export const waitingWords = (waiting: number): string =>
  waiting === 0 ? 'No tasks due' : waiting === 1 ? '1 task due' : `${waiting} tasks due`;

/**
 * Says, the first time the window is closed, that the program goes on, how she gets it back, and what ends its reminders. Where
 * the desktop shows no notifications, it is asked to be read in a box: nothing else would say it.
 */
export function tellOfTray(settings: SettingsStore, notifier: Notifier, show: () => void): void {
  if (settings.current.knowsTray) return;
  void settings.change({ knowsTray: true });
  const title = 'Affiliate Desk keeps running';
  const goesOn = 'Start it again to see the window; File, Quit ends it, and reminders with it until the next start.';
  if (notifier.reach() !== 'shown') {
    void dialog.showMessageBox({
      type: 'info',
      message: title,
      detail: `This desktop shows no notifications, so reminders wait in the inbox and nobody tells you. ${goesOn}`,
      buttons: ['OK'],
    });
    return;
  }
  notifier.show({
    key: 'tray',
    title,
    body: `It reminds you and writes your reports. ${goesOn}`,
    actions: [],
    onClick: show,
  });
}
