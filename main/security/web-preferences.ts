import type { WebPreferences } from 'electron';

/**
 * Rule: what every window of the program is made with. Most of it is Electron's default and stands here so that it is
 * seen, tested, and not switched off by the way.
 */
export function webPreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: developing,
    // The window owns the data and works on while it is hidden.
    backgroundThrottling: false,
  };
}

/** The same for the report window, which is handed a finished page: no preload, no script, a session of its own. */
export function reportPreferences(partition: string): WebPreferences {
  const { preload: _none, ...rest } = webPreferences('', false);
  return { ...rest, partition, javascript: false, webgl: false };
}
