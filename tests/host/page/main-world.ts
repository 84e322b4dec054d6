import type { makeBridge } from './bridge.ts';

/** The page's half of the context bridge: what the preload exposes appears here, frozen to its depths. */
export function mainWorld(bridgeOf: typeof makeBridge, secret: string, frameless: boolean): void {
  const freeze = (value: unknown): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || Object.isFrozen(value)) return;
    if (ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  if (frameless) {
    // Without a display the browser still counts a frame that nobody sees.
    Object.defineProperty(window, 'outerWidth', { get: () => innerWidth });
    Object.defineProperty(window, 'outerHeight', { get: () => innerHeight });
  }
  bridgeOf(secret, 'page', (name, value) => {
    if (name in globalThis) throw new Error('Cannot bind an API on top of an existing property on the window object');
    freeze(value);
    Object.defineProperty(globalThis, name, { value, enumerable: true, configurable: false, writable: false });
  });
}
