import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createLoginItem, HIDDEN, isHiddenStart } from '#main/login-item.ts';
import { tempFolder } from './temp-folder.ts';

const { loginItem } = vi.hoisted(() => ({ loginItem: { openAtLogin: false, asked: [] as unknown[] } }));

vi.mock('electron', () => ({
  app: {
    getLoginItemSettings: (options: unknown) => {
      loginItem.asked.push(options);
      return { openAtLogin: loginItem.openAtLogin };
    },
    setLoginItemSettings: (settings: { readonly openAtLogin: boolean }) => {
      loginItem.asked.push(settings);
      loginItem.openAtLogin = settings.openAtLogin;
    },
  },
}));

const linux = (appData: string, command: readonly string[] = ['/opt/Affiliate Desk/affiliate-desk']) =>
  createLoginItem({ platform: 'linux', appData, command });

describe('starting at login on Linux', () => {
  it('is an entry in the autostart folder, written whole and removed again', async () => {
    const appData = tempFolder();
    const login = linux(appData);
    const folder = join(appData, 'autostart');
    expect(await login.get()).toBe(false);
    expect(await login.set(true)).toEqual({ ok: true, value: true });
    expect(await login.get()).toBe(true);
    expect(readdirSync(folder)).toEqual(['affiliate-desk.desktop']);
    const entry = readFileSync(join(folder, 'affiliate-desk.desktop'), 'utf8').split('\n');
    expect(entry[0]).toBe('[Desktop Entry]');
    expect(entry).toContain('Type=Application');
    expect(entry).toContain('Exec="/opt/Affiliate Desk/affiliate-desk" "--hidden"');
    expect(await login.set(false)).toEqual({ ok: true, value: false });
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
    expect(await login.set(false)).toEqual({ ok: true, value: false });
  });

  it('leaves the entries of others alone', async () => {
    const appData = tempFolder();
    mkdirSync(join(appData, 'autostart'));
    writeFileSync(join(appData, 'autostart/other.desktop'), 'theirs');
    const login = linux(appData);
    await login.set(true);
    await login.set(false);
    expect(readdirSync(join(appData, 'autostart'))).toEqual(['other.desktop']);
  });

  it('starts a program whose path has every character that the format gives a meaning', async () => {
    const appData = tempFolder();
    await linux(appData, ['/a b/100%/$HOME/`id`/"q"/back\\slash']).set(true);
    const entry = readFileSync(join(appData, 'autostart/affiliate-desk.desktop'), 'utf8');
    expect(entry).toContain('Exec="/a b/100%%/\\\\$HOME/\\\\`id\\\\`/\\\\"q\\\\"/back\\\\\\\\slash" "--hidden"');
  });

  it('says so where it cannot be written', async () => {
    const appData = tempFolder();
    writeFileSync(join(appData, 'autostart'), 'a file, no folder');
    const login = linux(appData);
    const result = await login.set(true);
    expect(result.ok ? '' : result.error.code).toBe('not-changed');
    expect(await login.get()).toBe(false);
  });
});

describe('starting at login elsewhere', () => {
  it.each(['darwin', 'win32'] as const)('is an item of %s that is started hidden', async (platform) => {
    const appData = tempFolder();
    const login = createLoginItem({ platform, appData, command: ['/program'] });
    loginItem.openAtLogin = false;
    loginItem.asked.length = 0;
    expect(await login.get()).toBe(false);
    expect(await login.set(true)).toEqual({ ok: true, value: true });
    expect(await login.set(false)).toEqual({ ok: true, value: false });
    expect(loginItem.asked).toEqual([
      { args: [HIDDEN] },
      { openAtLogin: true, args: [HIDDEN] },
      { args: [HIDDEN] },
      { openAtLogin: false, args: [HIDDEN] },
      { args: [HIDDEN] },
    ]);
    expect(readdirSync(appData)).toEqual([]);
  });
});

describe('a hidden start', () => {
  it('is one with the switch', () => {
    expect(isHiddenStart(['electron', '.', '--hidden'])).toBe(true);
    expect(isHiddenStart(['electron', '.', '/exports/--hidden.csv'])).toBe(false);
  });
});
