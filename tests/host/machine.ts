import { HostObject, present } from './present.ts';
import { record } from './record.ts';

const size = { width: 1280, height: 900 };
const area = { x: 0, y: 0, ...size };
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  size,
  workAreaSize: size,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} as unknown as Electron.Display;

type Implemented = Pick<
  Electron.Screen,
  'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
>;

class Screen extends HostObject implements Implemented {
  constructor() {
    super('screen', { emits: [], never: ['display-added', 'display-removed', 'display-metrics-changed'] });
  }

  getPrimaryDisplay(): Electron.Display {
    return display;
  }

  getAllDisplays(): Electron.Display[] {
    return [display];
  }

  getDisplayMatching(): Electron.Display {
    return display;
  }

  getDisplayNearestPoint(): Electron.Display {
    return display;
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();

let copied = '';
export const clipboard = present('clipboard', {
  writeText: (text: string): void => {
    copied = text;
    record('clipboard', text);
  },
  readText: (): string => copied,
} satisfies Partial<Record<keyof Electron.Clipboard, unknown>>);

/** Not encryption: it only lets a program that asks for it go on. */
export const safeStorage = present('safeStorage', {
  isEncryptionAvailable: (): boolean => true,
  encryptString: (text: string): Buffer => Buffer.from(`host:${text}`),
  decryptString: (bytes: Buffer): string => bytes.toString('utf8').replace(/^host:/, ''),
} satisfies Partial<Electron.SafeStorage>);

export const globalShortcut = present('globalShortcut', {
  register: (): boolean => true,
  unregister: (): void => undefined,
  unregisterAll: (): void => undefined,
  isRegistered: (): boolean => false,
} satisfies Partial<Electron.GlobalShortcut>);

export const crashReporter = present('crashReporter', {
  start: (): void => undefined,
} satisfies Partial<Electron.CrashReporter>);
