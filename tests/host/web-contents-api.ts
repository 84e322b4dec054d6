import type { EventNames } from './present.ts';

/** What of Electron's `WebContents` the host has. */
export type WebContentsApi = Pick<
  Electron.WebContents,
  | 'close'
  | 'closeDevTools'
  | 'executeJavaScript'
  | 'focus'
  | 'forcefullyCrashRenderer'
  | 'getTitle'
  | 'getType'
  | 'getURL'
  | 'getZoomFactor'
  | 'id'
  | 'insertCSS'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isDevToolsOpened'
  | 'isFocused'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'loadURL'
  | 'openDevTools'
  | 'print'
  | 'printToPDF'
  | 'reload'
  | 'send'
  | 'setBackgroundThrottling'
  | 'setVisualZoomLevelLimits'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
  | 'stop'
  | 'toggleDevTools'
>;

export const WEB_CONTENTS_EVENTS = {
  emits: [
    ...[
      'did-start-loading',
      'did-stop-loading',
      'did-finish-load',
      'did-fail-load',
      'dom-ready',
      'did-navigate',
      'did-navigate-in-page',
    ],
    ...[
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'render-process-gone',
      'console-message',
      'ipc-message',
    ],
    ...['preload-error', 'destroyed', 'page-title-updated'],
  ],
  never: [
    ...[
      'will-attach-webview',
      'did-attach-webview',
      'did-create-window',
      'will-prevent-unload',
      'unresponsive',
      'responsive',
    ],
    ...[
      'context-menu',
      'before-input-event',
      'certificate-error',
      'select-client-certificate',
      'login',
      'found-in-page',
    ],
    ...[
      'devtools-opened',
      'devtools-closed',
      'zoom-changed',
      'did-change-theme-color',
      'did-start-navigation',
      'did-redirect-navigation',
    ],
  ],
} satisfies EventNames;
