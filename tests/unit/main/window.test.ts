import { describe, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { startBounds } from '#main/windows/bounds.ts';
import { menuTemplate, type MenuParts } from '#main/windows/menu.ts';

const SCREENS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 2560, height: 1440 },
];
const place = (x: number, y: number, width = 1200, height = 700) => ({ x, y, width, height, maximized: false });

describe('where the window opens', () => {
  it('is the default size the first time', () => {
    expect(startBounds(null, SCREENS)).toEqual({ width: 1280, height: 800 });
  });

  it('is where it stood, on either screen', () => {
    expect(startBounds(place(100, 50), SCREENS)).toEqual({ x: 100, y: 50, width: 1200, height: 700 });
    expect(startBounds(place(2000, 50), SCREENS)).toMatchObject({ x: 2000, y: 50 });
    expect(startBounds(place(-1000, 50), SCREENS)).toMatchObject({ x: -1000 });
  });

  it.each([
    ['a screen that is gone', place(5000, 50)],
    ['above the screen', place(100, -200)],
    ['below it', place(100, 1070)],
    ['all but a sliver to the left', place(-1150, 50)],
  ])('keeps only its size when it stood on %s', (_what, remembered) => {
    expect(startBounds(remembered, [...SCREENS.slice(0, 1)])).toEqual({ width: 1200, height: 700 });
  });

  it('is never smaller than the smallest', () => {
    expect(startBounds(place(0, 0, 10, 10), SCREENS)).toMatchObject({ width: 960, height: 600 });
  });
});

const PARTS: MenuParts = {
  platform: 'linux',
  developing: false,
  theme: 'dark',
  command: () => undefined,
  setTheme: () => undefined,
  showLog: () => undefined,
  checkForUpdates: null,
};

const items = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
const ids = (parts: Partial<MenuParts>): string[] =>
  items(menuTemplate({ ...PARTS, ...parts })).flatMap(({ id }) => id ?? []);
const roles = (parts: Partial<MenuParts>): string[] =>
  items(menuTemplate({ ...PARTS, ...parts })).flatMap(({ role }) => role ?? []);

describe('the menu', () => {
  it('has these items of its own', () => {
    const own = ['import', 'undo', 'redo', 'back', 'forward', 'palette'];
    const themes = ['theme-system', 'theme-light', 'theme-dark'];
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(ids({ platform })).toEqual([...own, ...themes, 'show-log']);
    }
    expect(ids({ checkForUpdates: () => undefined })).toContain('check-for-updates');
  });

  it('sends each command under its own name and leaves the keys to the page', () => {
    const command = vi.fn();
    const parts = { ...PARTS, command };
    for (const id of ['import', 'undo', 'redo', 'back', 'forward', 'palette']) {
      const item = items(menuTemplate(parts)).find((each) => each.id === id);
      expect(item?.registerAccelerator).toBe(false);
      item?.click?.({} as never, undefined, {});
    }
    expect(command.mock.calls.flat()).toEqual(['import', 'undo', 'redo', 'back', 'forward', 'palette']);
  });

  it('shows and sets the theme', () => {
    const setTheme = vi.fn();
    const themes = items(menuTemplate({ ...PARTS, setTheme })).filter(({ id }) => id?.startsWith('theme-'));
    expect(themes.map(({ checked }) => checked)).toEqual([false, false, true]);
    themes[1]?.click?.({} as never, undefined, {});
    expect(setTheme).toHaveBeenCalledWith('light');
  });

  it('has reload and developer tools only while developing', () => {
    expect(roles({})).not.toEqual(expect.arrayContaining(['reload']));
    expect(roles({})).not.toContain('toggleDevTools');
    expect(roles({ developing: true })).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    expect(roles({ developing: true })).not.toContain('forceReload');
  });

  it('uses no key twice', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const keys = items(menuTemplate({ ...PARTS, platform })).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
