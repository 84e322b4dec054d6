import type { EventNames } from './present.ts';

/** What of Electron's `BrowserWindow` the host has. */
export type BrowserWindowApi = Pick<
  Electron.BrowserWindow,
  | 'blur'
  | 'center'
  | 'close'
  | 'destroy'
  | 'flashFrame'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getParentWindow'
  | 'getPosition'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'moveTop'
  | 'reload'
  | 'removeMenu'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setContentSize'
  | 'setFullScreen'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setOverlayIcon'
  | 'setPosition'
  | 'setProgressBar'
  | 'setSize'
  | 'setSkipTaskbar'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
>;

export const BROWSER_WINDOW_EVENTS = {
  emits: [
    ...['close', 'closed', 'show', 'hide', 'focus', 'blur', 'ready-to-show', 'resize', 'resized', 'move', 'moved'],
    ...['maximize', 'unmaximize', 'minimize', 'restore', 'enter-full-screen', 'leave-full-screen'],
  ],
  never: [
    'page-title-updated',
    'unresponsive',
    'responsive',
    'session-end',
    'query-session-end',
    'app-command',
    'will-resize',
    'will-move',
  ],
} satisfies EventNames;
