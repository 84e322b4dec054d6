/// <reference types="electron" />
// What `import ... from 'electron'` and `require('electron')` give the program's main process under the host.
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc.ts';
import { clipboard, crashReporter, globalShortcut, safeStorage, screen } from './machine.ts';
import { Menu, MenuItem } from './menu.ts';
import { NativeImage as nativeImage } from './native-image.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor, powerSaveBlocker } from './power.ts';
import { absent, present } from './present.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { nativeTheme } from './theme.ts';
import { Tray } from './tray.ts';
import { windows } from './window-list.ts';

const webContents = present('webContents', {
  getAllWebContents: () => [...windows].map((window) => window.webContents),
  fromId: (id: number) => [...windows].find((window) => window.id === id)?.webContents,
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
} satisfies Partial<Record<keyof typeof Electron.WebContents, unknown>>);

const autoUpdater: Electron.AutoUpdater = absent('autoUpdater');
const BaseWindow: typeof Electron.BaseWindow = absent('BaseWindow');
const BrowserView: typeof Electron.BrowserView = absent('BrowserView');
const contentTracing: Electron.ContentTracing = absent('contentTracing');
const desktopCapturer: Electron.DesktopCapturer = absent('desktopCapturer');
const inAppPurchase: Electron.InAppPurchase = absent('inAppPurchase');
const MessageChannelMain: typeof Electron.MessageChannelMain = absent('MessageChannelMain');
const netLog: Electron.NetLog = absent('netLog');
const pushNotifications: Electron.PushNotifications = absent('pushNotifications');
const ShareMenu: typeof Electron.ShareMenu = absent('ShareMenu');
const systemPreferences: Electron.SystemPreferences = absent('systemPreferences');
const TouchBar: typeof Electron.TouchBar = absent('TouchBar');
const utilityProcess: typeof Electron.UtilityProcess = absent('utilityProcess');
const View: typeof Electron.View = absent('View');
const webFrameMain: typeof Electron.WebFrameMain = absent('webFrameMain');
const WebContentsView: typeof Electron.WebContentsView = absent('WebContentsView');

const modules = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
};
export default present('electron', modules);
