import type { EventNames } from './present.ts';

/** What of Electron's `app` the host has. */
export type AppApi = Pick<
  Electron.App,
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'disableHardwareAcceleration'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getBadgeCount'
  | 'getLocale'
  | 'getLocaleCountryCode'
  | 'getLoginItemSettings'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isDefaultProtocolClient'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'relaunch'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setBadgeCount'
  | 'setDesktopName'
  | 'setLoginItemSettings'
  | 'setName'
  | 'setPath'
  | 'showAboutPanel'
  | 'whenReady'
>;

export const APP_EVENTS = {
  emits: [
    ...['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'second-instance', 'render-process-gone'],
    ...[
      'browser-window-created',
      'browser-window-focus',
      'browser-window-blur',
      'web-contents-created',
      'session-created',
    ],
  ],
  never: [
    ...['activate', 'open-file', 'open-url', 'will-finish-launching', 'certificate-error'],
    ...['select-client-certificate', 'login', 'gpu-info-update', 'child-process-gone', 'accessibility-support-changed'],
  ],
} satisfies EventNames;
