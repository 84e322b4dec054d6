import { describe, expect, it, vi } from 'vitest';
import type { Session } from 'electron';
import { limitPermissions, mayHave } from '#main/security/permissions.ts';
import { cancelForeignRequests, isRequestAllowed } from '#main/security/requests.ts';
import { fakeSession } from './fake-electron.ts';

/** Every permission that Electron 45 knows, from its own declarations of `setPermissionRequestHandler`. */
const PERMISSIONS = (
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read ' +
  'clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation ' +
  'geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network ' +
  'local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal ' +
  'payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial ' +
  'smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr ' +
  'web-app-installation web-printing window-management unknown'
).split(' ');

const PAGE = 'app://desk/index.html';

describe('permissions', () => {
  it('are these two, for our own page', () => {
    expect(PERMISSIONS.filter((permission) => mayHave(permission, PAGE))).toEqual([
      'clipboard-sanitized-write',
      'persistent-storage',
    ]);
  });

  it.each(['https://example.com/', 'app://desk.example.com/', 'app://other/', 'file:///x', 'null', '', undefined])(
    'are none for %s',
    (url) => {
      expect(PERMISSIONS.filter((permission) => mayHave(permission, url))).toEqual([]);
    },
  );

  it('hold for asking, for checking and for devices', () => {
    const session = fakeSession();
    limitPermissions(session as unknown as Session);
    const request = session.setPermissionRequestHandler.mock.calls[0]?.[0];
    const asked = (permission: string, requestingUrl: string, isMainFrame: boolean): boolean => {
      const callback = vi.fn<(granted: boolean) => void>();
      request?.({} as never, permission as never, callback, { requestingUrl, isMainFrame });
      return callback.mock.calls[0]?.[0] ?? true;
    };
    expect(asked('persistent-storage', PAGE, true)).toBe(true);
    expect(asked('persistent-storage', PAGE, false)).toBe(false);
    expect(asked('persistent-storage', 'https://example.com/', true)).toBe(false);
    expect(asked('notifications', PAGE, true)).toBe(false);

    const check = session.setPermissionCheckHandler.mock.calls[0]?.[0];
    expect(check?.(null, 'persistent-storage', 'app://desk/', {} as never)).toBe(true);
    expect(check?.(null, 'clipboard-read', 'app://desk/', {} as never)).toBe(false);
    expect(check?.(null, 'persistent-storage', 'https://example.com/', {} as never)).toBe(false);

    const device = session.setDevicePermissionHandler.mock.calls[0]?.[0];
    expect(device?.({ deviceType: 'usb', origin: 'app://desk', device: {} } as never)).toBe(false);
  });
});

describe('requests', () => {
  const DEV = 'http://localhost:5173';

  it.each([PAGE, 'app://desk/intake/x', 'data:image/png;base64,AA', 'blob:app://desk/0d0f7c1e'])(
    'lets %s pass',
    (url) => {
      expect(isRequestAllowed(url, null)).toBe(true);
    },
  );

  it.each([
    'https://example.com/',
    'http://127.0.0.1:80/',
    'ws://example.com/',
    'wss://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'app://other/index.html',
    'app://desk.example.com/',
    'blob:https://example.com/0d0f7c1e',
    'blob:app://desk.example.com/0d0f7c1e',
    'devtools://devtools/bundled/x.js',
    'chrome-extension://abc/x.js',
    'http://localhost:5173/x',
    'nonsense',
  ])('cancels %s', (url) => {
    expect(isRequestAllowed(url, null)).toBe(false);
  });

  it('adds the dev server and the developer tools while developing, and nothing else', () => {
    expect(isRequestAllowed('http://localhost:5173/@vite/client', DEV)).toBe(true);
    expect(isRequestAllowed('ws://localhost:5173/', DEV)).toBe(true);
    expect(isRequestAllowed('devtools://devtools/bundled/x.js', DEV)).toBe(true);
    expect(isRequestAllowed('http://localhost:5174/', DEV)).toBe(false);
    expect(isRequestAllowed('https://example.com/', DEV)).toBe(false);
  });

  it('asks the rule for every request of the session', () => {
    const session = fakeSession();
    cancelForeignRequests(session as unknown as Session, null);
    const listener = session.webRequest.onBeforeRequest.mock.calls[0]?.[0] as (
      details: { url: string },
      callback: (response: { cancel?: boolean }) => void,
    ) => void;
    const answers: unknown[] = [];
    for (const url of [PAGE, 'https://example.com/']) listener({ url }, (response) => answers.push(response));
    expect(answers).toEqual([{ cancel: false }, { cancel: true }]);
  });
});
