import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSettings } from '#main/files/settings.ts';
import { createThemes } from '#main/windows/theme.ts';
import { fakeElectron } from './fake-electron.ts';
import { tempFolder } from './temp-folder.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron);

const { nativeTheme } = fakeElectron;

beforeEach(() => {
  nativeTheme.removeAllListeners();
  nativeTheme.systemIsDark = false;
});

describe('the theme', () => {
  it('is put in force at the start as it was chosen', async () => {
    const settings = await openSettings(join(tempFolder(), 'settings.json'));
    await settings.change({ theme: 'dark' });
    expect(createThemes(settings).get()).toEqual({ choice: 'dark', dark: true });
    expect(nativeTheme.themeSource).toBe('dark');
  });

  it('is changed at once, told, and remembered', async () => {
    const path = join(tempFolder(), 'settings.json');
    const themes = createThemes(await openSettings(path));
    const told = vi.fn();
    themes.onChange(told);
    expect(await themes.set('dark')).toEqual({ choice: 'dark', dark: true });
    expect(told).toHaveBeenLastCalledWith({ choice: 'dark', dark: true });
    await themes.set('light');
    expect(told).toHaveBeenLastCalledWith({ choice: 'light', dark: false });
    nativeTheme.emit('updated');
    await themes.set('light');
    expect(told).toHaveBeenCalledTimes(2);
    await themes.set('system');
    expect(told).toHaveBeenLastCalledWith({ choice: 'system', dark: false });
    expect((await openSettings(path)).current.theme).toBe('system');
  });

  it('follows the system', async () => {
    const themes = createThemes(await openSettings(join(tempFolder(), 'settings.json')));
    const told = vi.fn();
    themes.onChange(told);
    nativeTheme.systemIsDark = true;
    nativeTheme.emit('updated');
    expect(told).toHaveBeenCalledWith({ choice: 'system', dark: true });
  });
});
