import { storagePath } from './browser.ts';
import { HostObject, present } from './present.ts';
import { protocol } from './protocol.ts';
import { record } from './record.ts';

type Implemented = Pick<
  Electron.Session,
  | 'clearCache'
  | 'flushStorageData'
  | 'getPreloadScripts'
  | 'getStoragePath'
  | 'isPersistent'
  | 'registerPreloadScript'
  | 'setBluetoothPairingHandler'
  | 'setCertificateVerifyProc'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'setUSBProtectedClassesHandler'
  | 'storagePath'
>;

/** Handlers that only real Electron calls. They are kept, so that a test can see which were set and call them. */
export const storedHandlers = new Map<string, unknown>();
const keep = (name: string) => (handler: unknown) => {
  storedHandlers.set(name, handler);
  record('sessionHandler', name);
};
const webRequest = present('webRequest', {
  onBeforeRequest: (...args: unknown[]) => keep('webRequest.onBeforeRequest')(args.at(-1)),
  onBeforeSendHeaders: (...args: unknown[]) => keep('webRequest.onBeforeSendHeaders')(args.at(-1)),
  onHeadersReceived: (...args: unknown[]) => keep('webRequest.onHeadersReceived')(args.at(-1)),
} satisfies Partial<Record<keyof Electron.WebRequest, unknown>>);

const NEVER = [
  'will-download',
  'select-hid-device',
  'select-serial-port',
  'select-usb-device',
  'hid-device-added',
  'usb-device-added',
];

class Session extends HostObject implements Implemented {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  readonly setPermissionRequestHandler = keep('setPermissionRequestHandler');
  readonly setPermissionCheckHandler = keep('setPermissionCheckHandler');
  readonly setDevicePermissionHandler = keep('setDevicePermissionHandler');
  readonly setUSBProtectedClassesHandler = keep('setUSBProtectedClassesHandler');
  readonly setBluetoothPairingHandler = keep('setBluetoothPairingHandler');
  readonly setDisplayMediaRequestHandler = keep('setDisplayMediaRequestHandler');
  readonly setCertificateVerifyProc = keep('setCertificateVerifyProc');
  private readonly preloadScripts: Electron.PreloadScript[] = [];

  constructor() {
    super('session', { emits: [], never: NEVER });
  }

  get storagePath(): string {
    return storagePath();
  }

  getStoragePath(): string {
    return storagePath();
  }

  isPersistent(): boolean {
    return true;
  }

  async clearCache(): Promise<void> {
    // The browser keeps none for these schemes.
  }

  /** Kept, but not run: electron-log registers one for renderers that do without a preload of their own. */
  registerPreloadScript(script: Electron.PreloadScriptRegistration): string {
    this.preloadScripts.push({ ...script, id: script.id ?? '' });
    return script.id ?? '';
  }

  getPreloadScripts(): Electron.PreloadScript[] {
    return this.preloadScripts;
  }

  flushStorageData(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
}

export const defaultSession = new Session();
export const session = present('session', {
  defaultSession,
  fromPartition: () => defaultSession,
});
