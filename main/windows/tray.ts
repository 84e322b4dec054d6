import { app, Menu, nativeImage, Tray } from 'electron';
import type { SettingsStore } from '#main/files/settings.ts';
import type { Notifier } from '#main/clock/notifier.ts';
import icon from '../../assets/tray/tray.png?inline';

interface Parts {
  readonly show: () => void;
  readonly import: () => void;
}

/**
 * The program's place in the tray, as long as it runs. Not every Linux desktop has a tray, and none says so: starting the
 * program again shows the window there (`tellOfTray`).
 */
export function createTray(parts: Parts): Tray {
  const tray = new Tray(nativeImage.createFromDataURL(icon));
  tray.setToolTip('Affiliate Desk');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'tray-open', label: 'Open', click: parts.show },
      { id: 'tray-import', label: 'Import…', click: parts.import },
      { type: 'separator' },
      { id: 'tray-quit', label: 'Quit', click: () => app.quit() },
    ]),
  );
  tray.on('click', parts.show);
  return tray;
}

/** Says, the first time the window is closed, that the program goes on and how she gets it back. */
export function tellOfTray(settings: SettingsStore, notifier: Notifier, show: () => void): void {
  if (settings.current.knowsTray) return;
  void settings.change({ knowsTray: true });
  notifier.show({
    key: 'tray',
    title: 'Affiliate Desk keeps running',
    body: 'It reminds you and writes your reports. Start it again to see the window; File, Quit ends it.',
    actions: [],
    onClick: show,
  });
}
