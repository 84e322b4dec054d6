import type { makeBridge } from './bridge.ts';
import type { Codec, makeCodec } from './codec.ts';

export interface IsolatedSettings {
  readonly secret: string;
  readonly preloadPath: string;
  readonly argv: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly arch: string;
  /** Whether closing the window has to ask the program first (with a display, where a person can close it). */
  readonly guardClose: boolean;
}

/** What the host sends into the preload's world. */
export type ToPage =
  | { type: 'reply'; id: number; result: unknown }
  | { type: 'reply'; id: number; error: string }
  | { type: 'send'; channel: string; args: unknown[] }
  | { type: 'dropped'; paths: string[] };

type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  filename: string,
) => void;
type Listener = (event: unknown, ...args: unknown[]) => void;

/**
 * The preload's world: what `require('electron')` gives a sandboxed preload, then the preload itself.
 * Self-contained: its source is injected before any script of the page.
 */
export function isolatedWorld(
  bridgeOf: typeof makeBridge,
  codecOf: typeof makeCodec,
  settings: IsolatedSettings,
  preload: Preload,
): void {
  const world = globalThis as unknown as {
    deskSend?: (text: string) => void;
    deskReceive?: (text: string) => void;
    deskFiles?: File[];
  };
  const native = world.deskSend as (text: string) => void;
  delete world.deskSend;
  const codec: Codec = codecOf({
    toBase64: (bytes) => (bytes as unknown as { toBase64(): string }).toBase64(),
    fromBase64: (text) =>
      (Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }).fromBase64(text),
  });
  const say = (message: object): void => native(codec.encode(message));

  function present<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(object, key, receiver) {
        if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON')
          return Reflect.get(object, key, receiver);
        throw new Error(`not in the host: ${name}.${key}`);
      },
    });
  }

  const listeners = new Map<string, Listener[]>();
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const paths = new Map<string, string>();
  let lastId = 0;

  const add = (channel: string, listener: Listener): void =>
    void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
  const remove = (channel: string, listener: Listener): void =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    );
  const ipcRenderer = present('ipcRenderer', {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const id = ++lastId;
      say({ type: 'invoke', channel, id, args });
      return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
    },
    send: (channel: string, ...args: unknown[]): void => say({ type: 'send', channel, id: 0, args }),
    on: (channel: string, listener: Listener) => (add(channel, listener), ipcRenderer),
    addListener: (channel: string, listener: Listener) => (add(channel, listener), ipcRenderer),
    off: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeListener: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
    once: (channel: string, listener: Listener) => {
      const single: Listener = (...args) => {
        remove(channel, single);
        listener(...args);
      };
      add(channel, single);
      return ipcRenderer;
    },
  } satisfies Partial<Record<keyof Electron.IpcRenderer, unknown>>);

  world.deskReceive = (text) => {
    const message = codec.decode(text) as ToPage;
    if (message.type === 'reply') {
      const waiter = pending.get(message.id);
      pending.delete(message.id);
      if ('error' in message) waiter?.reject(new Error(message.error));
      else waiter?.resolve(message.result);
    } else if (message.type === 'send') {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...message.args);
    } else {
      dropAgain(message.paths);
    }
  };

  // Only the host can ask where a dropped file lies, and not at once: the drop is held back until it has.
  const keyOf = (file: File): string => `${file.name}|${file.size}|${file.lastModified}`;
  let held: DragEvent | undefined;
  addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!event.isTrusted || files.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = event;
      world.deskFiles = files;
      say({ type: 'drop', count: files.length });
    },
    true,
  );
  function dropAgain(found: readonly string[]): void {
    const dataTransfer = new DataTransfer();
    for (const [index, file] of (world.deskFiles ?? []).entries()) {
      paths.set(keyOf(file), found[index] ?? '');
      dataTransfer.items.add(file);
    }
    if (!held) return;
    const { clientX, clientY, screenX, screenY, target } = held;
    const place = { clientX, clientY, screenX, screenY };
    target?.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer, ...place }),
    );
  }
  const webUtils = present('webUtils', {
    getPathForFile: (file: File): string => paths.get(keyOf(file)) ?? '',
  } satisfies Partial<Electron.WebUtils>);

  const bridge = bridgeOf(settings.secret, 'preload', () => undefined);
  const contextBridge = present('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown): void => bridge.offer(name, api),
  } satisfies Partial<Electron.ContextBridge>);

  const electron = present('electron', { ipcRenderer, contextBridge, webUtils });
  const process = present('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: settings.platform,
    arch: settings.arch,
    versions: settings.versions,
    argv: settings.argv,
    env: {},
  });
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  };

  say({ type: 'document', url: location.href });
  addEventListener('resize', () => {
    say({ type: 'bounds', x: screenX, y: screenY, width: outerWidth, height: outerHeight });
  });
  // What the browser would open without a request (and so without asking the host) is stopped here and asked about.
  navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination;
    if (sameDocument || !event.cancelable || /^(https?|data|javascript|file):/.test(url)) return;
    event.preventDefault();
    say({ type: 'navigate', url });
  });
  if (settings.guardClose) addEventListener('beforeunload', (event) => event.preventDefault());
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process, settings.preloadPath);
  } catch (error) {
    say({ type: 'preload-error', error });
    throw error;
  }
}
