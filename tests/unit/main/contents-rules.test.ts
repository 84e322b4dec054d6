import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebContents } from 'electron';
import { secureBeforeReady, secureContents, secureSession } from '#main/security/index.ts';
import { mayNavigate } from '#main/security/navigation.ts';
import { fakeContents, fakeElectron, fakeSession } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const event = (url: string, isMainFrame = true) => ({ url, isMainFrame, preventDefault: vi.fn() });

const ELSEWHERE = [
  'https://example.com/',
  'http://localhost/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'blob:app://desk/0d0f7c1e',
  'about:blank',
  'app://desk/other.html',
  'app://desk/index.html?from=form',
  'app://desk.example.com/index.html',
  'app://desk/index.html.evil',
  'not a url',
];

beforeEach(() => {
  fakeElectron.app.removeAllListeners();
  vi.clearAllMocks();
});

describe('navigation', () => {
  it.each(ELSEWHERE)('stops the page on its way to %s', (url) => {
    const contents = fakeContents();
    secureContents(contents as unknown as WebContents);
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      const navigation = event(url);
      contents.emit(name, navigation);
      expect(navigation.preventDefault, name).toHaveBeenCalled();
    }
  });

  it('stops every redirect and every frame', () => {
    const contents = fakeContents();
    secureContents(contents as unknown as WebContents);
    const redirect = event('app://desk/index.html');
    contents.emit('will-redirect', redirect);
    expect(redirect.preventDefault).toHaveBeenCalled();
    const frame = event('app://desk/index.html', false);
    contents.emit('will-frame-navigate', frame);
    expect(frame.preventDefault).toHaveBeenCalled();
  });

  it('lets the start page be loaded anew', () => {
    const contents = fakeContents();
    secureContents(contents as unknown as WebContents);
    const reload = event('app://desk/index.html#/imports');
    contents.emit('will-navigate', reload);
    expect(reload.preventDefault).not.toHaveBeenCalled();
    expect(mayNavigate('app://desk/index.html', false)).toBe(false);
  });
});

describe('windows and webviews', () => {
  it('denies every new window', () => {
    const contents = fakeContents();
    secureContents(contents as unknown as WebContents);
    const handler = contents.setWindowOpenHandler.mock.calls[0]?.[0];
    for (const url of [...ELSEWHERE, 'app://desk/index.html']) {
      expect(handler?.({ url } as Parameters<NonNullable<typeof handler>>[0])).toEqual({ action: 'deny' });
    }
  });

  it('lets no webview in', () => {
    const contents = fakeContents();
    secureContents(contents as unknown as WebContents);
    const attach = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', attach);
    expect(attach.preventDefault).toHaveBeenCalled();
  });
});

describe('everything is put in force', () => {
  it('for all contents, whoever makes them, and the sandbox for all pages', () => {
    secureBeforeReady();
    expect(fakeElectron.app.enableSandbox).toHaveBeenCalledOnce();
    expect(fakeElectron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    const contents = fakeContents();
    fakeElectron.app.emit('web-contents-created', {}, contents);
    expect(contents.setWindowOpenHandler).toHaveBeenCalled();
    expect(contents.listenerCount('will-navigate')).toBe(1);
    expect(contents.listenerCount('will-redirect')).toBe(1);
    expect(contents.listenerCount('will-frame-navigate')).toBe(1);
    expect(contents.listenerCount('will-attach-webview')).toBe(1);
  });

  it('for all sessions, the default one and any other', () => {
    const nothing = () => Promise.resolve(new Response());
    secureSession({ root: '/nowhere', devServer: null, serveIntake: nothing, serveKept: nothing });
    const other = fakeSession();
    fakeElectron.app.emit('session-created', other);
    for (const session of [fakeElectron.session.defaultSession, other]) {
      expect(session.setPermissionRequestHandler).toHaveBeenCalledOnce();
      expect(session.setPermissionCheckHandler).toHaveBeenCalledOnce();
      expect(session.setDevicePermissionHandler).toHaveBeenCalledOnce();
      expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
      expect(session.webRequest.onBeforeRequest).toHaveBeenCalledOnce();
      const download = { preventDefault: vi.fn() };
      session.emit('will-download', download);
      expect(download.preventDefault).toHaveBeenCalled();
    }
    expect(fakeElectron.protocol.handle).toHaveBeenCalledWith('app', expect.any(Function));
  });
});
