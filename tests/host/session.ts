import { app } from './app.ts';
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

/** Keeps handlers under their names; those of a partition under `<partition>:<name>`. */
const keeper =
  (partition: string) =>
  (name: string) =>
  (handler: unknown): void => {
    const full = partition === '' ? name : `${partition}:${name}`;
    storedHandlers.set(full, handler);
    record('sessionHandler', full);
  };

const webRequestOf = (keep: ReturnType<typeof keeper>) =>
  present('webRequest', {
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

export class Session extends HostObject implements Implemented {
  readonly protocol = protocol;
  readonly webRequest: ReturnType<typeof webRequestOf>;
  readonly setPermissionRequestHandler: (handler: unknown) => void;
  readonly setPermissionCheckHandler: (handler: unknown) => void;
  readonly setDevicePermissionHandler: (handler: unknown) => void;
  readonly setUSBProtectedClassesHandler: (handler: unknown) => void;
  readonly setBluetoothPairingHandler: (handler: unknown) => void;
  readonly setDisplayMediaRequestHandler: (handler: unknown) => void;
  readonly setCertificateVerifyProc: (handler: unknown) => void;
  private readonly partition: string;
  private readonly preloadScripts: Electron.PreloadScript[] = [];

  constructor(partition: string) {
    super('session', { emits: [], never: NEVER });
    const keep = keeper(partition);
    this.partition = partition;
    this.webRequest = webRequestOf(keep);
    this.setPermissionRequestHandler = keep('setPermissionRequestHandler');
    this.setPermissionCheckHandler = keep('setPermissionCheckHandler');
    this.setDevicePermissionHandler = keep('setDevicePermissionHandler');
    this.setUSBProtectedClassesHandler = keep('setUSBProtectedClassesHandler');
    this.setBluetoothPairingHandler = keep('setBluetoothPairingHandler');
    this.setDisplayMediaRequestHandler = keep('setDisplayMediaRequestHandler');
    this.setCertificateVerifyProc = keep('setCertificateVerifyProc');
  }

  get storagePath(): string {
    return storagePath();
  }

  getStoragePath(): string {
    return storagePath();
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
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

export const defaultSession = new Session('');
const partitions = new Map<string, Session>([['', defaultSession]]);

/** A partition keeps handlers of its own; storage it shares with the rest, so pages that store must not be put in one. */
function fromPartition(partition: string): Session {
  const known = partitions.get(partition);
  if (known) return known;
  const made = new Session(partition);
  partitions.set(partition, made);
  app.emit('session-created', made);
  return made;
}

export const session = present('session', { defaultSession, fromPartition });
