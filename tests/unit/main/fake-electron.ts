import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { App, Dialog, NativeTheme, Session, Shell, WebContents } from 'electron';

/**
 * The little of Electron that the main process's own decisions touch, for tests of those decisions. What Electron does
 * with them is for the end-to-end suite. Used as `vi.mock('electron', async () => (await import(...)).fakeElectron)`.
 */
const app = Object.assign(new EventEmitter(), {
  getVersion: vi.fn(() => '1.2.3'),
  getLocale: vi.fn(() => 'en-US'),
  getSystemLocale: vi.fn(() => 'en-GB'),
  enableSandbox: vi.fn(),
  requestSingleInstanceLock: vi.fn(() => true),
  quit: vi.fn(),
}) satisfies Partial<Pick<App, 'getVersion' | 'getLocale' | 'getSystemLocale' | 'requestSingleInstanceLock'>> &
  EventEmitter;

const dialog = {
  showOpenDialog: vi.fn(() => Promise.resolve({ canceled: true, filePaths: [] as string[] })),
  showSaveDialog: vi.fn(() => Promise.resolve({ canceled: true, filePath: '' })),
  showMessageBox: vi.fn(() => Promise.resolve({ response: 0, checkboxChecked: false })),
} satisfies Partial<Dialog>;

const shell = { openExternal: vi.fn(() => Promise.resolve()), showItemInFolder: vi.fn() } satisfies Partial<Shell>;

class FakeNativeTheme extends EventEmitter {
  themeSource: NativeTheme['themeSource'] = 'system';
  /** What `system` comes to. */
  systemIsDark = false;
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? this.systemIsDark : this.themeSource === 'dark';
  }
}
const nativeTheme = new FakeNativeTheme();

/** A session that keeps the handlers it is given. */
export function fakeSession() {
  return Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    setSpellCheckerEnabled: vi.fn<Session['setSpellCheckerEnabled']>(),
    webRequest: { onBeforeRequest: vi.fn() },
  });
}

/** Contents that keep their window-open handler and what was sent to the page. */
export function fakeContents() {
  return Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<WebContents['setWindowOpenHandler']>(),
    send: vi.fn<WebContents['send']>(),
  });
}

const protocol = { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() };
const ipcMain = { handle: vi.fn() };

export const fakeElectron = {
  app,
  dialog,
  shell,
  nativeTheme,
  protocol,
  ipcMain,
  session: { defaultSession: fakeSession() },
};
