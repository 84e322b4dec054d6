import { beforeEach, describe, expect, it, vi } from 'vitest';
import { gateLink, openLink } from '#main/security/links.ts';
import { fakeElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

beforeEach(() => void vi.clearAllMocks());

describe('links that open outside', () => {
  it.each(['https://example.com/a?b=c#d', 'HTTPS://EXAMPLE.COM/', 'mailto:a@example.com?subject=Hello'])(
    'opens %s',
    async (url) => {
      expect(await openLink(url)).toEqual({ ok: true, value: null });
      expect(fakeElectron.shell.openExternal).toHaveBeenCalledWith(new URL(url).href);
    },
  );

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'vbscript:x',
    'app://desk/index.html',
    'https://bank.example.com@evil.example/',
    'https://user:word@example.com/',
    '//example.com',
    ' ',
    '',
    'C:\\Windows\\System32\\calc.exe',
  ])('does not open %j', async (url) => {
    expect(gateLink(url)).toBeNull();
    expect(await openLink(url)).toMatchObject({ ok: false, error: { code: 'link-refused' } });
    expect(fakeElectron.shell.openExternal).not.toHaveBeenCalled();
  });

  it('says so when the system has nothing to open it with', async () => {
    fakeElectron.shell.openExternal.mockRejectedValueOnce(new Error('no handler'));
    expect(await openLink('https://example.com/')).toMatchObject({ ok: false, error: { code: 'link-refused' } });
  });
});
