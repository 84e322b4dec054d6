import { app, BrowserWindow, dialog, screen, type RenderProcessGoneDetails } from 'electron';
import type { SettingsStore } from '#main/files/settings.ts';
import type { Events } from '#main/ipc/events.ts';
import type { Log } from '#main/log.ts';
import { START_PAGE } from '#main/security/origin.ts';
import { webPreferences } from '#main/security/web-preferences.ts';
import { MIN_SIZE, startBounds } from './bounds.ts';
import { backgroundColor, type Themes } from './theme.ts';

export interface MainWindow {
  /** The window, or null while there is none (macOS keeps the program open without). */
  get(): BrowserWindow | null;
  /** Opens it, or brings it to the front. */
  show(): void;
  /** Opens it hidden, where it works until it is shown. */
  wait(): void;
}

interface Parts {
  readonly preload: string;
  readonly developing: boolean;
  readonly settings: SettingsStore;
  readonly themes: Themes;
  readonly events: Events;
  readonly log: Log;
  /** Called when she closes the window, which is hidden then: it owns the data and works on. */
  readonly onHidden: () => void;
}

/** The one window, which owns the data. It ends with the program; closed, it waits in the tray. */
export function createMainWindow(parts: Parts): MainWindow {
  let current: BrowserWindow | null = null;
  let quitting = false;
  app.on('before-quit', () => (quitting = true));
  return {
    get: () => current,
    show() {
      if (current) bringToFront(current);
      else openAs('shown');
    },
    wait() {
      if (!current) openAs('hidden');
    },
  };

  function openAs(how: 'shown' | 'hidden'): void {
    const window = open(parts, how);
    current = window;
    window.on('close', (event) => {
      if (quitting) return;
      event.preventDefault();
      window.hide();
      parts.onHidden();
    });
    window.once('closed', () => {
      if (current === window) current = null;
    });
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function open({ preload, developing, settings, themes, events, log }: Parts, how: 'shown' | 'hidden'): BrowserWindow {
  const remembered = settings.current.window;
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...startBounds(remembered, screens),
    ...MIN_SIZE,
    title: 'Affiliate Desk',
    show: false,
    backgroundColor: backgroundColor(themes.get().dark),
    webPreferences: webPreferences(preload, developing),
  });
  const maximize = (): void => {
    if (remembered?.maximized) window.maximize();
  };
  if (how === 'hidden') window.once('show', maximize);
  else {
    window.once('ready-to-show', () => {
      maximize();
      window.show();
    });
  }
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    settings.change({ window: place }).catch((error: unknown) => log.error('window.place-not-kept', error));
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    log.warn('window.gone', { reason: details.reason, exitCode: details.exitCode });
    if (details.reason !== 'clean-exit') void offerReload(window, details);
  });
  events.attach(window.webContents);
  window.loadURL(START_PAGE).catch((error: unknown) => log.error('window.not-loaded', error));
  return window;
}

async function offerReload(window: BrowserWindow, { reason }: RenderProcessGoneDetails): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working',
    detail:
      (reason === 'oom' ? 'It needed more memory than there was. ' : '') +
      'What was saved is safe; an import that was running has written nothing.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
